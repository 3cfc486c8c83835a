package dragoman.dispatch;

import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import net.htmlparser.jericho.CharacterReference;

/**
 * A character of a page as it is written there: itself, or a reference to it (HTML 13.5).
 *
 * @param text what it stands for; empty behind the page's end
 * @param length how many UTF-16 units it takes
 */
record HtmlReference(String text, int length) {
  private static final int LONGEST = 40;

  /** What stands at a place. */
  static HtmlReference at(CharSequence page, int at) {
    if (at >= page.length()) {
      return new HtmlReference("", 0);
    }
    if (page.charAt(at) == '&') {
      int end = at + 1;
      while (end < page.length() && end < at + LONGEST && named(page.charAt(end))) {
        end++;
      }
      if (end < page.length() && page.charAt(end) == ';') {
        String reference = page.subSequence(at, end + 1).toString();
        String text = CharacterReference.decode(reference);
        if (!text.equals(reference)) {
          return new HtmlReference(text, reference.length());
        }
      }
    }
    int c = Character.codePointAt(page, at);
    return new HtmlReference(Character.toString(c), Character.charCount(c));
  }

  private static boolean named(char c) {
    return c == '#' || c < 0x80 && Character.isLetterOrDigit(c);
  }

  boolean blank() {
    return length == 1 && Character.isWhitespace(text.charAt(0));
  }

  boolean quote() {
    return length == 1 && (text.equals("\"") || text.equals("'"));
  }

  /**
   * A text as it is written in a page.
   *
   * @param quote the quotation mark that it stands between; 0 if none
   * @param encoder what it lacks becomes a reference
   * @param hidden whether spaces and hyphens that nobody sees become references
   */
  static String written(String text, char quote, CharsetEncoder encoder, boolean hidden) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                default -> {
                  if (c == quote && quote != 0) {
                    out.append(quote == '"' ? "&quot;" : "&#39;");
                  } else if (hidden && c == 0xA0) {
                    out.append("&nbsp;");
                  } else if (hidden && c == 0xAD) {
                    out.append("&shy;");
                  } else if (!encoder.canEncode(Character.toString(c))) {
                    out.append(String.format(Locale.ROOT, "&#x%04x;", c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
