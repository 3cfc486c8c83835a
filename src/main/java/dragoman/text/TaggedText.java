package dragoman.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A segment's text: its plain form, in NFC, with inline tags beside it by place. The plain form is
 * what is searched, counted and compared; the tags are what the format needs back.
 *
 * @param plain the text without tags, NFC
 * @param tags the tags in order of place; several at one place stand in reading order
 */
public record TaggedText(String plain, List<Tag> tags) {

  // before EMPTY, whose making needs it
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  /** The empty text. */
  public static final TaggedText EMPTY = new TaggedText("", List.of());

  /**
   * Normalizes the plain text to NFC and moves the tags along.
   *
   * @throws IllegalArgumentException if a tag stands outside the text
   */
  public TaggedText {
    List<Tag> sorted = new ArrayList<>(tags);
    sorted.sort(Comparator.comparingInt(Tag::at));
    for (Tag tag : sorted) {
      if (tag.at() < 0 || tag.at() > plain.length()) {
        throw new IllegalArgumentException(
            "Tag " + tag.label() + " stands at " + tag.at() + ", outside the text.");
      }
    }
    if (!NFC.isNormalized(plain)) {
      String given = plain;
      StringBuilder composed = new StringBuilder();
      int from = 0;
      List<Tag> moved = new ArrayList<>();
      for (Tag tag : sorted) {
        composed.append(NFC.normalize(given.substring(from, tag.at())));
        from = tag.at();
        moved.add(tag.moved(composed.length()));
      }
      composed.append(NFC.normalize(given.substring(from)));
      plain = composed.toString();
      sorted = moved;
    }
    tags = List.copyOf(sorted);
  }

  /** A text without tags. */
  public static TaggedText of(String plain) {
    return new TaggedText(plain, List.of());
  }

  /** Whether there is neither text nor tag. */
  public boolean isEmpty() {
    return plain.isEmpty() && tags.isEmpty();
  }

  /** Whether it has no text but white space. */
  public boolean isBlank() {
    return plain.isBlank();
  }
}
