package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextFragment;

/** Runs an Okapi filter over a document, to read its paragraphs or to write it with others. */
final class OkapiReader {
  private final Style style;

  OkapiReader(Style style) {
    this.style = style;
  }

  /** A text unit of Okapi's and its text as ours. */
  record Piece(ITextUnit unit, TaggedText text) {}

  /** The units with text, in the document's order. */
  List<Piece> read(IFilter filter, RawDocument document) {
    List<Piece> pieces = new ArrayList<>();
    try {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        fragments(event)
            .ifPresent(known -> pieces.add(new Piece(event.getTextUnit(), known.text())));
      }
    } finally {
      filter.close();
    }
    return pieces;
  }

  /** Writes the document with some units' text exchanged, by their index among those with text. */
  void write(
      IFilter filter,
      RawDocument document,
      IFilterWriter writer,
      LanguageTag target,
      Map<Integer, TaggedText> changed) {
    int index = 0;
    try {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        Optional<Fragments> known = fragments(event);
        if (known.isPresent()) {
          exchange(
              event.getTextUnit(), known.get(), Optional.ofNullable(changed.get(index)), target);
          index++;
        }
        writer.handleEvent(event);
      }
    } finally {
      writer.close();
      filter.close();
    }
  }

  /** Writes the document with {@linkplain HtmlPlaces marks} around each text and its codes. */
  void mark(IFilter filter, RawDocument document, IFilterWriter writer, LocaleId target) {
    int index = 0;
    try {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (fragments(event).isPresent()) {
          ITextUnit unit = event.getTextUnit();
          unit.setTarget(target, new TextContainer(marked(unit, index++)));
        }
        writer.handleEvent(event);
      }
    } finally {
      writer.close();
      filter.close();
    }
  }

  private static TextFragment marked(ITextUnit unit, int index) {
    TextFragment source = unit.getSource().getUnSegmentedContentCopy();
    String coded = source.getCodedText();
    TextFragment made = new TextFragment();
    mark(made, HtmlPlaces.UNIT + Integer.toString(index) + HtmlPlaces.NUMBERED);
    for (int i = 0; i < coded.length(); i++) {
      if (TextFragment.isMarker(coded.charAt(i))) {
        mark(made, String.valueOf(HtmlPlaces.CODE));
        made.append(source.getCode(coded.charAt(++i)).clone());
        mark(made, String.valueOf(HtmlPlaces.CODE_END));
      } else {
        made.append(coded.charAt(i));
      }
    }
    mark(made, String.valueOf(HtmlPlaces.UNIT_END));
    return made;
  }

  private static void mark(TextFragment made, String data) {
    made.append(TextFragment.TagType.PLACEHOLDER, "mark", data);
  }

  private void exchange(
      ITextUnit unit, Fragments known, Optional<TaggedText> other, LanguageTag target) {
    boolean quoted = style.quoted(unit);
    boolean refers = quoted && known.text().plain().indexOf('"') >= 0;
    if (other.isPresent() || refers) {
      TaggedText text = other.orElse(known.text());
      TaggedText fit = Tags.nested(new TaggedText(style.clean(text.plain()), text.tags()));
      unit.setTarget(locale(target), new TextContainer(known.with(fit, quoted)));
    }
  }

  static LocaleId locale(LanguageTag language) {
    return LocaleId.fromBCP47(language.value());
  }

  /** The event's text; empty for events that bring none. */
  private Optional<Fragments> fragments(Event event) {
    if (!event.isTextUnit() || !event.getTextUnit().isTranslatable()) {
      return Optional.empty();
    }
    Fragments read = new Fragments(event.getTextUnit(), style);
    boolean blank =
        read.text()
            .plain()
            .chars()
            .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    return blank ? Optional.empty() : Optional.of(read);
  }
}
