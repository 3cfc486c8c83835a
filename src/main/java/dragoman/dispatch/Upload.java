package dragoman.dispatch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A document as somebody hands it in: a file, or text pasted from elsewhere.
 *
 * @param fileName the file's name, as {@code convoy.docx}; empty for pasted text
 * @param content the bytes of the file; pasted text in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed by value below
public record Upload(String fileName, byte[] content) {

  /** More than this many bytes are refused: 50 MB. */
  public static final int LIMIT = 50 << 20;

  /** Keeps the last part of the name alone, without folders. */
  public Upload {
    fileName = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1).strip();
  }

  /**
   * Text pasted or typed.
   *
   * @throws DocumentException if it holds half of a character, a surrogate without the other
   */
  public static Upload pasted(String text) {
    ByteBuffer bytes;
    try {
      // a browser's form makes every line end CR LF; the text that was copied has its own
      String lines = text.replace("\r\n", "\n");
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(lines));
    } catch (CharacterCodingException e) {
      throw new DocumentException(
          "The text has half of a character in it, as a cut emoji leaves one; copy it again from"
              + " where it is whole.",
          e);
    }
    return new Upload("", Arrays.copyOf(bytes.array(), bytes.limit()));
  }

  /** How a sentence to a person calls it. */
  String called() {
    return fileName.isEmpty() ? "The text" : "“" + fileName + "”";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Upload upload
        && fileName.equals(upload.fileName)
        && Arrays.equals(content, upload.content);
  }

  @Override
  public int hashCode() {
    return 31 * fileName.hashCode() + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Upload[" + fileName + ", " + content.length + " bytes]";
  }
}
