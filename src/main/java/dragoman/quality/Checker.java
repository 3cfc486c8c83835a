package dragoman.quality;

import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a translated segment: terms, tags, numbers, spaces and punctuation. Safe for many threads.
 */
public final class Checker {
  private final Supplier<TermBase> terms;

  /**
   * @param terms gives the term base that holds at the moment of a check
   */
  public Checker(Supplier<TermBase> terms) {
    this.terms = terms;
  }

  /**
   * What there is to say of a translation, the terms first; an empty target is one finding alone.
   */
  public List<Finding> check(
      LanguageTag from, LanguageTag to, TaggedText source, TaggedText target) {
    List<Finding> findings = new ArrayList<>(checkTerms(from, to, source, target));
    findings.addAll(checkForm(from, to, source, target));
    return List.copyOf(findings);
  }

  /** What the glossary has to say of a translation. */
  public List<Finding> checkTerms(
      LanguageTag from, LanguageTag to, TaggedText source, TaggedText target) {
    return source.isBlank() || target.isBlank()
        ? List.of()
        : TermCheck.check(terms.get(), from, to, source.plain(), target.plain());
  }

  /** The same as {@link #check} without the terms, for who looks through very many texts. */
  public List<Finding> checkForm(
      LanguageTag from, LanguageTag to, TaggedText source, TaggedText target) {
    if (source.isBlank()) {
      return List.of();
    }
    if (target.isBlank()) {
      return List.of(
          Finding.of(
              "target.empty",
              Severity.ERROR,
              "There is no translation yet.",
              Optional.empty(),
              Optional.empty()));
    }
    List<Finding> findings = new ArrayList<>(TagCheck.check(source, target));
    findings.addAll(NumberCheck.check(from, to, source.plain(), target.plain()));
    findings.addAll(TextCheck.check(from, to, source.plain(), target.plain()));
    return List.copyOf(findings);
  }
}
