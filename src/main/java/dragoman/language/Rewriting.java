package dragoman.language;

import java.util.List;
import java.util.Optional;

/**
 * What a text needs for saying something else in one place.
 *
 * @param edits the changes, at that place and where its neighbours must agree; none overlap
 * @param certain whether the language leaves no other way to say it
 */
public record Rewriting(List<Edit> edits, boolean certain) {

  /** Keeps a copy of the edits. */
  public Rewriting {
    edits = List.copyOf(edits);
  }

  static Optional<Rewriting> of(boolean certain, Edit... edits) {
    return Optional.of(new Rewriting(List.of(edits), certain));
  }
}
