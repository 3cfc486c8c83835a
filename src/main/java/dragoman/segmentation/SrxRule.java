package dragoman.segmentation;

/**
 * One rule of an SRX file (SRX 2.0, section 3.3.6): at a place with {@code before} ending at it and
 * {@code after} starting at it, the text breaks or holds.
 *
 * @param breaks whether the text breaks there ({@code break="yes"})
 * @param before the pattern before the place, empty for any text
 * @param after the pattern after the place, empty for any text
 * @param name where it stands, as {@code english.srx:12}
 * @param comment what stands above it, on one line; may be empty
 */
public record SrxRule(boolean breaks, String before, String after, String name, String comment) {

  private static final int SHOWN = 120;

  /** Why it decides, for a person: what its comment says and where it stands. */
  String reason() {
    return comment.isEmpty() ? describe() : comment + " (" + name + ")";
  }

  /** The rule on one line with its patterns, for who mends it. */
  public String describe() {
    return name
        + (comment.isEmpty() ? "" : " " + comment)
        + " ["
        + shorten(before)
        + " | "
        + shorten(after)
        + "]";
  }

  private static String shorten(String pattern) {
    String line = pattern.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
