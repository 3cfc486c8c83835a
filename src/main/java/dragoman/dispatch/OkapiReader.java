package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;

/** Runs an Okapi filter over a document, to read its paragraphs or to write it with others. */
final class OkapiReader {
  private final Fragments.Labels labels;
  private final Map<Character, String> asTags;
  private final UnaryOperator<String> clean;

  /**
   * Says how a format's codes are shown.
   *
   * @param asTags characters that stand for a lone tag, with its label
   * @param clean makes a text fit for the format
   */
  OkapiReader(Fragments.Labels labels, Map<Character, String> asTags, UnaryOperator<String> clean) {
    this.labels = labels;
    this.asTags = Map.copyOf(asTags);
    this.clean = clean;
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
    LocaleId locale = locale(target);
    int index = 0;
    try {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        Optional<Fragments> known = fragments(event);
        if (known.isPresent()) {
          TaggedText other = changed.get(index);
          if (other != null) {
            TextContainer container =
                new TextContainer(known.get().with(Tags.nested(other), clean));
            event.getTextUnit().setTarget(locale, container);
          }
          index++;
        }
        writer.handleEvent(event);
      }
    } finally {
      writer.close();
      filter.close();
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
    Fragments read =
        new Fragments(event.getTextUnit().getSource().getUnSegmentedContentCopy(), labels, asTags);
    boolean blank =
        read.text()
            .plain()
            .chars()
            .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    return blank ? Optional.empty() : Optional.of(read);
  }
}
