package dragoman.dispatch;

import dragoman.glossary.Glossary;
import dragoman.glossary.Term;
import dragoman.glossary.TermUse;
import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Match;
import dragoman.memory.Memories;
import dragoman.memory.Names;
import dragoman.memory.Query;
import dragoman.memory.Repair;
import dragoman.memory.Repaired;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** Gathers what stands beside a segment in the editor. */
final class Helping {
  private static final int THRESHOLD = 60;

  /** As many as there are keys to take one by. */
  private static final int MATCHES = 9;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Checker checker;
  private final AcceptedFindings accepted;

  Helping(
      Jdbi jdbi, Memories memories, Glossary glossary, Checker checker, AcceptedFindings accepted) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.glossary = glossary;
    this.checker = checker;
    this.accepted = accepted;
  }

  private record Surroundings(LanguageTag from, Context context, List<Translation> all) {}

  Help help(SegmentRow row) {
    Segment segment = row.segment();
    LanguageTag to = row.translation().language();
    Surroundings around =
        jdbi.inTransaction(
            handle -> {
              SegmentStore store = new SegmentStore(handle);
              Dispatch dispatch = new DispatchStore(handle).uncounted(segment.dispatch());
              return new Surroundings(
                  dispatch.source(),
                  Saving.context(store, dispatch, segment),
                  store.translations(segment.id()));
            });
    TaggedText source = segment.source();
    // what the segment itself is in the memory tells its translator nothing
    OptionalLong own = row.translation().unit();
    Query query =
        new Query(
            around.from(),
            to,
            source,
            Optional.of(around.context()),
            THRESHOLD,
            MATCHES + 1,
            List.of());
    Names names = new GlossaryNames(glossary.current());
    Repair repair = new Repair(names);
    List<Suggestion> matches =
        memories.lookup(query).stream()
            .filter(match -> own.isEmpty() || match.unit().id() != own.getAsLong())
            .limit(MATCHES)
            .map(match -> suggestion(query, repair, match))
            .toList();
    return new Help(
        matches,
        matches.isEmpty() ? memories.pieces(query, names, own) : List.of(),
        terms(around.from(), to, source.plain()),
        accepted.marked(
            row,
            row.translation().target(),
            checker.check(around.from(), to, source, row.translation().target())),
        around.all().stream().filter(one -> !one.language().equals(to)).toList());
  }

  private Suggestion suggestion(Query query, Repair repair, Match match) {
    TaggedText source = query.source();
    TaggedText target = Tags.adopted(source, match.target().text());
    List<Finding> changes =
        checker.check(query.from(), query.to(), source, target).stream()
            .filter(f -> f.rule().startsWith("term.") || f.rule().startsWith("number."))
            .filter(f -> f.targetStart().isPresent())
            .toList();
    Optional<Repaired> repaired =
        repair
            .repair(query, match)
            .map(
                one ->
                    new Repaired(Tags.adopted(source, one.text()), one.certain(), one.exchanges()));
    return new Suggestion(match, target, changes, repaired);
  }

  private List<TermHelp> terms(LanguageTag from, LanguageTag to, String plain) {
    List<TermHelp> terms = new ArrayList<>();
    for (TermUse use : glossary.current().recognize(from, plain)) {
      List<Term> targets = new ArrayList<>(use.concept().terms(to));
      targets.sort(Comparator.comparing(Term::status));
      terms.add(new TermHelp(use, targets));
    }
    return terms;
  }
}
