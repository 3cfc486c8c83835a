package dragoman.segmentation;

import java.util.List;

/**
 * A text with its sentences as people left them.
 *
 * @param text a paragraph, or two neighbouring sentences of one
 * @param sentences in order, not overlapping, with nothing but white space between them
 * @param group what it comes from, as a document: what shares a group is held out together, so that
 *     no model is judged by what it was trained from
 */
public record Example(String text, List<Sentence> sentences, String group) {
  /** Keeps a copy. */
  public Example {
    sentences = List.copyOf(sentences);
  }
}
