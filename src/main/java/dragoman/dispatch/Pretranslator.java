package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.glossary.Term;
import dragoman.glossary.TermUse;
import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Match;
import dragoman.memory.Memories;
import dragoman.memory.Query;
import dragoman.memory.Repair;
import dragoman.memory.Repaired;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;

/** Finds the best draft for a sentence: the memories' best match, else a term of the glossary. */
final class Pretranslator {
  private final Memories memories;
  private final Glossary glossary;
  private final LanguageTag from;
  private final LanguageTag to;
  private final int threshold;
  private int contexts;
  private int exacts;
  private int nears;
  private int fuzzies;
  private int terms;
  private int passed;
  private int left;

  Pretranslator(
      Memories memories, Glossary glossary, LanguageTag from, LanguageTag to, int threshold) {
    this.memories = memories;
    this.glossary = glossary;
    this.from = from;
    this.to = to;
    this.threshold = threshold;
  }

  /** A text that nobody has confirmed, and the match that it comes from. */
  record Draft(TaggedText text, Optional<Origin> origin) {}

  Optional<Draft> draft(TaggedText source, String before, String after) {
    Context context = new Context(from, Optional.of(before), Optional.of(after));
    Query query = new Query(from, to, source, Optional.of(context), threshold, 1, List.of());
    List<Match> matches = memories.lookup(query);
    if (!matches.isEmpty()) {
      Match match = matches.get(0);
      count(match);
      return Optional.of(
          new Draft(
              Tags.adopted(source, text(query, match)),
              Optional.of(new Origin(match.unit().id(), match.score(), match.kind().label()))));
    }
    Optional<Draft> term = term(source).map(text -> new Draft(text, Optional.empty()));
    term.ifPresentOrElse(draft -> terms++, () -> left++);
    return term;
  }

  /** The match's target, mended where that is certain. */
  private TaggedText text(Query query, Match match) {
    return new Repair(new GlossaryNames(glossary.current()))
        .repair(query, match)
        .filter(Repaired::certain)
        .map(Repaired::text)
        .orElse(match.target().text());
  }

  /** Counts a segment that was left as it is. */
  void pass() {
    passed++;
  }

  Pretranslated report() {
    return new Pretranslated(to, contexts, exacts, nears, fuzzies, terms, passed, left);
  }

  /** What the target language says where the whole sentence is one term. */
  private Optional<TaggedText> term(TaggedText source) {
    for (TermUse use : glossary.current().recognize(from, source.plain())) {
      if (use.start() == 0 && use.end() == source.plain().length()) {
        Concept concept = use.concept();
        return concept.best(to).map(Term::text).map(TaggedText::of);
      }
    }
    return Optional.empty();
  }

  private void count(Match match) {
    switch (match.kind()) {
      case CONTEXT -> contexts++;
      case EXACT -> exacts++;
      case NEAR -> nears++;
      case FUZZY -> fuzzies++;
    }
  }
}
