package dragoman.exchange;

import dragoman.glossary.Concept;

/** Takes the concepts of a file one by one as they are read. */
@FunctionalInterface
public interface ConceptSink {

  /**
   * Takes a concept.
   *
   * @param line the line of the file where it begins, 1-based
   * @throws IllegalArgumentException if it cannot be taken, with the reason in one sentence: the
   *     reader counts it as skipped and goes on
   */
  void concept(Concept concept, long line);
}
