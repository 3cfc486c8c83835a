package dragoman.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out an XML file's encoding (XML 1.0, appendix F: byte order mark, then declaration, then
 * UTF-8) and gives its characters. Bytes that the encoding does not have become {@value #BROKEN}, a
 * code point that no text has (Unicode, section 23.7), so that the reader can name the unit in
 * which they stand and go on.
 */
final class XmlEncoding {
  static final String BROKEN = "\uFFFF";
  private static final int LOOK_AHEAD = 400;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlEncoding() {}

  static Reader reader(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(LOOK_AHEAD);
    byte[] head = bytes.readNBytes(LOOK_AHEAD);
    bytes.reset();
    Charset charset;
    int skip = 0;
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      charset = StandardCharsets.UTF_8;
      skip = 3;
    } else if (starts(head, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (starts(head, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (starts(head, 0, '<')) {
      charset = StandardCharsets.UTF_16BE;
    } else if (starts(head, '<', 0)) {
      charset = StandardCharsets.UTF_16LE;
    } else {
      charset = declared(head);
    }
    bytes.skipNBytes(skip);
    return new XmlCharacters(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .replaceWith(BROKEN)
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  private static Charset declared(byte[] head) {
    Matcher found = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset named = Charset.forName(found.group(1));
      // Eight-bit bytes in front of us cannot be UTF-16, whatever the declaration says.
      return named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ExchangeException(
          "The file says that its encoding is “"
              + found.group(1)
              + "”, which nobody knows; save it as UTF-8.",
          e);
    }
  }

  private static boolean starts(byte[] head, int... with) {
    if (head.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((head[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
