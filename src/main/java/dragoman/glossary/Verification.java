package dragoman.glossary;

import dragoman.glossary.Term.Status;
import dragoman.glossary.TermFinding.Rule;
import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import dragoman.language.LookAlike;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one translation to the terms. */
final class Verification {
  private final LanguageTerms from;
  private final LanguageTerms to;
  private final LanguageTag language;
  private final List<Folding.Word> source;
  private final List<Folding.Word> target;
  private final String targetText;
  private final List<TermFinding> findings = new ArrayList<>();

  Verification(
      LanguageTerms from, LanguageTerms to, LanguageTag language, String source, String target) {
    this.from = from;
    this.to = to;
    this.language = language;
    this.source = from.words(source);
    this.target = to.words(target);
    this.targetText = target;
  }

  List<TermFinding> findings() {
    Map<Concept, List<TermAutomaton.Hit>> named =
        TermBase.byConcept(
            from.recognized(source).stream().filter(h -> enforced(h.pattern())).toList());
    List<TermAutomaton.Hit> written =
        to.automaton().longest(target).stream().filter(h -> enforced(h.pattern())).toList();
    Set<Integer> right = acceptedPlaces(written, named.keySet());
    Set<Concept> told = new HashSet<>();
    for (TermAutomaton.Hit hit : written) {
      Status status = hit.pattern().term().status();
      if (hit.alone() && !status.accepted() && !right.contains(hit.first())) {
        unwanted(hit, named.getOrDefault(hit.pattern().concept(), List.of()));
        told.add(hit.pattern().concept());
      }
    }
    for (Map.Entry<Concept, List<TermAutomaton.Hit>> entry : named.entrySet()) {
      if (!told.contains(entry.getKey())) {
        missing(entry.getKey(), entry.getValue());
      }
    }
    strangers(written, named.keySet());
    findings.sort((a, b) -> Integer.compare(firstPlace(a), firstPlace(b)));
    return findings;
  }

  private static int firstPlace(TermFinding finding) {
    return finding.source().isEmpty() ? Integer.MAX_VALUE : finding.source().get(0).start();
  }

  private static boolean enforced(Pattern pattern) {
    return enforced(pattern.concept(), pattern.term());
  }

  static boolean enforced(Concept concept, Term term) {
    return term.state() == State.APPROVED && concept.state() == State.APPROVED;
  }

  /** Where a form that one concept forbids is right for another one that the source names. */
  private static Set<Integer> acceptedPlaces(List<TermAutomaton.Hit> written, Set<Concept> named) {
    Set<Integer> places = new HashSet<>();
    for (TermAutomaton.Hit hit : written) {
      if (hit.pattern().term().status().accepted() && named.contains(hit.pattern().concept())) {
        places.add(hit.first());
      }
    }
    return places;
  }

  private void unwanted(TermAutomaton.Hit hit, List<TermAutomaton.Hit> named) {
    Concept concept = hit.pattern().concept();
    Term term = hit.pattern().term();
    findings.add(
        new TermFinding(
            term.status() == Status.FORBIDDEN ? Rule.FORBIDDEN : Rule.DEPRECATED,
            concept,
            term,
            spans(named),
            Optional.of(new Span(hit.start(), hit.end())),
            targetText.substring(hit.start(), hit.end()),
            expected(concept),
            Offer.insteadOf(hit, concept, to, language)));
  }

  private void missing(Concept concept, List<TermAutomaton.Hit> named) {
    Term term = named.get(0).pattern().term();
    List<Pattern> accepted =
        to.of(concept).stream().filter(p -> enforced(p) && p.term().status().accepted()).toList();
    boolean untranslated = term.untranslated();
    if (accepted.isEmpty() && untranslated) {
      accepted = Pattern.of(concept, term, to.folding());
    }
    if (accepted.isEmpty() || partOfOtherName(named)) {
      return;
    }
    if (new Mentions(to.inflection(), target).of(accepted).answer(inSource(concept))) {
      return;
    }
    List<String> expected =
        untranslated && expected(concept).isEmpty() ? List.of(term.text()) : expected(concept);
    Optional<Offer.Misspelt> misspelt =
        expected.stream().findFirst().flatMap(right -> Offer.misspelt(right, to, target));
    findings.add(
        new TermFinding(
            untranslated ? Rule.UNTRANSLATED : Rule.MISSING,
            concept,
            term,
            spans(named),
            misspelt.map(m -> new Span(m.word().start(), m.word().end())),
            misspelt.map(m -> m.word().form()).orElse(""),
            expected,
            misspelt.map(Offer.Misspelt::form).or(() -> expected.stream().findFirst())));
  }

  /**
   * Mexico City wants no Mexico, but something of the kind: where the source has the term only in
   * another name, any word that looks like it will do.
   */
  private boolean partOfOtherName(List<TermAutomaton.Hit> named) {
    if (named.stream().anyMatch(TermAutomaton.Hit::alone)) {
      return false;
    }
    List<String> written = target.stream().map(w -> LookAlike.skeleton(w.folded())).toList();
    return named.stream()
        .flatMap(h -> h.pattern().words().stream())
        .map(LookAlike::skeleton)
        .anyMatch(s -> written.stream().anyMatch(w -> LookAlike.alike(s, w)));
  }

  /**
   * Names that only the target has. One that stands where the only missing one of its kind belongs
   * is to become that.
   */
  private void strangers(List<TermAutomaton.Hit> written, Set<Concept> named) {
    List<TermAutomaton.Hit> strangers = new Strangers(from, to, source, target).of(written, named);
    for (TermAutomaton.Hit stranger : strangers) {
      Concept concept = stranger.pattern().concept();
      List<TermFinding> missing =
          findings.stream()
              .filter(f -> f.rule() == Rule.MISSING && f.target().isEmpty())
              .filter(f -> f.concept().subjectField().equals(concept.subjectField()))
              .toList();
      long ofItsKind =
          strangers.stream()
              .filter(s -> s.pattern().concept().subjectField().equals(concept.subjectField()))
              .count();
      Optional<Span> place = Optional.of(new Span(stranger.start(), stranger.end()));
      String found = targetText.substring(stranger.start(), stranger.end());
      if (missing.size() == 1 && ofItsKind == 1) {
        TermFinding wanted = missing.get(0);
        findings.set(
            findings.indexOf(wanted),
            new TermFinding(
                Rule.OTHER,
                wanted.concept(),
                wanted.term(),
                wanted.source(),
                place,
                found,
                wanted.expected(),
                Offer.insteadOf(stranger, wanted.concept(), to, language)));
      } else {
        findings.add(
            new TermFinding(
                Rule.EXTRA,
                concept,
                stranger.pattern().term(),
                List.of(),
                place,
                found,
                List.of(),
                Optional.empty()));
      }
    }
  }

  private Mentions.Count inSource(Concept concept) {
    return new Mentions(from.inflection(), source).of(from.of(concept));
  }

  private List<String> expected(Concept concept) {
    List<String> texts = new ArrayList<>();
    for (Status status : List.of(Status.PREFERRED, Status.ADMITTED)) {
      for (Term term : concept.terms(language)) {
        if (term.status() == status && term.state() == State.APPROVED) {
          texts.add(term.text());
        }
      }
    }
    return texts;
  }

  private static List<Span> spans(List<TermAutomaton.Hit> hits) {
    return hits.stream().map(h -> new Span(h.start(), h.end())).toList();
  }
}
