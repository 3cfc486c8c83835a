package dragoman.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A dispatch ready to be written out.
 *
 * @param fileName a name for the file, as {@code convoy.az.docx}
 * @param mediaType its media type, with the encoding where the format has one
 * @param notes what a person should know of it, each a sentence, as that the original's encoding
 *     cannot hold the language
 * @param content writes the bytes
 */
public record Exported(String fileName, String mediaType, List<String> notes, Content content) {

  /** Writes a document. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
