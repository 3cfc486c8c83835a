package dragoman.glossary;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All terms at one moment: recognises them in a text and holds a translation to them. Immutable and
 * safe for many threads; a language's automaton is built when it is first asked for.
 */
public final class TermBase {
  private final List<Concept> concepts;
  private final Map<LanguageTag, LanguageTerms> byTag = new ConcurrentHashMap<>();
  private final Map<String, LanguageTerms> byKey = new ConcurrentHashMap<>();

  private TermBase(List<Concept> concepts) {
    this.concepts = List.copyOf(concepts);
  }

  /** The term base of these concepts. */
  public static TermBase of(List<Concept> concepts) {
    return new TermBase(concepts);
  }

  /** Its concepts. */
  public List<Concept> concepts() {
    return concepts;
  }

  /**
   * The terms that stand in a text, inflected or not, in order of place; where they overlap the
   * longest, so that in “UN Security Council” there is no “Security Council”. Several concepts may
   * stand at one place. Proposed terms are among them.
   */
  public List<TermUse> recognize(LanguageTag language, String plain) {
    LanguageTerms terms = terms(language);
    List<TermUse> uses = new ArrayList<>();
    for (TermAutomaton.Hit hit : terms.recognized(terms.words(plain))) {
      uses.add(new TermUse(hit.pattern().concept(), hit.pattern().term(), hit.start(), hit.end()));
    }
    return uses;
  }

  /**
   * What the approved terms hold against a translation, in order of place in the source, then of
   * what stands in the target alone.
   */
  public List<TermFinding> verify(LanguageTag from, LanguageTag to, String source, String target) {
    return new Verification(terms(from), terms(to), to, source, target).findings();
  }

  private LanguageTerms terms(LanguageTag language) {
    LanguageTerms known = byTag.get(language);
    if (known == null) {
      known = byKey.computeIfAbsent(language.key(), key -> new LanguageTerms(language, concepts));
      byTag.put(language, known);
    }
    return known;
  }

  /** Groups hits by concept, in order of first place. */
  static Map<Concept, List<TermAutomaton.Hit>> byConcept(List<TermAutomaton.Hit> hits) {
    Map<Concept, List<TermAutomaton.Hit>> grouped = new LinkedHashMap<>();
    for (TermAutomaton.Hit hit : hits) {
      grouped.computeIfAbsent(hit.pattern().concept(), c -> new ArrayList<>()).add(hit);
    }
    return grouped;
  }
}
