package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts the parts of dates in one order: {@code 31 October} and {@code Oct. 31} say the same. */
final class Dates {
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1000);
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2200);

  private Dates() {}

  /** The month, the day, the year; without the comma between them and the words of, the. */
  static List<Token> ordered(List<Token> tokens, LanguageTag language) {
    boolean english = language.language().equals("en");
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int month = i;
      if (isDay(token)) {
        month = i + 1;
        if (english && is(tokens, month, "of")) {
          month++;
        }
        if (month < tokens.size() && tokens.get(month).kind() == Kind.MONTH) {
          boolean the = english && !out.isEmpty() && out.get(out.size() - 1).key().equals("the");
          if (the) {
            out.remove(out.size() - 1);
          }
          out.add(tokens.get(month));
          out.add(token.asDay());
          i = year(tokens, month, out);
          continue;
        }
      }
      out.add(token);
      if (token.kind() == Kind.MONTH && i + 1 < tokens.size() && isDay(tokens.get(i + 1))) {
        out.add(tokens.get(i + 1).asDay());
        i = year(tokens, i + 1, out);
      }
    }
    return out;
  }

  /** Leaves out the comma before a year. */
  private static int year(List<Token> tokens, int last, List<Token> out) {
    boolean comma = is(tokens, last + 1, ",");
    if (comma && last + 2 < tokens.size() && isYear(tokens.get(last + 2))) {
      out.add(tokens.get(last + 2));
      return last + 2;
    }
    return last;
  }

  private static boolean is(List<Token> tokens, int i, String key) {
    return i < tokens.size() && tokens.get(i).key().equals(key);
  }

  static boolean isDay(Token token) {
    return token.kind() == Kind.NUMBER
        && token.number().orElseThrow().figures()
        && token.number().orElseThrow().values().stream()
            .anyMatch(v -> v.scale() <= 0 && v.signum() > 0 && v.compareTo(LAST_DAY) <= 0);
  }

  private static boolean isYear(Token token) {
    return token.kind() == Kind.NUMBER
        && token.number().orElseThrow().values().stream()
            .anyMatch(v -> v.compareTo(FIRST_YEAR) >= 0 && v.compareTo(LAST_YEAR) < 0);
  }
}
