package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.LookAlike;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds names in a translation that its source does not have. Only what is certain: the concept is
 * a name in every language that has capitals, it has terms in the source's language, and nothing in
 * the source looks like it.
 */
final class Strangers {
  private final LanguageTerms from;
  private final LanguageTerms to;
  private final List<Folding.Word> source;
  private final List<Folding.Word> target;

  Strangers(
      LanguageTerms from, LanguageTerms to, List<Folding.Word> source, List<Folding.Word> target) {
    this.from = from;
    this.to = to;
    this.source = source;
    this.target = target;
  }

  /** The first place of each such name. */
  List<TermAutomaton.Hit> of(List<TermAutomaton.Hit> written, Set<Concept> named) {
    List<TermAutomaton.Hit> candidates =
        written.stream()
            .filter(TermAutomaton.Hit::alone)
            .filter(h -> h.pattern().term().status().accepted())
            .filter(h -> isName(h.pattern().concept()))
            .filter(h -> written.stream().allMatch(o -> o == h || o.first() != h.first()))
            .toList();
    if (candidates.isEmpty()) {
      return candidates;
    }
    List<TermAutomaton.Hit> right =
        to.automaton().all(target).stream()
            .filter(h -> named.contains(h.pattern().concept()))
            .toList();
    List<TermAutomaton.Hit> strangers = new ArrayList<>();
    for (TermAutomaton.Hit hit : candidates) {
      Concept concept = hit.pattern().concept();
      boolean elsewhere =
          named.contains(concept)
              || from.of(concept).isEmpty()
              || right.stream().anyMatch(r -> r.first() <= hit.last() && hit.first() <= r.last())
              || strangers.stream().anyMatch(s -> s.pattern().concept() == concept);
      if (!elsewhere && !inSource(hit)) {
        strangers.add(hit);
      }
    }
    return strangers;
  }

  private boolean inSource(TermAutomaton.Hit hit) {
    List<Pattern> own = from.of(hit.pattern().concept());
    Mentions.Count count = new Mentions(from.inflection(), source).of(own);
    if (count.forms() + count.derived() > 0) {
      return true;
    }
    if (own.stream().anyMatch(this::abbreviated)) {
      return true;
    }
    List<String> skeletons = new ArrayList<>();
    own.forEach(p -> p.words().forEach(w -> skeletons.add(LookAlike.skeleton(w))));
    hit.pattern().words().forEach(w -> skeletons.add(LookAlike.skeleton(w)));
    return source.stream()
        .map(w -> LookAlike.skeleton(w.folded()))
        .anyMatch(w -> skeletons.stream().anyMatch(s -> near(s, w)));
  }

  /** Whether the source may have a name of several words in its first letters, as U.S. or USA. */
  private boolean abbreviated(Pattern pattern) {
    if (pattern.words().size() < 2) {
      return false;
    }
    StringBuilder first = new StringBuilder();
    pattern.words().forEach(w -> first.appendCodePoint(w.codePointAt(0)));
    return source.stream()
        .map(w -> w.folded().replace(".", ""))
        .anyMatch(w -> w.length() <= first.length() + 1 && w.startsWith(first.toString()));
  }

  /** As Gandja and Ganja are. */
  private static boolean near(String one, String other) {
    return LookAlike.alike(one, other)
        || Math.min(one.length(), other.length()) >= 4
            && LookAlike.distance(one, other) <= Math.max(one.length(), other.length()) / 3;
  }

  /**
   * Whether every accepted term, but German ones, begins with a capital in a script that has any.
   */
  private static boolean isName(Concept concept) {
    boolean capital = false;
    for (Term term : concept.terms()) {
      int first = term.text().codePointAt(0);
      if (!term.status().accepted()
          || !Verification.enforced(concept, term)
          || term.language().language().equals("de")
          || !Character.isUpperCase(first) && !Character.isLowerCase(first)) {
        continue;
      }
      if (Character.isLowerCase(first)) {
        return false;
      }
      capital = true;
    }
    return capital;
  }
}
