package dragoman.dispatch;

import dragoman.text.Encodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what a file is and opens it; what cannot be taken in is refused in one sentence. */
final class Documents {
  private static final Pattern MARKUP =
      Pattern.compile("<(!doctype\\s+html|html|head|body|p|div|h[1-6]|ul|ol|table|article)\\b");
  private static final Pattern BEGINS_AS_PAGE =
      Pattern.compile(
          "\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html)\\b", Pattern.DOTALL);

  private Documents() {}

  /**
   * Opens what somebody handed in.
   *
   * @throws DocumentException if it is empty, too large, broken, encrypted, hostile or no text
   */
  static Document open(Upload upload) {
    byte[] bytes = upload.content();
    if (bytes.length == 0) {
      throw empty(upload);
    }
    if (bytes.length > Upload.LIMIT) {
      throw new DocumentException(
          upload.called()
              + " is larger than "
              + (Upload.LIMIT >> 20)
              + " MB; divide it, or take the pictures out, and send the parts.");
    }
    Document document = opened(upload);
    if (document.paragraphs().isEmpty()) {
      throw empty(upload);
    }
    return document;
  }

  /** Opens again what was opened before and has been kept. */
  static Document reopen(String fileName, Format format, String encoding, byte[] bytes) {
    Upload upload = new Upload(fileName, bytes);
    return switch (format) {
      case DOCX -> new WordDocument(upload);
      case HTML -> new HtmlDocument(upload, decoded(bytes, Charset.forName(encoding)));
      case TXT -> new TextDocument(decoded(bytes, Charset.forName(encoding)));
    };
  }

  private static Document opened(Upload upload) {
    byte[] bytes = upload.content();
    if (begins(bytes, "PK\u0003\u0004")) {
      return new WordDocument(upload);
    }
    refuseOthers(upload);
    boolean namedHtml = Format.HTML.endsName(upload.fileName());
    Encodings.Decoded decoded = decoded(upload);
    String text = decoded.text();
    refuseBinary(upload, text);
    String head = text.substring(0, Math.min(text.length(), 20_000)).toLowerCase(Locale.ROOT);
    if (namedHtml && !MARKUP.matcher(head).find()) {
      throw new DocumentException(
          upload.called()
              + " is called HTML but has no HTML element at its beginning; if it is plain text,"
              + " give it the ending .txt and send it again.");
    }
    boolean page =
        namedHtml
            || !upload.fileName().isEmpty()
                && !Format.TXT.endsName(upload.fileName())
                && BEGINS_AS_PAGE.matcher(head).lookingAt();
    return page ? new HtmlDocument(upload, decoded) : new TextDocument(decoded);
  }

  private static Encodings.Decoded decoded(Upload upload) {
    try {
      return Encodings.decode(upload.called(), upload.content(), !upload.fileName().isEmpty());
    } catch (IllegalArgumentException e) {
      throw new DocumentException(e.getMessage(), e);
    }
  }

  private static void refuseOthers(Upload upload) {
    byte[] bytes = upload.content();
    if (begins(bytes, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      String name = new String(bytes, StandardCharsets.ISO_8859_1);
      boolean encrypted = name.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
      throw new DocumentException(
          upload.called()
              + (encrypted
                  ? " is encrypted; open it with its password, save it without one, and send that."
                  : " is a document of Word 97 to 2003; save it as .docx and send that."));
    }
    if (Format.DOCX.endsName(upload.fileName())) {
      throw new DocumentException(
          upload.called()
              + " is called .docx but is no Word document; save it from Word again, or give it the"
              + " ending that it has.");
    }
    if (begins(bytes, "%PDF")) {
      throw other(upload, "a PDF");
    }
    if (begins(bytes, "{\\rtf")) {
      throw other(upload, "rich text (RTF)");
    }
  }

  private static DocumentException other(Upload upload, String what) {
    return new DocumentException(
        upload.called() + " is " + what + "; save it as .docx, .html or .txt and send that.");
  }

  private static void refuseBinary(Upload upload, String text) {
    int line = 1;
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (c < ' ' && "\t\r\n\f".indexOf(c) < 0) {
        controls++;
        if (c == 0 || controls > 20 && controls * 50 > i) {
          throw new DocumentException(
              upload.called()
                  + " is no text: it has binary data in line "
                  + line
                  + "; send a .txt, .html or .docx file.");
        }
      }
    }
  }

  private static DocumentException empty(Upload upload) {
    return new DocumentException(
        upload.called()
            + " has no text in it; "
            + (upload.fileName().isEmpty()
                ? "paste or type some first."
                : "send the file that the dispatch is in."));
  }

  private static Encodings.Decoded decoded(byte[] bytes, Charset charset) {
    int mark = 0;
    String name = charset.name();
    if (name.equals("UTF-8") && begins(bytes, "\u00EF\u00BB\u00BF")) {
      mark = 3;
    } else if (name.equals("UTF-16LE") && begins(bytes, "\u00FF\u00FE")
        || name.equals("UTF-16BE") && begins(bytes, "\u00FE\u00FF")) {
      mark = 2;
    }
    byte[] kept = new byte[mark];
    System.arraycopy(bytes, 0, kept, 0, mark);
    return new Encodings.Decoded(
        new String(bytes, mark, bytes.length - mark, charset), charset, kept);
  }

  /** What a library said was wrong, in one short line. */
  static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
    String said = line.isEmpty() || line.equals("null") ? "its structure is damaged" : line;
    String short_ = said.length() > 160 ? said.substring(0, 160) + "…" : said;
    return short_.endsWith(".") ? short_.substring(0, short_.length() - 1) : short_;
  }

  private static boolean begins(byte[] bytes, String latin1) {
    if (bytes.length < latin1.length()) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((bytes[i] & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
