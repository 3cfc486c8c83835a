package dragoman.alignment;

import dragoman.language.LanguageTag;
import java.util.List;

/**
 * A text to be aligned: its sentences in order, and where its paragraphs begin.
 *
 * @param language the language it is written in
 * @param sentences its sentences; an empty one is a sentence that says nothing
 * @param paragraphs the places of the sentences that open a paragraph, from 0, rising; empty where
 *     that is not known
 */
public record Text(LanguageTag language, List<String> sentences, List<Integer> paragraphs) {

  /**
   * Keeps copies of the lists.
   *
   * @throws IllegalArgumentException if a paragraph begins at a sentence that is not there
   */
  public Text {
    sentences = List.copyOf(sentences);
    paragraphs = List.copyOf(paragraphs);
    for (int start : paragraphs) {
      if (start < 0 || start >= sentences.size()) {
        throw new IllegalArgumentException(
            "A paragraph begins at sentence "
                + start
                + ", but the text has "
                + sentences.size()
                + " sentences.");
      }
    }
  }

  /** A text of which the paragraphs are not known. */
  public static Text of(LanguageTag language, List<String> sentences) {
    return new Text(language, sentences, List.of());
  }
}
