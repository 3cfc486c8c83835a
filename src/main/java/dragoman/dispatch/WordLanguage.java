package dragoman.dispatch;

import com.ibm.icu.util.ULocale;
import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Set;

/** Says in translated paragraphs which language they are in, and which way it is written. */
final class WordLanguage {
  /** Languages that Word wants the script of. */
  private static final Set<String> SCRIPTS = Set.of("az", "bs", "sr", "uz");

  private static final Set<Byte> LEFT_TO_RIGHT = Set.of(Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  private static final Set<Byte> RIGHT_TO_LEFT =
      Set.of(
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER);

  private final boolean other;
  private final boolean rightToLeft;
  private final boolean turns;
  private final String prefix;
  private final String lang;

  WordLanguage(LanguageTag source, LanguageTag target, String prefix) {
    this.other = !source.meets(target);
    this.rightToLeft = target.rightToLeft();
    this.turns = source.rightToLeft() != rightToLeft;
    this.prefix = prefix;
    this.lang =
        "<"
            + prefix
            + "lang "
            + prefix
            + (rightToLeft ? "bidi" : "val")
            + "=\""
            + tag(target)
            + "\"/>";
  }

  /** A translated paragraph, in whose runs and properties nothing of this is said yet. */
  String paragraph(String paragraph) {
    if (!other) {
      return paragraph;
    }
    String spoken = Markup.each(paragraph, prefix + "r", this::run);
    return turns ? Markup.each(spoken, prefix + "p", this::turned) : spoken;
  }

  /** A part in which the tables with translated paragraphs run the way of the language. */
  String tables(String xml, boolean[] exchanged) {
    if (!turns) {
      return xml;
    }
    List<Markup.Element> paragraphs = Markup.outermost(xml, prefix + "p");
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Markup.Element table : Markup.outermost(xml, prefix + "tbl")) {
      boolean translated = false;
      for (int i = 0; i < exchanged.length; i++) {
        int start = paragraphs.get(i).start();
        translated |= exchanged[i] && start > table.start() && start < table.end();
      }
      if (translated) {
        out.append(xml, at, table.start());
        out.append(Markup.each(table.of(xml), prefix + "tblPr", this::columns));
        at = table.end();
      }
    }
    return out.append(xml, at, xml.length()).toString();
  }

  private String columns(String properties) {
    return WordOrder.TABLE.with(
        properties, prefix, "bidiVisual", rightToLeft ? "<" + prefix + "bidiVisual/>" : "");
  }

  private String run(String run) {
    Markup.Element whole = Markup.children(run).get(0);
    String content = whole.content(run);
    List<Markup.Element> children = Markup.children(content);
    String properties = "";
    StringBuilder rest = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (Markup.Element child : children) {
      if (child.name().equals(prefix + "rPr")) {
        properties = child.of(content);
      } else {
        rest.append(Markup.each(child.of(content), prefix + "p", this::paragraph));
      }
      if (child.name().equals(prefix + "t")) {
        text.append(child.content(content));
      }
    }
    if (text.length() == 0) {
      return run.substring(0, whole.inner()) + properties + rest + run.substring(whole.innerEnd());
    }
    // what stayed in a language from left to right keeps its direction among the rest
    boolean foreign = rightToLeft && has(text, LEFT_TO_RIGHT) && !has(text, RIGHT_TO_LEFT);
    String direction =
        rightToLeft ? (foreign ? "" : "<" + prefix + "rtl/>") : turns ? off("rtl") : "";
    if (rightToLeft || turns) {
      properties = WordOrder.RUN.with(properties, prefix, "rtl", direction);
    }
    if (!foreign) {
      properties = WordOrder.RUN.with(properties, prefix, "lang", lang);
    }
    return run.substring(0, whole.inner()) + properties + rest + run.substring(whole.innerEnd());
  }

  private String turned(String paragraph) {
    Markup.Element whole = Markup.children(paragraph).get(0);
    String content = whole.content(paragraph);
    List<Markup.Element> children = Markup.children(content);
    boolean has = !children.isEmpty() && children.get(0).name().equals(prefix + "pPr");
    String properties = has ? children.get(0).of(content) : "";
    return paragraph.substring(0, whole.inner())
        + WordOrder.PARAGRAPH.with(
            properties, prefix, "bidi", rightToLeft ? "<" + prefix + "bidi/>" : off("bidi"))
        + content.substring(has ? children.get(0).end() : 0)
        + paragraph.substring(whole.innerEnd());
  }

  /** A property's being off, said since a style may have it on. */
  private String off(String property) {
    return "<" + prefix + property + " " + prefix + "val=\"0\"/>";
  }

  private static boolean has(CharSequence text, Set<Byte> directions) {
    return text.codePoints().anyMatch(c -> directions.contains(Character.getDirectionality(c)));
  }

  /** A language as Word calls it: always with a country. */
  private static String tag(LanguageTag language) {
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.value()));
    String country = likely.getCountry().isEmpty() ? "" : "-" + likely.getCountry();
    String script = SCRIPTS.contains(likely.getLanguage()) ? "-" + likely.getScript() : "";
    return likely.getLanguage() + script + country;
  }
}
