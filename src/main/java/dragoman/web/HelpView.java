package dragoman.web;

import dragoman.dispatch.Help;
import dragoman.dispatch.SegmentState;
import dragoman.dispatch.Suggestion;
import dragoman.dispatch.TermHelp;
import dragoman.dispatch.Translation;
import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Exchange;
import dragoman.memory.Kind;
import dragoman.memory.Match;
import dragoman.memory.Piece;
import dragoman.memory.Reason;
import dragoman.memory.Repaired;
import dragoman.memory.Unit;
import dragoman.quality.Finding;
import dragoman.text.Difference;
import dragoman.text.TaggedText;
import dragoman.web.MemoryRoutes.MemoryName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands beside the active segment. */
record HelpView(
    List<MatchView> matches,
    List<PieceView> pieces,
    List<TermView> terms,
    List<Finding> findings,
    List<SiblingView> siblings) {
  /**
   * @param language the source's
   * @param source the segment's, from which the matches differ
   */
  static HelpView of(Help help, LanguageTag language, TaggedText source) {
    return new HelpView(
        help.matches().stream().map(match -> MatchView.of(match, language, source)).toList(),
        help.pieces().stream().map(piece -> PieceView.of(piece, source.plain())).toList(),
        help.terms().stream().map(TermView::of).toList(),
        help.findings(),
        help.siblings().stream().map(SiblingView::of).toList());
  }

  /**
   * A part of the sentence whose translation is known; never a match.
   *
   * @param source the part as the sentence says it
   * @param units how many units say it so
   */
  record PieceView(
      int start,
      int end,
      String source,
      String text,
      Piece.Kind kind,
      OptionalLong unit,
      int units) {
    static PieceView of(Piece piece, String sentence) {
      return new PieceView(
          piece.start(),
          piece.end(),
          sentence.substring(piece.start(), piece.end()),
          piece.text(),
          piece.kind(),
          piece.unit(),
          piece.units());
    }
  }

  /** Where a unit was confirmed. */
  record Place(long id, String slug) {
    static Optional<Place> of(Unit unit) {
      String id = unit.origin().getOrDefault("dispatch", "");
      return id.matches("\\d{1,18}")
          ? Optional.of(new Place(Long.parseLong(id), unit.origin().getOrDefault("slug", "")))
          : Optional.empty();
    }
  }

  /**
   * A match.
   *
   * @param target with the segment's own tags
   * @param changes what in the target has to become another, as far as glossary and numbers tell
   * @param repaired the target mended, where it can be
   * @param difference from the match's source to the segment's: what is removed stands in the match
   *     alone, what is added in the segment alone
   */
  record MatchView(
      long unit,
      MemoryName memory,
      int score,
      Kind kind,
      TaggedTextView source,
      TaggedTextView target,
      List<ChangeView> changes,
      Optional<RepairedView> repaired,
      List<Difference.Piece> difference,
      List<Reason> reasons,
      String who,
      Instant when,
      Optional<Place> dispatch) {
    static MatchView of(Suggestion suggestion, LanguageTag language, TaggedText source) {
      Match match = suggestion.match();
      Unit unit = match.unit();
      return new MatchView(
          unit.id(),
          new MemoryName(match.memory().id(), match.memory().name()),
          match.score(),
          match.kind(),
          TaggedTextView.of(match.source().text()),
          TaggedTextView.of(suggestion.target()),
          suggestion.changes().stream().map(ChangeView::of).toList(),
          suggestion.repaired().map(RepairedView::of),
          Difference.between(language, match.source().text(), source),
          match.reasons(),
          unit.changedBy(),
          unit.changedAt(),
          Place.of(unit));
    }
  }

  /**
   * A match's target as the segment needs it.
   *
   * @param certain whether it is proved right
   */
  record RepairedView(TaggedTextView text, boolean certain, List<ExchangeView> exchanges) {
    static RepairedView of(Repaired repaired) {
      return new RepairedView(
          TaggedTextView.of(repaired.text()),
          repaired.certain(),
          repaired.exchanges().stream().map(ExchangeView::of).toList());
    }
  }

  /** What was exchanged, and where the new begins in the mended text. */
  record ExchangeView(String from, String to, Exchange.Kind kind, int start) {
    static ExchangeView of(Exchange exchange) {
      return new ExchangeView(exchange.from(), exchange.to(), exchange.kind(), exchange.start());
    }
  }

  /** A place of a match's target that has to become another; what, where that is certain. */
  record ChangeView(int start, int end, String message, Optional<String> offer) {
    static ChangeView of(Finding finding) {
      return new ChangeView(
          finding.targetStart().orElseThrow(),
          finding.targetEnd().orElseThrow(),
          finding.message(),
          finding.offer());
    }
  }

  /** A term of the source; who decided it and when, once it is approved. */
  record TermView(
      long concept,
      String sourceTerm,
      int start,
      int end,
      String definition,
      String note,
      List<TargetTerm> targets,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt) {
    static TermView of(TermHelp help) {
      Concept concept = help.use().concept();
      boolean decided = concept.state() == State.APPROVED;
      return new TermView(
          concept.id(),
          help.use().term().text(),
          help.use().start(),
          help.use().end(),
          concept.definition(),
          concept.note(),
          help.targets().stream().map(TargetTerm::of).toList(),
          decided ? Optional.of(concept.changedBy()) : Optional.empty(),
          decided ? Optional.of(concept.changedAt()) : Optional.empty());
    }
  }

  /** What the target language says. */
  record TargetTerm(String term, Term.Status status, Term.Type type) {
    static TargetTerm of(Term term) {
      return new TargetTerm(term.text(), term.status(), term.type());
    }
  }

  /** The segment in another language. */
  record SiblingView(LanguageTag language, Optional<TaggedTextView> target, SegmentState state) {
    static SiblingView of(Translation translation) {
      return new SiblingView(
          translation.language(),
          translation.target().isEmpty()
              ? Optional.empty()
              : Optional.of(TaggedTextView.of(translation.target())),
          translation.state());
    }
  }
}
