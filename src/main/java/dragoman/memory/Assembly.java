package dragoman.memory;

import dragoman.language.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Puts together what is known of a sentence's parts: units that say a part by themselves, terms of
 * the glossary, and phrases whose translation many units prove. The longest come first; none laps
 * over another.
 *
 * <p>Everything is bounded by counts, so a sentence has the same pieces each time it is asked for,
 * as long as the memories are the same.
 */
final class Assembly {
  /** As many as there are keys to insert one by. */
  private static final int MOST_PIECES = 9;

  private static final int MOST_WHOLE_UNITS = 100;
  private static final int MOST_PROOFS = 8;
  private static final int MOST_WITNESSES = 24;
  private static final int LONGEST_PHRASE = 12;

  private final Handle handle;
  private final UnitRows units;
  private final Languages languages;
  private final Analyzer analyzer;
  private final Query query;
  private final Map<Long, Memory> memories;
  private final Analysis sentence;
  private final String from;
  private final String to;

  /** A piece, by the words of the sentence that it stands for. */
  private record Found(int from, int to, Piece piece) {
    int words() {
      return to - from;
    }

    boolean meets(int otherFrom, int otherTo) {
      return from < otherTo && otherFrom < to;
    }
  }

  Assembly(
      Handle handle,
      UnitRows units,
      Languages languages,
      Analyzer analyzer,
      Query query,
      Map<Long, Memory> memories) {
    this.handle = handle;
    this.units = units;
    this.languages = languages;
    this.analyzer = analyzer;
    this.query = query;
    this.memories = memories;
    sentence = analyzer.analyze(query.from(), query.source());
    from = languages.key(query.from());
    to = languages.key(query.to());
  }

  /**
   * The pieces, in the order of the sentence.
   *
   * @param without a unit that is left out: the one that this sentence was confirmed into
   */
  List<Piece> of(UnitIndex.Snapshot snapshot, Segments segments, Names names, OptionalLong without)
      throws IOException {
    if (sentence.length() == 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>(terms(names));
    StemLists sources = new StemLists(snapshot.reader(), segments, from);
    Passages passages =
        Passages.of(
            query.from(), sentence, snapshot.reader(), segments, sources, wanted(to, without));
    found.addAll(whole(passages));
    StemLists targets = new StemLists(snapshot.reader(), segments, to);
    phrases(passages, sources, new PhraseProof(targets, wanted(from, without)), found);
    return chosen(found);
  }

  private Predicate<IndexedText> wanted(String otherKey, OptionalLong without) {
    long bit = IndexedText.languageBit(otherKey);
    long own = without.orElse(-1);
    return text ->
        text.mayHave(bit) && text.unitId() != own && memories.containsKey(text.memoryId());
  }

  private List<Found> terms(Names names) {
    List<Found> found = new ArrayList<>();
    for (Names.Name name : names.in(query.from(), query.source().plain())) {
      Optional<String> written = names.written(name.concept(), query.to());
      int first = sentence.wordsBefore(name.start());
      int last = sentence.wordsBefore(name.end());
      if (written.isPresent() && first < last) {
        found.add(
            new Found(
                first,
                last,
                new Piece(
                    name.start(),
                    name.end(),
                    written.get(),
                    Piece.Kind.TERM,
                    OptionalLong.empty(),
                    0)));
      }
    }
    return found;
  }

  /** Units that say a part of the sentence and nothing else. */
  private List<Found> whole(Passages passages) {
    Map<Long, List<Passages.Whole>> places = new LinkedHashMap<>();
    passages.wholes().stream()
        .sorted(
            Comparator.comparingInt((Passages.Whole one) -> one.from() - one.to())
                .thenComparingInt(Passages.Whole::from)
                .thenComparingLong(one -> -one.unit()))
        .limit(MOST_WHOLE_UNITS)
        .forEach(one -> places.computeIfAbsent(one.unit(), id -> new ArrayList<>(1)).add(one));
    record Said(int from, int to, String target) {}
    Map<Said, List<Unit>> said = new LinkedHashMap<>();
    for (UnitRows.Placed placed : units.byIds(handle, places.keySet(), false).values()) {
      Unit unit = placed.unit();
      Optional<Variant> target = variant(unit, query.to(), to);
      if (unit.deleted() || target.isEmpty()) {
        continue;
      }
      for (Passages.Whole place : places.get(unit.id())) {
        sayingJust(unit, place)
            .ifPresent(
                source ->
                    said.computeIfAbsent(
                            new Said(
                                place.from(), place.to(), trimmed(source, target.get(), place)),
                            key -> new ArrayList<>(1))
                        .add(unit));
      }
    }
    return said.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Said, List<Unit>>>comparingInt(one -> -one.getValue().size())
                .thenComparingInt(one -> memories.get(first(one).memoryId()).priority())
                .thenComparingLong(one -> -first(one).id()))
        .map(
            one ->
                found(
                    one.getKey().from,
                    one.getKey().to,
                    one.getKey().target,
                    Piece.Kind.UNIT,
                    OptionalLong.of(first(one).id()),
                    one.getValue().size()))
        .toList();
  }

  private static Unit first(Map.Entry<?, List<Unit>> entry) {
    return entry.getValue().get(0);
  }

  /** The text of a unit that is these words of the sentence, numbers included. */
  private Optional<Variant> sayingJust(Unit unit, Passages.Whole place) {
    return unit.variants().stream()
        .filter(v -> languages.key(v.language()).equals(from))
        .filter(v -> says(analyzer.analyze(v.language(), v.text()), place))
        .findFirst();
  }

  private boolean says(Analysis text, Passages.Whole place) {
    if (text.length() != place.to() - place.from()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      int at = place.from() + i;
      boolean same =
          sentence.words().get(at).number()
              ? sentence.words().get(at).form().equals(text.words().get(i).form())
              : sentence.lexemes()[at].folded().equals(text.lexemes()[i].folded());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** A unit's full stop is not the sentence's where the sentence goes on. */
  private String trimmed(Variant source, Variant target, Passages.Whole place) {
    String said = target.text().plain().strip();
    boolean stops = stops(source.text().plain());
    boolean goesOn = place.to() < sentence.length() || !stops(sentence.text().plain());
    int end = said.length();
    while (stops && goesOn && end > 1 && isStop(said.charAt(end - 1))) {
      end--;
    }
    return said.substring(0, end).strip();
  }

  private static boolean stops(String text) {
    String stripped = text.strip();
    return !stripped.isEmpty() && isStop(stripped.charAt(stripped.length() - 1));
  }

  private static boolean isStop(char c) {
    return ".!?…։。؟।".indexOf(c) >= 0;
  }

  /** Adds the phrases that can be proved where nothing as long is known. */
  private void phrases(Passages passages, StemLists sources, PhraseProof proof, List<Found> found)
      throws IOException {
    int[][] saying = saying(passages);
    int proofs = 0;
    for (int words = Math.min(LONGEST_PHRASE, passages.words()); words > 1; words--) {
      for (int start = 0; start + words <= passages.words(); start++) {
        int end = start + words;
        int length = words;
        int first = start;
        boolean known =
            found.stream().anyMatch(one -> one.words() >= length && one.meets(first, end));
        if (known
            || saying[start][end] < PhraseProof.LEAST
            || !isPhrase(passages, start, end)
            || isPartOfAsMany(passages, saying, start, end)) {
          continue;
        }
        if (proofs++ == MOST_PROOFS) {
          return;
        }
        proved(passages, sources, proof, start, end).ifPresent(found::add);
      }
    }
  }

  private static boolean isPhrase(Passages passages, int start, int end) {
    for (int i = start; i < end; i++) {
      if (passages.number(i)) {
        return false;
      }
    }
    return passages.content(start) && passages.content(end - 1);
  }

  /** Whether all who say the phrase say more of the sentence: then it is not proved by itself. */
  private static boolean isPartOfAsMany(Passages passages, int[][] saying, int start, int end) {
    int before = start - 1;
    while (before >= 0 && !passages.content(before)) {
      before--;
    }
    int behind = end;
    while (behind < passages.words() && !passages.content(behind)) {
      behind++;
    }
    boolean tooLong = end - start >= LONGEST_PHRASE;
    return !tooLong
        && (before >= 0 && saying[before][end] == saying[start][end]
            || behind < passages.words() && saying[start][behind + 1] == saying[start][end]);
  }

  /** How many texts say the words from one to another, by both. */
  private static int[][] saying(Passages passages) {
    int n = passages.words();
    int[][] saying = new int[n + 1][n + 2];
    for (Passages.Passage passage : passages.passages()) {
      saying[passage.from()][passage.to()]++;
    }
    for (int start = 0; start <= n; start++) {
      for (int end = n; end >= 0; end--) {
        int before = start > 0 ? saying[start - 1][end] : 0;
        int both = start > 0 ? saying[start - 1][end + 1] : 0;
        saying[start][end] += before + saying[start][end + 1] - both;
      }
    }
    return saying;
  }

  private Optional<Found> proved(
      Passages passages, StemLists sources, PhraseProof proof, int start, int end)
      throws IOException {
    List<Passages.Passage> saying =
        passages.passages().stream()
            .filter(one -> one.from() <= start && one.to() >= end)
            .sorted(
                Comparator.comparing((Passages.Passage one) -> !one.exact())
                    .thenComparingInt(Passages.Passage::words)
                    .thenComparingLong(Passages.Passage::unit))
            .toList();
    List<PhraseProof.Witness> witnesses = witnesses(saying);
    if (witnesses.size() < PhraseProof.LEAST) {
      return Optional.empty();
    }
    long[] all = saying.stream().mapToLong(Passages.Passage::unit).sorted().distinct().toArray();
    long[] stems = new long[end - start];
    int count = 0;
    for (int i = start; i < end; i++) {
      if (passages.content(i)) {
        stems[count++] = passages.stem(i);
      }
    }
    return proof
        .prove(sources, said(start, end), Arrays.copyOf(stems, count), all, witnesses)
        .map(
            one ->
                found(
                    start, end, one.text(), Piece.Kind.PHRASE, OptionalLong.empty(), one.units()));
  }

  /** What the sentence says from a word to another. */
  private String said(int first, int end) {
    int start = sentence.words().get(first).start();
    return sentence.text().plain().substring(start, sentence.words().get(end - 1).end());
  }

  /** Some of the units, no text twice: one sentence said thrice proves no more than once. */
  private List<PhraseProof.Witness> witnesses(List<Passages.Passage> saying) {
    Map<Long, Boolean> exact = new LinkedHashMap<>();
    for (Passages.Passage one : saying) {
      if (exact.size() < 2 * MOST_WITNESSES) {
        exact.putIfAbsent(one.unit(), one.exact());
      }
    }
    Map<Long, UnitRows.Placed> read = new HashMap<>(units.byIds(handle, exact.keySet(), false));
    Set<List<String>> texts = new HashSet<>();
    List<PhraseProof.Witness> witnesses = new ArrayList<>();
    for (Map.Entry<Long, Boolean> one : exact.entrySet()) {
      Optional<Unit> unit =
          Optional.ofNullable(read.get(one.getKey()))
              .map(UnitRows.Placed::unit)
              .filter(u -> !u.deleted());
      Optional<Variant> source = unit.flatMap(u -> variant(u, query.from(), from));
      Optional<Variant> target = unit.flatMap(u -> variant(u, query.to(), to));
      if (witnesses.size() < MOST_WITNESSES
          && source.isPresent()
          && target.isPresent()
          && texts.add(folded(source.get()))
          && texts.add(folded(target.get()))) {
        Analysis said = analyzer.analyze(target.get().language(), target.get().text());
        witnesses.add(new PhraseProof.Witness(said, one.getValue()));
      }
    }
    return witnesses;
  }

  private List<String> folded(Variant variant) {
    return Arrays.stream(analyzer.analyze(variant.language(), variant.text()).lexemes())
        .map(Analysis.Lexeme::folded)
        .toList();
  }

  private Found found(
      int first, int end, String text, Piece.Kind kind, OptionalLong unit, int units) {
    int start = sentence.words().get(first).start();
    int behind = sentence.words().get(end - 1).end();
    return new Found(first, end, new Piece(start, behind, text, kind, unit, units));
  }

  /** The longest first, then what is known best, then the first said; none over another. */
  private static List<Piece> chosen(List<Found> found) {
    Set<Found> chosen = new LinkedHashSet<>();
    found.stream()
        .sorted(
            Comparator.comparingInt((Found one) -> -one.words())
                .thenComparing(one -> one.piece.kind())
                .thenComparingInt(Found::from))
        .forEach(
            one -> {
              if (chosen.size() < MOST_PIECES
                  && chosen.stream().noneMatch(c -> c.meets(one.from, one.to))) {
                chosen.add(one);
              }
            });
    return chosen.stream().map(Found::piece).sorted(Comparator.comparingInt(Piece::start)).toList();
  }

  private Optional<Variant> variant(Unit unit, LanguageTag language, String key) {
    return unit.variant(language).filter(v -> languages.key(v.language()).equals(key));
  }
}
