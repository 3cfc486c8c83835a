package dragoman.segmentation;

/**
 * A sentence's place in its paragraph, without the white space around it: what lies between one
 * sentence's end and the next one's start is white space and nothing else.
 *
 * @param start the offset of its first UTF-16 unit
 * @param end the offset behind its last UTF-16 unit, greater than {@code start}
 */
public record Sentence(int start, int end) {

  /** The sentence's text, cut from its paragraph. */
  public String of(String paragraph) {
    return paragraph.substring(start, end);
  }
}
