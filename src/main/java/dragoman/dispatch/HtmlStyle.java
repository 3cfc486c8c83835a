package dragoman.dispatch;

import dragoman.text.Tag;
import java.util.Map;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.ITextUnit;

/** How a page's text reads: white space counts once, codes are called by their elements. */
final class HtmlStyle implements Style {
  private static final int LONGEST_LABEL = 24;

  /** Okapi's names for elements whose own tag it keeps elsewhere. */
  private static final Map<String, String> ELEMENTS =
      Map.of("link", "a", "image", Tags.IMAGE, "comment", Tags.OBJECT);

  @Override
  public String label(Code code, Tag.Kind kind) {
    String type = code.getType() == null ? "" : code.getType();
    if (ELEMENTS.containsKey(type)) {
      return ELEMENTS.get(type);
    }
    String data = code.getData();
    if (type.contains("excluded")) {
      String shown = data.replaceAll("<[^>]*>", "").strip();
      return shown.isEmpty()
          ? Tags.OBJECT
          : shown.length() <= LONGEST_LABEL ? shown : shown.substring(0, LONGEST_LABEL) + "…";
    }
    String element = data.replaceFirst("(?s)^</?([a-zA-Z][a-zA-Z0-9-]*).*", "$1");
    return element.isEmpty() || element.length() == data.length()
        ? type.isEmpty() ? Tags.OBJECT : type
        : element.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Map<Character, String> asTags() {
    return Map.of();
  }

  @Override
  public boolean collapses(ITextUnit unit) {
    return !"pre".equals(unit.getType());
  }

  /** What another unit refers to is an attribute's value. */
  @Override
  public boolean quoted(ITextUnit unit) {
    return unit.isReferent();
  }

  @Override
  public String clean(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }
}
