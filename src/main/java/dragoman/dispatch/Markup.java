package dragoman.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds elements in well-formed XML by their place, so that all else stays as it is written. */
final class Markup {
  /** What is no tag is skipped whole: a comment, a section of characters, an instruction. */
  private static final Pattern TAG =
      Pattern.compile(
          "(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>"
              + "|<(?<close>/?)(?<name>[^\\s/>!?\"'=]+)"
              + "(?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+(?<empty>/?)>");

  private Markup() {}

  /**
   * An element's place.
   *
   * @param start its start tag's first character
   * @param inner behind its start tag
   * @param innerEnd its end tag's first character; {@code inner} where it has none
   * @param end behind it
   */
  record Element(String name, int start, int inner, int innerEnd, int end) {
    String of(String xml) {
      return xml.substring(start, end);
    }

    String content(String xml) {
      return xml.substring(inner, innerEnd);
    }
  }

  /** The elements that stand in no other one of the text. */
  static List<Element> children(String xml) {
    return find(xml, "");
  }

  /** The elements of a name that stand in no other one of that name. */
  static List<Element> outermost(String xml, String name) {
    return find(xml, name);
  }

  /** The text with the outermost elements of a name exchanged. */
  static String each(String xml, String name, UnaryOperator<String> exchange) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Element element : outermost(xml, name)) {
      out.append(xml, at, element.start()).append(exchange.apply(element.of(xml)));
      at = element.end();
    }
    return out.append(xml, at, xml.length()).toString();
  }

  private static List<Element> find(String xml, String wanted) {
    List<Element> found = new ArrayList<>();
    Matcher tag = TAG.matcher(xml);
    String name = "";
    int depth = 0;
    int start = 0;
    int inner = 0;
    while (tag.find()) {
      if (tag.group("name") == null || !wanted.isEmpty() && !tag.group("name").equals(wanted)) {
        continue;
      }
      if (!tag.group("close").isEmpty()) {
        depth--;
        if (depth == 0) {
          found.add(new Element(name, start, inner, tag.start(), tag.end()));
        }
      } else {
        if (depth == 0) {
          name = tag.group("name");
          start = tag.start();
          inner = tag.end();
        }
        if (tag.group("empty").isEmpty()) {
          depth++;
        } else if (depth == 0) {
          found.add(new Element(name, start, inner, inner, inner));
        }
      }
    }
    return found;
  }
}
