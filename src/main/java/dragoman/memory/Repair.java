package dragoman.memory;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.memory.Hunks.Pair;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mends a match whose source differs from the sentence only in what can be exchanged: numbers,
 * dates, names that are known in both languages, punctuation, capitals, tags. Safe for many
 * threads.
 */
public final class Repair {
  private final Names names;

  /** A repair with these names. */
  public Repair(Names names) {
    this.names = names;
  }

  /**
   * The match's target as the sentence needs it.
   *
   * @return nothing where the match is the sentence already, or differs in more than can be mended
   */
  public Optional<Repaired> repair(Query query, Match match) {
    boolean same =
        match.kind() == dragoman.memory.Kind.EXACT || match.kind() == dragoman.memory.Kind.CONTEXT;
    return same
        ? Optional.empty()
        : repair(
            query.from(), query.to(), match.source().text(), match.target().text(), query.source());
  }

  Optional<Repaired> repair(
      LanguageTag from, LanguageTag to, TaggedText source, TaggedText target, TaggedText sentence) {
    List<Token> old = SourceTokens.of(from, source.plain(), names);
    List<Token> now = SourceTokens.of(from, sentence.plain(), names);
    Optional<List<Pair>> pairs = Hunks.of(from, old, now);
    if (pairs.isEmpty() || target.isBlank()) {
      return Optional.empty();
    }
    Mending mending = new Mending(target);
    List<Pair> differing =
        pairs.get().stream().filter(p -> !p.both() || !p.was().same(p.is())).toList();
    boolean understood =
        new NameRepair(from, to, names, mending).mend(old, pairs.get())
            && new NumberRepair(to, mending).mend(pairs.get())
            && new DateRepair(to, mending).mend(pairs.get())
            && new MarkRepair(to, mending).mend(pairs.get(), differing);
    if (!understood) {
      return Optional.empty();
    }
    return mending.made().flatMap(made -> finished(to, source, sentence, pairs.get(), made));
  }

  private Optional<Repaired> finished(
      LanguageTag to, TaggedText source, TaggedText sentence, List<Pair> pairs, Repaired made) {
    return capitals(to, source.plain(), sentence.plain(), pairs, made)
        .map(cased -> tags(source.tags(), sentence.tags(), cased));
  }

  /** Capitals: a headline, or the first letter; others are each language's own business. */
  private static Optional<Repaired> capitals(
      LanguageTag to, String source, String sentence, List<Pair> pairs, Repaired made) {
    boolean was = shouts(source);
    boolean is = shouts(sentence);
    String text = made.text().plain();
    if (was != is) {
      if (is) {
        String upper = Casing.upper(to, text);
        return upper.length() == text.length()
            ? Optional.of(changed(made, text, upper, true))
            : Optional.of(changed(untagged(made), text, upper, made.text().tags().isEmpty()));
      }
      return shouts(text) ? Optional.empty() : Optional.of(made);
    }
    Optional<Pair> first = pairs.stream().filter(Pair::both).findFirst();
    if (first.isEmpty()
        || first.get().was().kind() != Kind.WORD
        || !first.get().was().same(first.get().is())) {
      return Optional.of(made);
    }
    boolean small = Character.isLowerCase(first.get().was().form().codePointAt(0));
    boolean smaller = Character.isLowerCase(first.get().is().form().codePointAt(0));
    if (small == smaller) {
      return Optional.of(made);
    }
    int at = 0;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return Optional.of(made);
    }
    String letter = text.substring(at, at + 1);
    String other = smaller ? Casing.lower(to, letter) : Casing.upper(to, letter);
    if (other.length() != 1) {
      return Optional.of(made);
    }
    return Optional.of(
        changed(made, text, text.substring(0, at) + other + text.substring(at + 1), !smaller));
  }

  private static Repaired untagged(Repaired made) {
    return new Repaired(TaggedText.of(made.text().plain()), made.certain(), made.exchanges());
  }

  private static Repaired changed(Repaired made, String old, String now, boolean certain) {
    if (old.equals(now)) {
      return made;
    }
    List<Exchange> exchanges = new ArrayList<>(made.exchanges());
    exchanges.add(new Exchange(Exchange.Kind.CASE, old, now, 0));
    return new Repaired(
        new TaggedText(now, made.text().tags()), made.certain() && certain, exchanges);
  }

  /** Whether a text is a headline in capitals: an abbreviation alone is none. */
  private static boolean shouts(String text) {
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return letters > 5 && capitals == letters && text.strip().indexOf(' ') > 0;
  }

  /** The sentence's tags in the place of the source's. */
  private static Repaired tags(List<Tag> source, List<Tag> sentence, Repaired made) {
    List<Tag> own = made.text().tags();
    if (own.isEmpty() && source.isEmpty() && sentence.isEmpty()) {
      return made;
    }
    if (sentence.isEmpty()) {
      return new Repaired(TaggedText.of(made.text().plain()), made.certain(), made.exchanges());
    }
    boolean alike = source.size() == sentence.size();
    for (int i = 0; alike && i < source.size(); i++) {
      alike = source.get(i).kind() == sentence.get(i).kind();
    }
    List<Tag> mapped = new ArrayList<>();
    boolean all = alike && own.size() == source.size();
    for (Tag tag : own) {
      int place = -1;
      for (int i = 0; i < source.size(); i++) {
        if (source.get(i).sameCode(tag)) {
          place = i;
        }
      }
      if (!alike || place < 0) {
        all = false;
        continue;
      }
      Tag other = sentence.get(place);
      mapped.add(new Tag(tag.at(), other.kind(), other.id(), other.label(), other.data()));
    }
    return new Repaired(
        new TaggedText(made.text().plain(), mapped), made.certain() && all, made.exchanges());
  }
}
