package dragoman.exchange;

import dragoman.glossary.Concept;
import java.util.function.Consumer;

/** Gives all concepts of a glossary, as often as it is asked. */
@FunctionalInterface
public interface ConceptSource {

  /** Hands every concept to the consumer, in the same order each time. */
  void each(Consumer<Concept> consumer);
}
