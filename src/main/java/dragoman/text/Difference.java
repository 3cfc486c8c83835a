package dragoman.text;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must change to make one text into another, word by word: the words and gaps between them
 * that stay, go and come. Tags are left aside.
 */
public final class Difference {
  /** Beyond this many steps, what is not the same at both ends is shown as one exchange. */
  private static final long MOST_STEPS = 4_000_000;

  private Difference() {}

  /** Whether a piece is in both texts, only in the new, or only in the old. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  /**
   * A part of the texts.
   *
   * @param text never empty
   */
  public record Piece(Kind kind, String text) {}

  /**
   * The pieces in reading order. Those that are the same or removed make up the old text, those
   * that are the same or added the new one.
   */
  public static List<Piece> between(LanguageTag language, TaggedText old, TaggedText now) {
    List<String> before = parts(language, old.plain());
    List<String> after = parts(language, now.plain());
    int start = 0;
    while (start < before.size()
        && start < after.size()
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int endBefore = before.size();
    int endAfter = after.size();
    while (endBefore > start
        && endAfter > start
        && before.get(endBefore - 1).equals(after.get(endAfter - 1))) {
      endBefore--;
      endAfter--;
    }
    List<Piece> pieces = new ArrayList<>();
    before.subList(0, start).forEach(part -> pieces.add(new Piece(Kind.SAME, part)));
    middle(before.subList(start, endBefore), after.subList(start, endAfter), pieces);
    before
        .subList(endBefore, before.size())
        .forEach(part -> pieces.add(new Piece(Kind.SAME, part)));
    return joined(pieces);
  }

  /** Words, and what stands between them, one by one. */
  private static List<String> parts(LanguageTag language, String text) {
    List<String> parts = new ArrayList<>();
    int end = 0;
    for (Words.Word word : Words.of(language, text)) {
      gap(text.substring(end, word.start()), parts);
      parts.add(word.form());
      end = word.end();
    }
    gap(text.substring(end), parts);
    return parts;
  }

  /** A gap's runs of white space stand apart from its punctuation marks, each mark alone. */
  private static void gap(String gap, List<String> parts) {
    int start = 0;
    for (int i = 0; i < gap.length(); i = next(gap, i)) {
      if (!Character.isWhitespace(gap.codePointAt(i))) {
        add(gap.substring(start, i), parts);
        start = next(gap, i);
        add(gap.substring(i, start), parts);
      }
    }
    add(gap.substring(start), parts);
  }

  private static int next(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  private static void add(String part, List<String> parts) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private static void middle(List<String> before, List<String> after, List<Piece> pieces) {
    if ((long) before.size() * after.size() > MOST_STEPS) {
      before.forEach(part -> pieces.add(new Piece(Kind.REMOVED, part)));
      after.forEach(part -> pieces.add(new Piece(Kind.ADDED, part)));
      return;
    }
    // kept[i][j]: how much can stay of before from i and after from j. A word weighs more than a
    // gap, so that a comma is never kept at the cost of a word.
    int[][] kept = new int[before.size() + 1][after.size() + 1];
    Map<String, Integer> weights = new HashMap<>();
    before.forEach(part -> weights.computeIfAbsent(part, p -> weight(p)));
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        kept[i][j] = Math.max(kept[i + 1][j], kept[i][j + 1]);
        if (before.get(i).equals(after.get(j))) {
          kept[i][j] = Math.max(kept[i][j], kept[i + 1][j + 1] + weights.get(before.get(i)));
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean same =
          i < before.size()
              && j < after.size()
              && before.get(i).equals(after.get(j))
              && kept[i][j] == kept[i + 1][j + 1] + weights.get(before.get(i));
      if (same) {
        pieces.add(new Piece(Kind.SAME, before.get(i)));
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || kept[i + 1][j] >= kept[i][j + 1])) {
        pieces.add(new Piece(Kind.REMOVED, before.get(i++)));
      } else {
        pieces.add(new Piece(Kind.ADDED, after.get(j++)));
      }
    }
  }

  private static int weight(String part) {
    return Character.isLetterOrDigit(part.codePointAt(0)) ? 4 : 1;
  }

  /** Neighbours of one kind in one piece; between two that stay, what goes before what comes. */
  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.SAME) {
        flush(joined, Kind.REMOVED, removed);
        flush(joined, Kind.ADDED, added);
        same.append(piece.text());
      } else {
        flush(joined, Kind.SAME, same);
        (piece.kind() == Kind.REMOVED ? removed : added).append(piece.text());
      }
    }
    flush(joined, Kind.SAME, same);
    flush(joined, Kind.REMOVED, removed);
    flush(joined, Kind.ADDED, added);
    return List.copyOf(joined);
  }

  private static void flush(List<Piece> pieces, Kind kind, StringBuilder text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text.toString()));
      text.setLength(0);
    }
  }
}
