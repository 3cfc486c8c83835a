package dragoman.dispatch;

import dragoman.text.Tag;
import java.util.Map;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.ITextUnit;

/** How Word's text reads: breaks and tabs are tags, runs are called by their formatting. */
final class WordStyle implements Style {
  /** Stands for a line break in Okapi's text; no text has it otherwise. */
  static final char BREAK = '\u2028';

  private static final Map<Character, String> AS_TAGS = Map.of(BREAK, Tags.BREAK, '\t', Tags.TAB);

  /** Okapi's names for formatting, with ours, in the order of the chip. */
  private static final String[][] FORMATTING = {
    {"bold", "b"},
    {"italic", "i"},
    {"underline", "u"},
    {"strike", "s"},
    {"superscript", "sup"},
    {"subscript", "sub"}
  };

  @Override
  public String label(Code code, Tag.Kind kind) {
    if (kind == Tag.Kind.ALONE) {
      return code.getData().startsWith("<run") ? "field" : Tags.OBJECT;
    }
    String type = code.getType() == null ? "" : code.getType();
    if (type.contains("link") || code.getData().contains("hyperlink")) {
      return "a";
    }
    StringBuilder label = new StringBuilder();
    for (String[] formatting : FORMATTING) {
      if (type.contains(formatting[0])) {
        label.append(formatting[1]);
      }
    }
    return label.length() == 0 ? "f" : label.toString();
  }

  @Override
  public Map<Character, String> asTags() {
    return AS_TAGS;
  }

  @Override
  public boolean collapses(ITextUnit unit) {
    return false;
  }

  @Override
  public boolean quoted(ITextUnit unit) {
    return false;
  }

  /** XML has no control characters, and Okapi's own must not come from outside. */
  @Override
  public String clean(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (Character.isISOControl(clean.charAt(i)) || clean.charAt(i) == BREAK) {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }
}
