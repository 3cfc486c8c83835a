package dragoman.language;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is written on to a number in figures: a case or an ordinal's ending, harmonised with how the
 * number is said ({@code 31-də}, {@code 6-da}; {@code 5'te}; {@code 1er}, {@code 2e}).
 */
final class NumberSuffixes {
  private static final String JOINTS = "-'’ʼ‘‑";
  private static final int ENDING = 3;

  private final LanguageTag language;
  private final Optional<TurkicSuffixes> turkic;

  NumberSuffixes(LanguageTag language, Optional<TurkicSuffixes> turkic) {
    this.language = language;
    this.turkic = turkic;
  }

  /**
   * What stands behind the number instead.
   *
   * @param end behind what gives way
   * @param text may be empty
   */
  record Suffix(int end, String text, boolean certain) {}

  /** The suffix for the new number; nothing where the old one's is not understood. */
  Optional<Suffix> behind(String text, int at, BigDecimal was, BigDecimal now) {
    int from = at;
    boolean joint = from < text.length() && JOINTS.indexOf(text.charAt(from)) >= 0;
    if (joint) {
      from++;
    }
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      return Optional.of(new Suffix(at, "", true));
    }
    String head = text.substring(at, from);
    String tail = text.substring(from, end);
    return switch (language.language()) {
      case "az", "tr" -> joint ? turkic(end, head, tail, was, now) : kept(at);
      case "ru" -> slavic(at, end, head, tail, was, now);
      case "uk" -> slavic(at, end, head, tail, was, now);
      case "fr" -> joint ? kept(at) : french(at, end, tail, was, now);
      case "en" -> Optional.of(new Suffix(at, "", tail.length() > ENDING));
      default -> kept(at);
    };
  }

  private static Optional<Suffix> kept(int at) {
    return Optional.of(new Suffix(at, "", true));
  }

  private Optional<Suffix> turkic(
      int end, String head, String tail, BigDecimal was, BigDecimal now) {
    TurkicSuffixes suffixes = turkic.orElseThrow();
    String small = Casing.lower(language, tail);
    String old = suffixes.spoken(was);
    String spoken = suffixes.spoken(now);
    Set<String> made = new LinkedHashSet<>();
    for (List<String> chain : suffixes.ofNumbers()) {
      for (String way : heard(suffixes, old, chain)) {
        if (way.equals(small)) {
          made.addAll(heard(suffixes, spoken, chain));
        }
      }
    }
    if (made.isEmpty()) {
      // a word of its own: 5-mərtəbəli
      boolean word = tail.length() > ENDING;
      return word ? Optional.of(new Suffix(end, head + tail, true)) : Optional.empty();
    }
    return Optional.of(new Suffix(end, head + made.iterator().next(), made.size() == 1));
  }

  /** Dört is said dörd- before a vowel. */
  private static Set<String> heard(TurkicSuffixes suffixes, String spoken, List<String> chain) {
    return Set.of(suffixes.realize(spoken, chain));
  }

  private Optional<Suffix> slavic(
      int at, int end, String head, String tail, BigDecimal was, BigDecimal now) {
    String small = Casing.lower(language, tail);
    boolean word = tail.length() > ENDING;
    boolean joined = !head.isEmpty();
    if (!joined || word) {
      return Optional.of(new Suffix(at, "", true));
    }
    if (small.matches("й|я|е|го|му|м|х|ю|ей|ї|ю") && !small.equals("х") && !small.equals("м")) {
      boolean russian = language.language().equals("ru");
      return Optional.of(new Suffix(end, head + tail, russian || small.matches("й|го|му|ї")));
    }
    boolean tens =
        was.remainder(BigDecimal.TEN).signum() == 0 && now.remainder(BigDecimal.TEN).signum() == 0;
    if (small.matches("х|ті|е|м") && tens) {
      return Optional.of(new Suffix(end, head + tail, true));
    }
    return Optional.of(new Suffix(end, head + tail, false));
  }

  /** 1er, 1re, 2e. */
  private static Optional<Suffix> french(
      int at, int end, String tail, BigDecimal was, BigDecimal now) {
    boolean first = tail.equals("er") || tail.equals("re") || tail.equals("ère");
    boolean other = tail.matches("e|è|ème|nde?");
    if (!first && !other) {
      return kept(at);
    }
    boolean one = now.compareTo(BigDecimal.ONE) == 0;
    if (one && other) {
      return Optional.of(new Suffix(end, "er", false));
    }
    return Optional.of(new Suffix(end, first && !one ? "e" : tail, true));
  }
}
