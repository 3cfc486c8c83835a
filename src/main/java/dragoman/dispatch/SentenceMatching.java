package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which sentence of a document each one of its newer version was: the same one, one that stood in
 * an earlier version, a changed one, or none. Sentences that are the same may have moved; changed
 * ones are looked for in order alone.
 */
final class SentenceMatching {
  /** Beyond this many comparisons, sentences between two that stayed count as new. */
  private static final long MOST_STEPS = 4_000_000;

  private static final int MOST_PAIRS = 40_000;

  /** Sentences that share fewer of their words are not versions of one. */
  private static final double LEAST_ALIKE = 0.4;

  private final LanguageTag language;
  private final List<TaggedText> old;
  private final List<TaggedText> now;
  private final List<String> oldKeys;
  private final List<String> nowKeys;
  private final int[] from;
  private final boolean[] same;
  private final int[] former;
  private final boolean[] taken;

  /**
   * A sentence as it stood in an earlier version.
   *
   * @param segment its segment's id
   * @param now the index of the old sentence that the segment is, -1 where it stands no more
   */
  record Former(long segment, int now, TaggedText text) {}

  /**
   * @param formers the latest first; those of one version in their order
   */
  SentenceMatching(
      LanguageTag language, List<TaggedText> old, List<TaggedText> now, List<Former> formers) {
    this.language = language;
    this.old = old;
    this.now = now;
    this.oldKeys = old.stream().map(SentenceMatching::key).toList();
    this.nowKeys = now.stream().map(SentenceMatching::key).toList();
    this.from = new int[now.size()];
    this.same = new boolean[now.size()];
    this.former = new int[now.size()];
    this.taken = new boolean[old.size()];
    Arrays.fill(from, -1);
    Arrays.fill(former, -1);
    match(0, old.size(), 0, now.size());
    boolean[] inOrder = same.clone();
    moved();
    again(formers);
    int lastOld = 0;
    int lastNow = 0;
    for (int i = 0; i <= now.size(); i++) {
      if (i == now.size() || inOrder[i]) {
        int end = i == now.size() ? old.size() : from[i];
        pair(lastOld, end, lastNow, i);
        lastOld = end + 1;
        lastNow = i + 1;
      }
    }
  }

  /** The old sentence's index, or -1 where there was none. */
  int from(int sentence) {
    return from[sentence];
  }

  /** Whether it has the same text with the same tags. */
  boolean same(int sentence) {
    return same[sentence];
  }

  /** The index of the earlier sentence that stands again, or -1. */
  int former(int sentence) {
    return former[sentence];
  }

  /**
   * A text with its tags: two are equal where they say the same with the same codes, whatever
   * numbers these have in their paragraph.
   */
  private static String key(TaggedText text) {
    if (text.tags().isEmpty()) {
      return text.plain();
    }
    StringBuilder key = new StringBuilder(text.plain());
    Map<Integer, Integer> ids = new HashMap<>();
    for (Tag tag : text.tags()) {
      int id = ids.computeIfAbsent(tag.id(), known -> ids.size());
      key.append('\0').append(tag.at()).append(tag.kind()).append(id);
      key.append('\0').append(tag.label()).append('\0').append(tag.data());
    }
    return key.toString();
  }

  private void match(int oldFrom, int oldTo, int nowFrom, int nowTo) {
    int o = oldFrom;
    int n = nowFrom;
    int oEnd = oldTo;
    int nEnd = nowTo;
    while (o < oEnd && n < nEnd && oldKeys.get(o).equals(nowKeys.get(n))) {
      stays(o++, n++);
    }
    while (o < oEnd && n < nEnd && oldKeys.get(oEnd - 1).equals(nowKeys.get(nEnd - 1))) {
      stays(--oEnd, --nEnd);
    }
    if (o == oEnd || n == nEnd) {
      return;
    }
    List<int[]> anchors = rising(unique(o, oEnd, n, nEnd));
    if (anchors.isEmpty()) {
      if ((long) (oEnd - o) * (nEnd - n) <= MOST_STEPS) {
        longest(o, oEnd, n, nEnd);
      }
      return;
    }
    for (int[] anchor : anchors) {
      match(o, anchor[0], n, anchor[1]);
      stays(anchor[0], anchor[1]);
      o = anchor[0] + 1;
      n = anchor[1] + 1;
    }
    match(o, oEnd, n, nEnd);
  }

  private void stays(int oldIndex, int nowIndex) {
    from[nowIndex] = oldIndex;
    same[nowIndex] = true;
    taken[oldIndex] = true;
  }

  /** Finds what stands elsewhere now, one to one, where several are the same in their order. */
  private void moved() {
    Map<String, Deque<Integer>> left = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      if (!taken[i]) {
        left.computeIfAbsent(oldKeys.get(i), key -> new ArrayDeque<>()).add(i);
      }
    }
    for (int i = 0; i < now.size(); i++) {
      Deque<Integer> places = same[i] ? null : left.get(nowKeys.get(i));
      if (places != null && !places.isEmpty()) {
        stays(places.remove(), i);
      }
    }
  }

  /** Finds what stood in an earlier version and is not among the old sentences as they are. */
  private void again(List<Former> formers) {
    Map<String, Deque<Integer>> known = new HashMap<>();
    for (int i = 0; i < formers.size(); i++) {
      known.computeIfAbsent(key(formers.get(i).text()), key -> new ArrayDeque<>()).add(i);
    }
    Set<Long> used = new HashSet<>();
    for (int i = 0; i < now.size(); i++) {
      Deque<Integer> places = same[i] ? null : known.get(nowKeys.get(i));
      while (places != null && former[i] < 0 && !places.isEmpty()) {
        int place = places.remove();
        Former one = formers.get(place);
        boolean free = one.now() < 0 || !taken[one.now()];
        if (free && used.add(one.segment())) {
          former[i] = place;
          from[i] = one.now();
          if (one.now() >= 0) {
            taken[one.now()] = true;
          }
        }
      }
    }
  }

  /** Sentences that stand once on each side, in the new order, as pairs of old and new index. */
  private List<int[]> unique(int o, int oEnd, int n, int nEnd) {
    Map<String, Integer> places = once(oldKeys, o, oEnd);
    Map<String, Integer> nowPlaces = once(nowKeys, n, nEnd);
    List<int[]> pairs = new ArrayList<>();
    for (int i = n; i < nEnd; i++) {
      int place = places.getOrDefault(nowKeys.get(i), -1);
      if (place >= 0 && nowPlaces.get(nowKeys.get(i)) == i) {
        pairs.add(new int[] {place, i});
      }
    }
    return pairs;
  }

  /** Places of what stands once, -1 for what stands more often. */
  private static Map<String, Integer> once(List<String> keys, int from, int to) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(keys.get(i), i, (one, other) -> -1);
    }
    return places;
  }

  /** The longest part of the pairs that rises on both sides. */
  private static List<int[]> rising(List<int[]> pairs) {
    int[] last = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(last[middle])[0] < pairs.get(i)[0]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : last[low - 1];
      last[low] = i;
      length = Math.max(length, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = before[i]) {
      rising.add(0, pairs.get(i));
    }
    return rising;
  }

  /** The longest common part, where no sentence stands alone. */
  private void longest(int o, int oEnd, int n, int nEnd) {
    int[][] kept = new int[oEnd - o + 1][nEnd - n + 1];
    for (int i = oEnd - o - 1; i >= 0; i--) {
      for (int j = nEnd - n - 1; j >= 0; j--) {
        kept[i][j] =
            oldKeys.get(o + i).equals(nowKeys.get(n + j))
                ? kept[i + 1][j + 1] + 1
                : Math.max(kept[i + 1][j], kept[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < oEnd - o && j < nEnd - n) {
      if (oldKeys.get(o + i).equals(nowKeys.get(n + j))) {
        stays(o + i++, n + j++);
      } else if (kept[i + 1][j] >= kept[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Pairs sentences between two that stayed in order by how many words they share. */
  private void pair(int o, int oEnd, int n, int nEnd) {
    int[] olds = IntStream.range(o, Math.max(o, oEnd)).filter(i -> !taken[i]).toArray();
    int[] nows = IntStream.range(n, nEnd).filter(i -> from[i] < 0 && former[i] < 0).toArray();
    int rows = olds.length;
    int columns = nows.length;
    if (rows == 0 || columns == 0 || (long) rows * columns > MOST_PAIRS) {
      return;
    }
    List<Map<String, Integer>> before = bags(Arrays.stream(olds).mapToObj(old::get).toList());
    List<Map<String, Integer>> after = bags(Arrays.stream(nows).mapToObj(now::get).toList());
    double[][] best = new double[rows + 1][columns + 1];
    double[][] alike = new double[rows][columns];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        alike[i][j] = alike(before.get(i), after.get(j));
        best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
        if (alike[i][j] >= LEAST_ALIKE) {
          best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + alike[i][j]);
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (best[i][j] == best[i + 1][j]) {
        i++;
      } else if (best[i][j] == best[i][j + 1]) {
        j++;
      } else {
        from[nows[j++]] = olds[i++];
      }
    }
  }

  private List<Map<String, Integer>> bags(List<TaggedText> texts) {
    List<Map<String, Integer>> bags = new ArrayList<>();
    for (TaggedText text : texts) {
      Map<String, Integer> bag = new HashMap<>();
      Words.of(language, text.plain()).forEach(word -> bag.merge(word.form(), 1, Integer::sum));
      bags.add(bag);
    }
    return bags;
  }

  /** The share of words that both have (Dice's coefficient), 0 to 1. */
  private static double alike(Map<String, Integer> one, Map<String, Integer> other) {
    int all = 0;
    int shared = 0;
    for (Map.Entry<String, Integer> word : one.entrySet()) {
      all += word.getValue();
      shared += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
    }
    for (int count : other.values()) {
      all += count;
    }
    return all == 0 ? 1 : 2.0 * shared / all;
  }
}
