package dragoman.segmentation;

import java.util.List;

/**
 * A text with its sentences as people left them.
 *
 * @param text a paragraph, or two neighbouring sentences of one
 * @param sentences in order, not overlapping, with nothing but white space between them
 */
public record Example(String text, List<Sentence> sentences) {
  /** Keeps a copy. */
  public Example {
    sentences = List.copyOf(sentences);
  }
}
