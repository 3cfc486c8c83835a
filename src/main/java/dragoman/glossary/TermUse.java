package dragoman.glossary;

/**
 * A term that stands in a text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last, its endings included
 */
public record TermUse(Concept concept, Term term, int start, int end) {
  /** Its place. */
  public Span span() {
    return new Span(start, end);
  }
}
