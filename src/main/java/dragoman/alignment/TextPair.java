package dragoman.alignment;

import java.util.Objects;

/** Two texts that are said to say the same. */
public record TextPair(Text source, Text target) {
  /** Both must be there. */
  public TextPair {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }

  TextPair swapped() {
    return new TextPair(target, source);
  }
}
