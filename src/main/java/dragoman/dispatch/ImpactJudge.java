package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.Span;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.glossary.TermBase;
import dragoman.glossary.TermFinding;
import dragoman.language.Inflection;
import dragoman.language.LanguageTag;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a translation to the glossary before a change of a concept and after it, and mends what
 * breaks: what was accepted before and is no more is taken for forbidden, so that its form tells
 * the form of what takes its place.
 */
final class ImpactJudge {
  private final long concept;
  private final TermBase before;
  private final TermBase after;
  private final TermBase mending;
  private final Optional<Concept> wanted;

  ImpactJudge(TermBase current, Optional<Concept> was, Optional<Concept> wanted) {
    this.before = current;
    this.wanted = wanted;
    this.concept = was.or(() -> wanted).map(Concept::id).orElse(0L);
    List<Concept> others = current.concepts().stream().filter(c -> c.id() != concept).toList();
    after = TermBase.of(Stream.concat(others.stream(), wanted.stream()).toList());
    mending =
        TermBase.of(
            Stream.concat(others.stream(), wanted.map(w -> unlearning(was, w)).stream()).toList());
  }

  /** What the change does to a translation; nothing where it makes no difference. */
  record Judged(ImpactPlace.Verdict verdict, String reason, Optional<TaggedText> mended) {}

  Optional<Judged> judge(LanguageTag from, LanguageTag to, String source, TaggedText target) {
    List<TermFinding> then = before.verify(from, to, source, target.plain());
    List<TermFinding> now = after.verify(from, to, source, target.plain());
    if (then.isEmpty() && now.isEmpty()) {
      return Optional.empty();
    }
    Set<String> known = keys(then);
    Set<String> stays = keys(now);
    if (known.containsAll(stays)) {
      return stays.containsAll(known)
          ? Optional.empty()
          : Optional.of(new Judged(ImpactPlace.Verdict.RIGHT, "", Optional.empty()));
    }
    return Optional.of(mend(from, to, source, target, now));
  }

  private Judged mend(
      LanguageTag from, LanguageTag to, String source, TaggedText target, List<TermFinding> now) {
    List<TermFinding> offered =
        mending.verify(from, to, source, target.plain()).stream()
            .filter(f -> f.concept().id() == concept)
            .filter(f -> f.target().isPresent() && f.offer().isPresent())
            .sorted(Comparator.comparingInt(f -> -f.target().get().start()))
            .toList();
    if (offered.isEmpty()) {
      return new Judged(ImpactPlace.Verdict.LOOK, "it has no word for the term", Optional.empty());
    }
    TaggedText mended = target;
    int from0 = Integer.MAX_VALUE;
    for (TermFinding finding : offered) {
      Span place = finding.target().get();
      if (place.end() <= from0) {
        mended = replaced(mended, place, finding.offer().get());
        from0 = place.start();
      }
    }
    List<TermFinding> left = after.verify(from, to, source, mended.plain());
    if (left.stream().anyMatch(f -> f.concept().id() == concept)) {
      return new Judged(
          ImpactPlace.Verdict.LOOK, "something of the term stays wrong", Optional.of(mended));
    }
    Set<String> others = rules(now);
    if (left.stream().anyMatch(f -> !others.contains(rule(f)))) {
      return new Judged(
          ImpactPlace.Verdict.CLASH, "it would break another term", Optional.of(mended));
    }
    for (TermFinding finding : offered) {
      Span place = finding.target().get();
      if (partOfAnotherName(target.plain(), place)) {
        return new Judged(
            ImpactPlace.Verdict.LOOK, "perhaps part of another name", Optional.of(mended));
      }
      if (!certain(to, finding)) {
        return new Judged(ImpactPlace.Verdict.LOOK, "its form is not certain", Optional.of(mended));
      }
    }
    return new Judged(ImpactPlace.Verdict.MENDED, "", Optional.of(mended));
  }

  /** The concept as it is to be, and forbidden what it accepted before. */
  private static Concept unlearning(Optional<Concept> was, Concept wanted) {
    List<Term> terms = new ArrayList<>(wanted.terms());
    for (Term old : was.map(Concept::terms).orElse(List.of())) {
      boolean there =
          wanted.terms().stream()
              .anyMatch(t -> t.text().equals(old.text()) && t.language().meets(old.language()));
      if (!there && old.status().accepted() && old.state() == State.APPROVED) {
        terms.add(
            new Term(
                0,
                old.language(),
                old.text(),
                Term.Status.FORBIDDEN,
                old.type(),
                "",
                "",
                "",
                old.caseSensitive(),
                old.exact(),
                false,
                State.APPROVED));
      }
    }
    return new Concept(
        wanted.id(),
        wanted.version(),
        wanted.key(),
        wanted.subjectField(),
        "",
        "",
        "",
        wanted.state(),
        terms,
        wanted.changedAt(),
        wanted.changedBy());
  }

  /**
   * Whether the offer is in the form of what stands there: not where an inflected form is to become
   * the base form of a word that has others.
   */
  private boolean certain(LanguageTag to, TermFinding finding) {
    String base = wanted.flatMap(c -> c.best(to)).map(Term::text).orElse("");
    String offer = finding.offer().orElse("");
    if (!offer.equals(base) || finding.found().equalsIgnoreCase(finding.term().text())) {
      return true;
    }
    return Stream.of(base.split(" "))
        .allMatch(word -> Inflection.of(to).forms(word).stream().distinct().count() < 2);
  }

  /** «Mingechaur-2» is perhaps a company, which the desk cannot rename. */
  private static boolean partOfAnotherName(String text, Span place) {
    int end = place.end();
    if (end + 1 < text.length()
        && "-‑–".indexOf(text.charAt(end)) >= 0
        && (Character.isDigit(text.charAt(end + 1))
            || Character.isUpperCase(text.charAt(end + 1)))) {
      return true;
    }
    if (place.start() > 1
        && "-‑".indexOf(text.charAt(place.start() - 1)) >= 0
        && Character.isLetterOrDigit(text.charAt(place.start() - 2))) {
      return true;
    }
    boolean opened = place.start() > 0 && "«“„\"".indexOf(text.charAt(place.start() - 1)) >= 0;
    boolean closed = end < text.length() && "»”“\"".indexOf(text.charAt(end)) >= 0;
    return opened && closed;
  }

  private static TaggedText replaced(TaggedText text, Span place, String by) {
    int grown = by.length() - (place.end() - place.start());
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : text.tags()) {
      int at = tag.at();
      tags.add(
          at >= place.end()
              ? tag.moved(at + grown)
              : tag.moved(Math.min(at, Math.max(place.start(), place.end() + grown))));
    }
    return new TaggedText(
        text.plain().substring(0, place.start()) + by + text.plain().substring(place.end()), tags);
  }

  private static Set<String> keys(List<TermFinding> findings) {
    Set<String> keys = new HashSet<>();
    for (TermFinding finding : findings) {
      keys.add(rule(finding) + " " + finding.target() + " " + finding.source());
    }
    return keys;
  }

  private static Set<String> rules(List<TermFinding> findings) {
    Set<String> rules = new HashSet<>();
    findings.forEach(f -> rules.add(rule(f)));
    return rules;
  }

  private static String rule(TermFinding finding) {
    return finding.rule() + " " + finding.concept().id();
  }
}
