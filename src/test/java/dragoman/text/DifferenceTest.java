package dragoman.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final LanguageTag EN = LanguageTag.of("en");

  @Test
  void oneWordExchangedIsShownBetweenWhatStays() {
    assertEquals(
        List.of(
            new Difference.Piece(Difference.Kind.SAME, "Damaged on "),
            new Difference.Piece(Difference.Kind.REMOVED, "Sunday"),
            new Difference.Piece(Difference.Kind.ADDED, "Monday"),
            new Difference.Piece(Difference.Kind.SAME, ".")),
        between("Damaged on Sunday.", "Damaged on Monday."));
  }

  @Test
  void theSameTextIsOnePiece() {
    assertEquals(
        List.of(new Difference.Piece(Difference.Kind.SAME, "Как есть.")),
        between("Как есть.", "Как есть."));
    assertEquals(List.of(), between("", ""));
  }

  @Property(tries = 300)
  void thePiecesMakeUpBothTexts(@ForAll("texts") String old, @ForAll("texts") String now) {
    List<Difference.Piece> pieces = between(old, now);
    assertEquals(TaggedText.of(old).plain(), without(pieces, Difference.Kind.ADDED));
    assertEquals(TaggedText.of(now).plain(), without(pieces, Difference.Kind.REMOVED));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "school", "40", ", ", " ", ".", "…", "مدرسة", "👍", "e\u0301")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private static String without(List<Difference.Piece> pieces, Difference.Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Difference.Piece::text)
        .collect(Collectors.joining());
  }

  private static List<Difference.Piece> between(String old, String now) {
    return Difference.between(EN, TaggedText.of(old), TaggedText.of(now));
  }
}
