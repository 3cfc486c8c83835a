package dragoman.memory;

import java.util.List;

/**
 * A unit on its way into a memory.
 *
 * @param variants at least one
 * @param metadata what a file said of it
 * @param contexts neighbours that it was seen with; may be empty
 */
public record NewUnit(List<Variant> variants, Metadata metadata, List<Context> contexts) {

  /**
   * @throws IllegalArgumentException if there is no variant
   */
  public NewUnit {
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("The unit has no text in any language.");
    }
    variants = List.copyOf(variants);
    contexts = List.copyOf(contexts);
  }

  /** A unit of which nothing but its texts is known. */
  public static NewUnit of(Variant... variants) {
    return new NewUnit(List.of(variants), Metadata.EMPTY, List.of());
  }
}
