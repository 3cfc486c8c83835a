package dragoman.quality;

import dragoman.glossary.Concept;
import dragoman.glossary.Span;
import dragoman.glossary.TermBase;
import dragoman.glossary.TermFinding;
import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts what the glossary holds against a translation into the desk's words. */
final class TermCheck {
  private TermCheck() {}

  static List<Finding> check(
      TermBase terms, LanguageTag from, LanguageTag to, String source, String target) {
    return terms.verify(from, to, source, target).stream().map(f -> told(f, from, source)).toList();
  }

  private static Finding told(TermFinding finding, LanguageTag from, String source) {
    Concept concept = finding.concept();
    Optional<Span> first = finding.source().stream().findFirst();
    String sourceTerm =
        first.isEmpty()
            ? ""
            : finding.rule() == TermFinding.Rule.MISSING
                    || finding.rule() == TermFinding.Rule.OTHER
                    || finding.rule() == TermFinding.Rule.UNTRANSLATED
                ? finding.term().text()
                : concept
                    .best(from)
                    .map(t -> t.text())
                    .orElse(source.substring(first.get().start(), first.get().end()));
    return new Finding(
        finding.rule().id(),
        finding.rule() == TermFinding.Rule.DEPRECATED || finding.rule() == TermFinding.Rule.EXTRA
            ? Severity.WARNING
            : Severity.ERROR,
        message(finding, concept, from, sourceTerm),
        Finding.start(first),
        Finding.end(first),
        Finding.start(finding.target()),
        Finding.end(finding.target()),
        sourceTerm,
        finding.expected(),
        finding.offer(),
        concept.id() == 0 ? OptionalLong.empty() : OptionalLong.of(concept.id()),
        concept.changedBy(),
        concept.changedAt().equals(Instant.EPOCH)
            ? Optional.empty()
            : Optional.of(concept.changedAt()),
        Optional.empty());
  }

  private static String named(Concept concept, LanguageTag from) {
    return concept.best(from).map(t -> " (" + t.text() + ")").orElse("");
  }

  private static String message(
      TermFinding finding, Concept concept, LanguageTag from, String sourceTerm) {
    String right = finding.offer().orElse(String.join(" or ", finding.expected()));
    String write = right.isEmpty() ? "" : "; write " + right;
    String name =
        sourceTerm.isEmpty() ? concept.best(from).map(t -> t.text()).orElse("") : sourceTerm;
    String ofName = name.isEmpty() ? "" : " " + name;
    return switch (finding.rule()) {
      case MISSING ->
          finding.found().isEmpty()
              ? "“" + name + "” is " + String.join(" or ", finding.expected()) + "; it is not here."
              : "“" + finding.found() + "” is not how we write " + name + write + ".";
      case OTHER ->
          "“"
              + name
              + "” is "
              + String.join(" or ", finding.expected())
              + "; here stands “"
              + finding.found()
              + "”, which the source does not name"
              + write
              + ".";
      case EXTRA -> "“" + finding.found() + "”" + named(concept, from) + " is not in the source.";
      case FORBIDDEN -> "“" + finding.found() + "” is not how we write" + ofName + write + ".";
      case DEPRECATED -> "We no longer write “" + finding.found() + "”" + write + ".";
      case UNTRANSLATED ->
          "“" + name + "” stays as it is in every language; it is not here" + write + ".";
    };
  }
}
