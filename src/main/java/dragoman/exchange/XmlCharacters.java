package dragoman.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The characters of an XML file, with {@value #FORBIDDEN} where a character stands that XML 1.0
 * (section 2.2) forbids, written as it is or as a reference ({@code &#1;}): a parser would give up
 * there, and the reader can so name the unit and go on.
 */
final class XmlCharacters extends FilterReader {
  /** A code point that no text has (Unicode, section 23.7), as {@link XmlEncoding#BROKEN}. */
  static final String FORBIDDEN = "\uFFFE";

  private static final char MARK = FORBIDDEN.charAt(0);
  private static final int LONGEST_REFERENCE = 12;

  private final char[] buffer = new char[1 << 13];
  private int at;
  private int filled;

  XmlCharacters(Reader characters) {
    super(characters);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      if (at == filled && (count > 0 || !fill(0))) {
        break;
      }
      char c = buffer[at];
      if (c == '&') {
        if (filled - at < LONGEST_REFERENCE && count > 0) {
          break;
        }
        c = reference();
      } else {
        at++;
      }
      into[offset + count++] = c < 0x20 && !Xml.isCharacter(c) ? MARK : c;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  /** Goes over an ampersand, or over a whole reference to a forbidden character. */
  private char reference() throws IOException {
    while (filled - at < LONGEST_REFERENCE && fill(filled - at)) {
      // until a whole reference is there, or the file ends
    }
    int end = at + 1;
    if (end < filled && buffer[end] == '#') {
      end++;
      boolean hex = end < filled && buffer[end] == 'x';
      end += hex ? 1 : 0;
      int code = 0;
      int digits = 0;
      while (end < filled && digits < 8 && Character.digit(buffer[end], hex ? 16 : 10) >= 0) {
        code = code * (hex ? 16 : 10) + Character.digit(buffer[end++], hex ? 16 : 10);
        digits++;
      }
      if (digits > 0 && end < filled && buffer[end] == ';' && !Xml.isCharacter(code)) {
        at = end + 1;
        return MARK;
      }
    }
    at++;
    return '&';
  }

  /** Reads on behind so many characters that are kept; false at the end of the file. */
  private boolean fill(int kept) throws IOException {
    System.arraycopy(buffer, at, buffer, 0, kept);
    at = 0;
    filled = kept;
    int count = in.read(buffer, kept, buffer.length - kept);
    filled += Math.max(0, count);
    return count > 0;
  }
}
