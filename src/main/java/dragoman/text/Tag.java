package dragoman.text;

/**
 * An inline tag of a segment: formatting that travels with the text and must not break.
 *
 * @param at offset in the plain text, in UTF-16 units, before which the tag stands
 * @param kind whether it opens, closes or stands alone
 * @param id pairs an opening with its closing tag; positive, unique among the openings of a text
 * @param label what a person sees on the chip, as {@code b}; never empty
 * @param data the tag's own code in the original format, as {@code <b class="x">}; may be empty
 */
public record Tag(int at, Kind kind, int id, String label, String data) {

  /** What a tag does. */
  public enum Kind {
    OPEN,
    CLOSE,
    ALONE
  }

  /** The same tag at another place. */
  public Tag moved(int to) {
    return new Tag(to, kind, id, label, data);
  }

  /** Whether both are the same code, wherever they stand. */
  public boolean sameCode(Tag other) {
    return kind == other.kind && id == other.id;
  }
}
