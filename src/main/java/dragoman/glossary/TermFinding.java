package dragoman.glossary;

import java.util.List;
import java.util.Optional;

/**
 * What the glossary holds against a translation.
 *
 * @param concept the concept whose terms decide
 * @param term the term that the finding is about: the source's where one is missing, else the
 *     target's that should not stand there
 * @param source where the concept is named in the source; empty where only the target matters
 * @param target what stands in the target in its place; empty where nothing does
 * @param found what is written at {@code target}; empty where nothing is
 * @param expected the terms that would be right, the preferred one first, in their base form
 * @param offer what to write at {@code target}, in the form that the place needs
 */
public record TermFinding(
    Rule rule,
    Concept concept,
    Term term,
    List<Span> source,
    Optional<Span> target,
    String found,
    List<String> expected,
    Optional<String> offer) {

  /** Keeps copies of the lists. */
  public TermFinding {
    source = List.copyOf(source);
    expected = List.copyOf(expected);
  }

  /** The rules of terms. */
  public enum Rule {
    /** The source names the concept, the target does not. */
    MISSING("term.missing"),
    /**
     * The source names the concept; in its place the target names another, which the source does
     * not.
     */
    OTHER("term.other"),
    /** The target names a concept that the source does not name. */
    EXTRA("term.extra"),
    /** The target has a form that the desk does not write, whatever the source says. */
    FORBIDDEN("term.forbidden"),
    /** The target has a form that the desk wants to get rid of. */
    DEPRECATED("term.deprecated"),
    /** The target should have the term as the source has it. */
    UNTRANSLATED("term.untranslated");

    private final String id;

    Rule(String id) {
      this.id = id;
    }

    /** The rule's stable name. */
    public String id() {
      return id;
    }
  }
}
