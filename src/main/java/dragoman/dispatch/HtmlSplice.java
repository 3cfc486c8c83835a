package dragoman.dispatch;

import dragoman.dispatch.HtmlPlaces.Place;
import dragoman.dispatch.HtmlPlaces.Range;
import dragoman.language.LanguageTag;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.htmlparser.jericho.Attribute;
import net.htmlparser.jericho.Source;
import net.htmlparser.jericho.StartTag;

/** A page with some of its texts exchanged, all else as it is written there. */
final class HtmlSplice {
  /** What an attribute's value may be without quotation marks (HTML 13.1.2.3). */
  private static final Pattern BARE = Pattern.compile("[^\\s\"'=<>`]+");

  private final String page;
  private final CharsetEncoder encoder;
  private final boolean hidden;
  private final NavigableMap<Integer, Place> places = new TreeMap<>();
  private final NavigableMap<Integer, Edit> edits = new TreeMap<>();

  private record Edit(int to, Supplier<String> text) {}

  /**
   * A text of the page.
   *
   * @param text as it was read
   * @param attribute whether it is an attribute's value
   * @param collapses whether white space counts as one space
   */
  record Unit(TaggedText text, boolean attribute, boolean collapses) {}

  HtmlSplice(String page, List<Place> all, CharsetEncoder encoder) {
    this.page = page;
    this.encoder = encoder;
    this.hidden = page.contains("&nbsp;") || page.contains("&shy;");
    all.forEach(place -> places.put(place.whole().from(), place));
  }

  /** Exchanges a text. */
  void exchange(Place place, Unit unit, TaggedText text) {
    edits.put(place.whole().from(), new Edit(place.whole().to(), () -> written(place, unit, text)));
  }

  /** Says the new language where the page says the old one of what is exchanged. */
  void speak(LanguageTag source, LanguageTag target) {
    Source parsed = new Source(page);
    parsed.fullSequentialParse();
    boolean rooted = false;
    for (StartTag tag : parsed.getAllStartTags()) {
      if (tag.getAttributes() == null) {
        continue;
      }
      if (tag.getName().equals("html") && !rooted) {
        rooted = true;
        root(tag, source, target);
      } else if (exchangedBehind(tag)) {
        value(tag, "lang").filter(a -> meets(a, source)).ifPresent(a -> set(a, target.value()));
        value(tag, "xml:lang").filter(a -> meets(a, source)).ifPresent(a -> set(a, target.value()));
      }
    }
  }

  /** The page. */
  String page() {
    return range(new Range(0, page.length()), true);
  }

  private void root(StartTag tag, LanguageTag source, LanguageTag target) {
    StringBuilder added = new StringBuilder();
    Optional<Attribute> lang = value(tag, "lang");
    lang.ifPresentOrElse(
        a -> set(a, target.value()),
        () -> added.append(" lang=\"").append(target.value()).append('"'));
    value(tag, "xml:lang").ifPresent(a -> set(a, target.value()));
    if (source.rightToLeft() != target.rightToLeft()) {
      String direction = target.rightToLeft() ? "rtl" : "ltr";
      value(tag, "dir")
          .ifPresentOrElse(
              a -> set(a, direction), () -> added.append(" dir=\"").append(direction).append('"'));
    }
    int end = tag.getEnd() - (page.charAt(tag.getEnd() - 2) == '/' ? 2 : 1);
    edits.put(end, new Edit(end, added::toString));
  }

  private static Optional<Attribute> value(StartTag tag, String name) {
    return Optional.ofNullable(tag.getAttributes().get(name))
        .filter(attribute -> attribute.getValueSegment() != null);
  }

  private void set(Attribute attribute, String value) {
    edits.put(
        attribute.getValueSegment().getBegin(),
        new Edit(attribute.getValueSegment().getEnd(), () -> value));
  }

  private static boolean meets(Attribute attribute, LanguageTag language) {
    try {
      return LanguageTag.of(attribute.getValue()).meets(language);
    } catch (IllegalArgumentException noTag) {
      return false; // the page says something that is no language, and goes on saying it
    }
  }

  private boolean exchangedBehind(StartTag tag) {
    Map.Entry<Integer, Place> next = places.ceilingEntry(tag.getEnd());
    return next != null && edits.containsKey(next.getKey());
  }

  private String range(Range range, boolean fromStart) {
    StringBuilder out = new StringBuilder();
    int at = range.from();
    for (Map.Entry<Integer, Edit> edit :
        edits.subMap(range.from(), fromStart, range.to(), false).entrySet()) {
      if (edit.getKey() >= at) {
        out.append(page, at, edit.getKey()).append(edit.getValue().text().get());
        at = edit.getValue().to();
      }
    }
    return out.append(page, at, range.to()).toString();
  }

  private String written(Place place, Unit unit, TaggedText text) {
    Map<String, Integer> codes = new HashMap<>();
    for (int i = 0; i < unit.text().tags().size(); i++) {
      codes.put(key(unit.text().tags().get(i)), i);
    }
    char before = place.whole().from() == 0 ? ' ' : page.charAt(place.whole().from() - 1);
    boolean bare = unit.attribute() && before != '"' && before != '\'';
    char quote = bare ? '"' : unit.attribute() ? before : 0;
    StringBuilder out = new StringBuilder();
    int at = 0;
    int piece = 0;
    boolean spaced = false;
    for (Tag tag : text.tags()) {
      Integer code = codes.get(key(tag));
      if (code == null) {
        continue;
      }
      String between = text.plain().substring(at, tag.at());
      out.append(text(between, place.text(piece), unit, quote, spaced));
      // what begins where the code does is this text itself
      out.append(range(place.codes().get(code), false));
      at = tag.at();
      piece = code + 1;
      // the space that a break stands for may come behind the codes that follow it
      spaced = Tags.spaces(tag) || (spaced && between.isEmpty());
    }
    out.append(text(text.plain().substring(at), place.text(piece), unit, quote, spaced));
    return bare && !BARE.matcher(out).matches() ? "\"" + out + "\"" : out.toString();
  }

  /**
   * A text between two codes, as the page has it as far as the old text goes.
   *
   * @param spaced whether it stands behind a break, which parts words without a space
   */
  private String text(String text, Range old, Unit unit, char quote, boolean spaced) {
    List<Piece> pieces = pieces(old, unit.collapses());
    String rest = text;
    String kept = "";
    if (spaced) {
      rest = text.startsWith(" ") ? text.substring(1) : text;
      if (!pieces.isEmpty() && pieces.get(0).text().isBlank()) {
        kept = page.substring(pieces.get(0).from(), pieces.get(0).to());
        pieces = pieces.subList(1, pieces.size());
      }
    }
    int first = 0;
    int from = 0;
    while (first < pieces.size() && rest.startsWith(pieces.get(first).text(), from)) {
      from += pieces.get(first++).text().length();
    }
    int last = pieces.size();
    int to = rest.length();
    while (last > first
        && to - pieces.get(last - 1).text().length() >= from
        && rest.startsWith(
            pieces.get(last - 1).text(), to - pieces.get(last - 1).text().length())) {
      to -= pieces.get(--last).text().length();
    }
    return kept
        + (first == 0 ? "" : page.substring(pieces.get(0).from(), pieces.get(first - 1).to()))
        + HtmlReference.written(rest.substring(from, to), quote, encoder, hidden)
        + (last == pieces.size()
            ? ""
            : page.substring(pieces.get(last).from(), pieces.get(pieces.size() - 1).to()));
  }

  private record Piece(String text, int from, int to) {}

  private List<Piece> pieces(Range range, boolean collapses) {
    List<Piece> pieces = new ArrayList<>();
    int at = range.from();
    while (at < range.to()) {
      int from = at;
      HtmlReference next = HtmlReference.at(page, at);
      at += next.length();
      if (collapses && next.text().isBlank() && Character.isWhitespace(next.text().charAt(0))) {
        while (at < range.to() && HtmlReference.at(page, at).blank()) {
          at++;
        }
        pieces.add(new Piece(" ", from, at));
      } else if (page.startsWith("\r\n", from) && at < range.to()) {
        at++;
        pieces.add(new Piece("\n", from, at));
      } else {
        pieces.add(new Piece(next.text(), from, at));
      }
    }
    return pieces;
  }

  private static String key(Tag tag) {
    return tag.kind() + "/" + tag.id();
  }
}
