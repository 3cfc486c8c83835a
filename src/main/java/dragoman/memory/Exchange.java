package dragoman.memory;

import java.util.Locale;

/**
 * What a repair put in another's place.
 *
 * @param kind what it is
 * @param from as the match's target has it; empty where something is only put in
 * @param to as the repaired text has it; empty where something is only taken out
 * @param start where {@code to} begins in the repaired text, in UTF-16 units
 */
public record Exchange(Kind kind, String from, String to, int start) {

  /** What can be exchanged. */
  public enum Kind {
    NUMBER,
    DATE,
    NAME,
    PUNCTUATION,
    CASE,
    TAG;

    /** The name that HTTP uses. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
