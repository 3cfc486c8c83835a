package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a Word document in another language: the original with those paragraphs exchanged whose
 * text was translated, everything else as it is written there.
 *
 * <p>Okapi writes a part anew, in its own spelling and not always in the schema's order. So it
 * writes every part twice, with the new text and with the old; where both have the same paragraph
 * the original's stays.
 */
final class WordPart {
  private static final Pattern NAMESPACE =
      Pattern.compile(
          "xmlns:(\\w+)=[\"'](?:http://schemas.openxmlformats.org/wordprocessingml/2006/main"
              + "|http://purl.oclc.org/ooxml/wordprocessingml/main)[\"']");
  private static final Pattern DECLARATION = Pattern.compile("^\uFEFF?<\\?xml\\b[^>]*\\?>\\s*");

  private final WordLanguage language;
  private final String prefix;

  private WordPart(LanguageTag source, LanguageTag target, String prefix) {
    this.language = new WordLanguage(source, target, prefix);
    this.prefix = prefix;
  }

  /**
   * The part with its translated paragraphs.
   *
   * @param original as it was taken in
   * @param same as Okapi writes it with the old text
   * @param other as Okapi writes it with the new text
   * @param accepted as Okapi writes it in its own language, with every tracked change accepted
   */
  static byte[] written(
      byte[] original,
      byte[] same,
      byte[] other,
      Supplier<byte[]> accepted,
      LanguageTag source,
      LanguageTag target) {
    Optional<String> before = text(original);
    Optional<String> old = text(same);
    Optional<String> now = text(other);
    if (before.isEmpty() || old.isEmpty() || now.isEmpty()) {
      return other;
    }
    Matcher namespace = NAMESPACE.matcher(before.get());
    if (!namespace.find()) {
      return other;
    }
    return new WordPart(source, target, namespace.group(1) + ":")
        .spliced(before.get(), old.get(), now.get(), () -> text(accepted.get()).orElseThrow())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a part has changes that somebody is still to accept or reject. */
  static boolean revised(String xml) {
    Matcher namespace = NAMESPACE.matcher(xml);
    return namespace.find()
        && Pattern.compile("<" + namespace.group(1) + ":(?:ins|del|moveFrom|moveTo)[\\s/>]")
            .matcher(xml)
            .find();
  }

  private String spliced(String before, String old, String now, Supplier<String> accepted) {
    String base = before;
    List<Markup.Element> places = Markup.outermost(base, prefix + "p");
    List<Markup.Element> olds = Markup.outermost(old, prefix + "p");
    List<Markup.Element> nows = Markup.outermost(now, prefix + "p");
    if (places.size() != olds.size() || revised(before)) {
      // where changes were accepted, paragraphs may have become one
      base = ordered(headed(before, accepted.get()));
      places = Markup.outermost(base, prefix + "p");
    }
    if (places.size() != nows.size() || olds.size() != nows.size()) {
      return ordered(headed(before, now));
    }
    StringBuilder out = new StringBuilder();
    boolean[] exchanged = new boolean[places.size()];
    int at = 0;
    for (int i = 0; i < places.size(); i++) {
      String paragraph = nows.get(i).of(now);
      if (!paragraph.equals(olds.get(i).of(old))) {
        out.append(base, at, places.get(i).start());
        out.append(language.paragraph(ordered(paragraph)));
        at = places.get(i).end();
        exchanged[i] = true;
      }
    }
    out.append(base, at, base.length());
    return language.tables(out.toString(), exchanged);
  }

  private String ordered(String xml) {
    String ordered = xml;
    for (WordOrder order : List.of(WordOrder.RUN, WordOrder.PARAGRAPH, WordOrder.TABLE)) {
      ordered =
          Markup.each(
              ordered, prefix + order.element(), properties -> order.sorted(properties, prefix));
    }
    return ordered;
  }

  /** With the XML declaration of the original, which may say {@code standalone}. */
  private static String headed(String original, String xml) {
    Matcher head = DECLARATION.matcher(original);
    return (head.find() ? head.group() : "") + DECLARATION.matcher(xml).replaceFirst("");
  }

  /** The part's text; nothing if it is not in UTF-8, as parts may be and hardly ever are. */
  private static Optional<String> text(byte[] part) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
