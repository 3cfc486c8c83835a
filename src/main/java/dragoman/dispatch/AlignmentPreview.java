package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Optional;

/**
 * What is seen of texts before their alignment is kept.
 *
 * @param texts in the order given
 * @param trouble why they cannot be aligned as they are; empty where they can
 */
public record AlignmentPreview(List<Seen> texts, Optional<AlignmentTrouble> trouble) {

  /** Keeps a copy of the texts. */
  public AlignmentPreview {
    texts = List.copyOf(texts);
  }

  /**
   * A text.
   *
   * @param name the file's name; empty for pasted text
   * @param format what the file is
   * @param language as a person said, else the likeliest
   * @param candidates the desk's languages that it may be in, the likeliest first
   * @param segments how many sentences it has
   * @param words how many words it has
   * @param notice a sentence that a person should read first
   * @param beginning its first sentence
   */
  public record Seen(
      String name,
      Format format,
      LanguageTag language,
      List<LanguageTag> candidates,
      int segments,
      int words,
      Optional<String> notice,
      String beginning) {}
}
