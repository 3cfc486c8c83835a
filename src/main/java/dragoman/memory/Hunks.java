package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sentences aligned token by token: which stay, which are exchanged, which come and go. */
final class Hunks {
  private static final int NEVER = 1_000;
  private static final int MOST_STEPS = 1_000_000;
  private static final Map<String, String> PLURALS =
      Map.of(
          "person", "people", "man", "men", "woman", "women", "child", "children", "foot", "feet");

  private Hunks() {}

  /** A pair; one side is missing where a mark is only in the other. */
  record Pair(Optional<Token> old, Optional<Token> now) {
    Token was() {
      return old.orElseThrow();
    }

    Token is() {
      return now.orElseThrow();
    }

    boolean both() {
      return old.isPresent() && now.isPresent();
    }
  }

  /** The pairs in order; nothing where the sentences differ in more than can be mended. */
  static Optional<List<Pair>> of(LanguageTag language, List<Token> old, List<Token> now) {
    if ((long) old.size() * now.size() > MOST_STEPS) {
      return Optional.empty();
    }
    int[][] cost = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size(); i >= 0; i--) {
      for (int j = now.size(); j >= 0; j--) {
        if (i == old.size() && j == now.size()) {
          continue;
        }
        int best = Integer.MAX_VALUE;
        if (i < old.size() && j < now.size()) {
          best = exchange(language, old, i, now, j) + cost[i + 1][j + 1];
        }
        if (i < old.size()) {
          best = Math.min(best, alone(old.get(i)) + cost[i + 1][j]);
        }
        if (j < now.size()) {
          best = Math.min(best, alone(now.get(j)) + cost[i][j + 1]);
        }
        cost[i][j] = Math.min(best, NEVER);
      }
    }
    if (cost[0][0] >= NEVER) {
      return Optional.empty();
    }
    return Optional.of(traced(language, old, now, cost));
  }

  private static List<Pair> traced(
      LanguageTag language, List<Token> old, List<Token> now, int[][] cost) {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      boolean both = i < old.size() && j < now.size();
      if (both && cost[i][j] == exchange(language, old, i, now, j) + cost[i + 1][j + 1]) {
        pairs.add(new Pair(Optional.of(old.get(i++)), Optional.of(now.get(j++))));
      } else if (i < old.size() && cost[i][j] == alone(old.get(i)) + cost[i + 1][j]) {
        pairs.add(new Pair(Optional.of(old.get(i++)), Optional.empty()));
      } else {
        pairs.add(new Pair(Optional.empty(), Optional.of(now.get(j++))));
      }
    }
    return Collections.unmodifiableList(pairs);
  }

  private static int alone(Token token) {
    return token.kind() == Kind.MARK ? 3 : NEVER;
  }

  private static int exchange(
      LanguageTag language, List<Token> old, int i, List<Token> now, int j) {
    Token a = old.get(i);
    Token b = now.get(j);
    if (a.same(b)) {
      return 0;
    }
    if (a.alike(b)) {
      return 4;
    }
    if (a.kind() == Kind.MARK && b.kind() == Kind.MARK) {
      return 4;
    }
    boolean english = language.language().equals("en");
    boolean words = a.kind() == Kind.WORD && b.kind() == Kind.WORD;
    boolean term = a.kind() == Kind.NAME && b.kind() == Kind.NAME;
    if (english && (words || term && a.concepts().equals(b.concepts()))) {
      boolean article = isArticle(a.key()) && isArticle(b.key());
      boolean counted = behindNumber(old, i) && behindNumber(now, j) && isPlural(a.key(), b.key());
      return article || counted ? 1 : NEVER;
    }
    return NEVER;
  }

  private static boolean isArticle(String word) {
    return word.equals("a") || word.equals("an");
  }

  /** Whether a word is counted: person in 1 person and people in 2 people. */
  private static boolean behindNumber(List<Token> tokens, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (tokens.get(k).kind() == Kind.NUMBER) {
        return true;
      }
      if (tokens.get(k).kind() == Kind.MARK) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPlural(String a, String b) {
    String one = a.length() <= b.length() ? a : b;
    String many = a.length() <= b.length() ? b : a;
    return many.equals(one + "s")
        || many.equals(one + "es")
        || one.endsWith("y") && many.equals(one.substring(0, one.length() - 1) + "ies")
        || many.equals(PLURALS.get(one))
        || one.equals(PLURALS.get(many));
  }
}
