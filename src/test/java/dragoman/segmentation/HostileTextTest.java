package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no writer writes: each costs a bounded count of looks at each of its characters. */
class HostileTextTest {
  private static final int MOST_LOOKS = 20_000;
  private static final Segmenter SEGMENTER = Segmenter.ofBundledRules();

  static Stream<String> pieces() {
    return Stream.of(
        ".",
        ". ",
        "? ",
        "…\" ",
        "\"",
        "(",
        "[",
        "«»",
        "“ ",
        "1. A",
        "a) A ",
        "A. ",
        "Mr. ",
        "и т. д. 1. ",
        "(a. b",
        "[a. b] ",
        "— a, ",
        " ",
        "\n",
        "\u0627. ",
        "《！",
        "• ",
        "\uD800",
        "\uDC00x. ",
        "\u202E. \u2066! ",
        "e\u0301\u0301\u0301. ",
        "12. ",
        "U.S. ");
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void twiceTheTextCostsTwiceTheLooksAtMost(String piece) throws SrxException {
    for (String language : List.of("en", "ru", "de")) {
      Rules rules = new Rules(Segmenter.bundled().rulesFor(LanguageTag.of(language)));
      long once = looks(rules, piece, 5_000);
      long twice = looks(rules, piece, 10_000);
      assertTrue(twice <= 2.1 * once + MOST_LOOKS, language + ": " + once + " then " + twice);
      assertTrue(twice / 10_000 <= MOST_LOOKS, language + ": " + twice);
    }
  }

  private static long looks(Rules rules, String piece, int length) {
    Counted text = new Counted(piece.repeat(length / piece.length()));
    rules.decide(text, 0, text.length(), (at, by) -> {});
    return text.looks;
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void megabytesSplitWithoutThrowing(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    List<Sentence> sentences = SEGMENTER.split(LanguageTag.of("en"), text);
    int end = 0;
    for (Sentence sentence : sentences) {
      assertTrue(sentence.start() >= end);
      end = sentence.end();
    }
    assertEquals(text.strip().isEmpty(), sentences.isEmpty());
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
