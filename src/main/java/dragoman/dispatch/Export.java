package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Sentence;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Puts translations into the document that the segments were cut from. */
final class Export {
  private Export() {}

  /** A sentence's place, its source, and what it is exchanged for, if anything. */
  record Piece(int paragraph, Sentence place, TaggedText source) {}

  /**
   * The document in another language.
   *
   * @param pieces every sentence, in order
   * @param translation a sentence's translation by its index; without one the source stays
   */
  static Document.Written write(
      Document document,
      LanguageTag source,
      LanguageTag target,
      List<Piece> pieces,
      IntFunction<Optional<TaggedText>> translation) {
    Map<Integer, List<Integer>> byParagraph = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      byParagraph.computeIfAbsent(pieces.get(i).paragraph(), p -> new ArrayList<>()).add(i);
    }
    List<Paragraph> paragraphs = document.paragraphs();
    Map<Integer, TaggedText> changed = new HashMap<>();
    byParagraph.forEach(
        (number, indexes) -> {
          TaggedText paragraph = paragraphs.get(number - 1).text();
          List<Sentence> places = new ArrayList<>();
          Map<Integer, TaggedText> exchanged = new HashMap<>();
          for (int index : indexes) {
            Piece piece = pieces.get(index);
            expectSame(piece, paragraph);
            int place = places.size();
            translation
                .apply(index)
                .ifPresent(text -> exchanged.put(place, Tags.withObjects(piece.source(), text)));
            places.add(piece.place());
          }
          if (!exchanged.isEmpty()) {
            changed.put(number - 1, new Splitting(paragraph, places).joined(exchanged));
          }
        });
    return document.write(source, target, changed);
  }

  private static void expectSame(Piece piece, TaggedText paragraph) {
    Sentence place = piece.place();
    if (place.end() > paragraph.plain().length()
        || !place.of(paragraph.plain()).equals(piece.source().plain())) {
      throw new IllegalStateException(
          "Paragraph "
              + piece.paragraph()
              + " of the original reads otherwise than when it was taken in.");
    }
  }
}
