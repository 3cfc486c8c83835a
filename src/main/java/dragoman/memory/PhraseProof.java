package dragoman.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Proves what a phrase is in another language from the units that say it. A row of target words is
 * its translation where most of the units that say the phrase say it too, where hardly any other
 * unit does, and where the words at its ends come with the phrase's words in general; of several
 * that do as well the longest.
 */
final class PhraseProof {
  /** So many units at least must say both. */
  static final int LEAST = 3;

  private static final int MOST_LONGER = 2;
  private static final int MOST_CANDIDATES = 8;
  private static final int MOST_READ = 500;
  private static final int MOST_READ_OF_AN_END = 200;

  /** Of the units that say the phrase, so many must say the translation. */
  private static final double LEAST_SAYING = 0.6;

  /** Of the units that say the translation, so many must say the phrase. */
  private static final double LEAST_MEANING = 0.7;

  private static final double LEAST_OF_AN_END = 0.5;

  /** A translation is this much of the phrase's length in letters at least, and at most. */
  private static final double SHORTEST = 0.5;

  private static final double LONGEST = 2.5;

  /** Proofs that differ by less are as good as each other. */
  private static final double AS_GOOD = 0.05;

  private final StemLists targets;
  private final Predicate<IndexedText> wanted;
  private final Map<Long, long[]> partly = new HashMap<>();
  private final Set<Long> ends = new HashSet<>();
  private final Set<Long> noEnds = new HashSet<>();

  /**
   * A unit that says the phrase.
   *
   * @param exact whether in the same forms
   */
  record Witness(Analysis target, boolean exact) {}

  /** What the phrase is, and how many units say it so. */
  record Proved(String text, int units) {}

  private record Row(long[] stems, Set<Integer> witnesses) {}

  private record Judged(Row row, String text, double worth, int units) {}

  /**
   * @param targets of the target language
   * @param wanted whether a target text is of a unit that has the sentence's language too
   */
  PhraseProof(StemLists targets, Predicate<IndexedText> wanted) {
    this.targets = targets;
    this.wanted = wanted;
  }

  /**
   * Looks for a proof.
   *
   * @param sources of the phrase's language
   * @param phrase as the sentence says it
   * @param stems of its words that are not common
   * @param units all units that say the phrase, in order
   * @param witnesses some of them, with different texts
   */
  Optional<Proved> prove(
      StemLists sources, String phrase, long[] stems, long[] units, List<Witness> witnesses)
      throws IOException {
    ends.clear();
    noEnds.clear();
    long[] any = partly(sources, stems);
    int least = Math.max(LEAST, (int) Math.ceil(witnesses.size() * LEAST_SAYING));
    List<Row> rows = rows(witnesses, least, stems.length * 2 + MOST_LONGER, any);
    List<Judged> judged = new ArrayList<>();
    for (Row row : rows) {
      Optional<String> text = text(row, witnesses).filter(said -> fits(phrase, said));
      if (text.isPresent()) {
        judge(row, text.get(), units, witnesses.size()).ifPresent(judged::add);
      }
    }
    double best = judged.stream().mapToDouble(Judged::worth).max().orElse(0);
    return judged.stream()
        .filter(one -> one.worth >= best - AS_GOOD)
        .max(
            Comparator.comparingInt((Judged one) -> one.row.stems.length)
                .thenComparingDouble(Judged::worth))
        .map(one -> new Proved(one.text, one.units));
  }

  /** The units that say any of the phrase's words, in order. */
  private long[] partly(StemLists sources, long[] phrase) throws IOException {
    LongStream all = LongStream.empty();
    for (long stem : phrase) {
      long[] known = partly.get(stem);
      if (known == null) {
        known = sources.units(stem);
        partly.put(stem, known);
      }
      all = LongStream.concat(all, Arrays.stream(known));
    }
    return all.sorted().distinct().toArray();
  }

  /** Rows of words that enough witnesses say, none that stands in another of as many. */
  private List<Row> rows(List<Witness> witnesses, int least, int longest, long[] any)
      throws IOException {
    Map<Long, Integer> saying = new HashMap<>();
    for (Witness witness : witnesses) {
      IntStream.range(0, witness.target.length())
          .filter(i -> !witness.target.words().get(i).number())
          .mapToObj(i -> stem(witness.target, i))
          .distinct()
          .forEach(stem -> saying.merge(stem, 1, Integer::sum));
    }
    Map<List<Long>, Set<Integer>> rows = new HashMap<>();
    for (int w = 0; w < witnesses.size(); w++) {
      Analysis target = witnesses.get(w).target;
      for (int from = 0; from < target.length(); from++) {
        if (!often(target, from, saying, least) || !mayEnd(stem(target, from), any)) {
          continue;
        }
        List<Long> stems = new ArrayList<>();
        for (int to = from; to < Math.min(target.length(), from + longest); to++) {
          if (!often(target, to, saying, least)) {
            break;
          }
          stems.add(stem(target, to));
          if (mayEnd(stem(target, to), any)) {
            rows.computeIfAbsent(List.copyOf(stems), key -> new HashSet<>()).add(w);
          }
        }
      }
    }
    List<Row> enough =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() >= least)
            .map(
                row ->
                    new Row(
                        row.getKey().stream().mapToLong(Long::longValue).toArray(), row.getValue()))
            .sorted(
                Comparator.comparingInt((Row row) -> -row.witnesses.size())
                    .thenComparingInt(row -> -row.stems.length)
                    .thenComparing(row -> row.stems, Arrays::compare))
            .toList();
    return enough.stream()
        .filter(row -> enough.stream().noneMatch(other -> covers(other, row)))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static boolean often(Analysis target, int word, Map<Long, Integer> saying, int least) {
    return !target.words().get(word).number()
        && saying.getOrDefault(stem(target, word), 0) >= least;
  }

  private static boolean covers(Row other, Row row) {
    return other.stems.length > row.stems.length
        && other.witnesses.size() == row.witnesses.size()
        && place(other.stems, row.stems) >= 0;
  }

  private static int place(long[] all, long[] part) {
    for (int from = 0; from + part.length <= all.length; from++) {
      if (Arrays.equals(all, from, from + part.length, part, 0, part.length)) {
        return from;
      }
    }
    return -1;
  }

  /** Whether a word comes mostly where some word of the phrase is said. */
  private boolean mayEnd(long stem, long[] any) throws IOException {
    if (ends.contains(stem)) {
      return true;
    }
    if (noEnds.contains(stem)) {
      return false;
    }
    boolean may = !targets.common(stem);
    if (may) {
      int[] both = {0, 0};
      targets.inOrder(new long[] {stem}, MOST_READ_OF_AN_END, text -> counted(text, any, both));
      may = both[1] >= both[0] * LEAST_OF_AN_END;
    }
    (may ? ends : noEnds).add(stem);
    return may;
  }

  private Optional<Judged> judge(Row row, String text, long[] units, int witnesses)
      throws IOException {
    int[] both = {0, 0};
    targets.inOrder(row.stems, MOST_READ, said -> counted(said, units, both));
    double meaning = both[0] == 0 ? 0 : (double) both[1] / both[0];
    double saying = (double) row.witnesses.size() / witnesses;
    return both[1] < LEAST || meaning < LEAST_MEANING
        ? Optional.empty()
        : Optional.of(new Judged(row, text, 2 * meaning * saying / (meaning + saying), both[1]));
  }

  private boolean counted(IndexedText text, long[] units, int[] both) {
    if (!wanted.test(text)) {
      return false;
    }
    both[0]++;
    both[1] += Arrays.binarySearch(units, text.unitId()) >= 0 ? 1 : 0;
    return true;
  }

  /** The form in which the row is said most, rather beside the very forms of the phrase. */
  private static Optional<String> text(Row row, List<Witness> witnesses) {
    Map<String, int[]> said = new HashMap<>();
    for (Witness witness : witnesses) {
      Analysis target = witness.target;
      for (int from = 0; from + row.stems.length <= target.length(); from++) {
        int start = from;
        boolean here =
            IntStream.range(0, row.stems.length)
                .allMatch(i -> stem(target, start + i) == row.stems[i]);
        if (here) {
          String text =
              target
                  .text()
                  .plain()
                  .substring(
                      target.words().get(from).start(),
                      target.words().get(from + row.stems.length - 1).end());
          int[] counts = said.computeIfAbsent(text, key -> new int[3]);
          counts[0] += witness.exact ? 1 : 0;
          counts[1]++;
          // The first word of a sentence has a capital that it may not have elsewhere.
          counts[2] += from > 0 ? 1 : 0;
        }
      }
    }
    return said.entrySet().stream()
        .min(
            Comparator.comparingInt((Map.Entry<String, int[]> one) -> -one.getValue()[0])
                .thenComparingInt(one -> -one.getValue()[1])
                .thenComparingInt(one -> -one.getValue()[2])
                .thenComparingInt(one -> one.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /** Whether a text may be all of the phrase and nothing else, by its length and punctuation. */
  private static boolean fits(String phrase, String text) {
    boolean marks =
        text.codePoints()
            .filter(c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c))
            .filter(c -> !isMark(c) && "-'’ʼ".indexOf(c) < 0)
            .anyMatch(c -> phrase.indexOf(c) < 0);
    // A character of Chinese is a syllable or a word.
    boolean ideographs = text.codePoints().anyMatch(Character::isIdeographic);
    double length = (double) letters(text) / letters(phrase);
    return !marks && (ideographs || length >= SHORTEST && length <= LONGEST);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static long stem(Analysis text, int word) {
    return Analysis.Lexeme.stemOf(text.lexemes()[word].token());
  }
}
