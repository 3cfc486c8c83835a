package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.Folding;
import dragoman.language.Inflection;
import dragoman.language.LanguageTag;
import dragoman.memory.Probe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What texts must be looked through for when a concept changes. A translation's findings change
 * only where a term that changed stands in it; or, where a language gets its first accepted term or
 * loses its last one, where the concept is named at all.
 */
final class ImpactProbes {
  /** A shorter beginning of a word stands in too many others. */
  private static final int LEAST = 4;

  private ImpactProbes() {}

  static List<Probe> of(Optional<Concept> before, Optional<Concept> after) {
    List<Term> was = enforced(before);
    List<Term> is = enforced(after);
    Set<String> same = new LinkedHashSet<>();
    is.forEach(t -> same.add(told(t)));
    Set<String> known = new LinkedHashSet<>();
    was.forEach(t -> known.add(told(t)));
    Set<Probe> probes = new LinkedHashSet<>();
    Map<String, LanguageTag> changed = new TreeMap<>();
    Stream.concat(
            was.stream().filter(t -> !same.contains(told(t))),
            is.stream().filter(t -> !known.contains(told(t))))
        .forEach(
            term -> {
              changed.put(term.language().key(), term.language());
              add(term, probes);
            });
    for (LanguageTag language : changed.values()) {
      if (accepts(was, language) != accepts(is, language)) {
        Stream.concat(was.stream(), is.stream())
            .filter(t -> !t.language().meets(language))
            .forEach(t -> add(t, probes));
      }
    }
    return new ArrayList<>(probes);
  }

  /** Whether a text may have what is looked for. */
  static boolean mayHave(Probe probe, String text) {
    return probe.whole() || Folding.searchKey(text).contains(Folding.searchKey(probe.text()));
  }

  private static boolean accepts(List<Term> terms, LanguageTag language) {
    return terms.stream().anyMatch(t -> t.language().meets(language) && t.status().accepted());
  }

  private static List<Term> enforced(Optional<Concept> concept) {
    return concept.filter(c -> c.state() == State.APPROVED).stream()
        .flatMap(c -> c.terms().stream())
        .filter(t -> t.state() == State.APPROVED)
        .toList();
  }

  private static String told(Term term) {
    return String.join(
        "\n",
        term.language().key(),
        term.text(),
        term.status().name(),
        String.valueOf(term.caseSensitive()),
        String.valueOf(term.exact()),
        String.valueOf(term.untranslated()));
  }

  private static void add(Term term, Set<Probe> probes) {
    Inflection inflection = Inflection.of(term.language());
    Optional<String> beginning =
        Folding.of(term.language()).words(term.text()).stream()
            .map(word -> inflection.stem(word.folded()))
            .filter(stem -> Folding.searchKey(stem).length() >= LEAST)
            .max(Comparator.comparingInt(String::length));
    probes.add(new Probe(beginning.orElse(term.text()), term.language(), beginning.isEmpty()));
  }
}
