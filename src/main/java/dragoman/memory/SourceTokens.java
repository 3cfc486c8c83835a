package dragoman.memory;

import dragoman.language.CalendarNames;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.language.Numerals;
import dragoman.language.Renaming;
import dragoman.language.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sentence as a repair compares it: names, numbers, dates, words and marks one by one. */
final class SourceTokens {
  private final LanguageTag language;
  private final String text;
  private final boolean[] taken;
  private final List<Token> tokens = new ArrayList<>();

  enum Kind {
    NAME,
    NUMBER,
    TIME,
    MONTH,
    WEEKDAY,
    WORD,
    MARK
  }

  /**
   * A part of the sentence.
   *
   * @param form as it stands there
   * @param key what it is compared by
   * @param names of a name: what it may be
   * @param endings of a name or a number: which forms it may be
   * @param number of a number: what it is
   * @param day whether it is the day of a month
   * @param value of a month, a day of the week, a time in minutes
   */
  record Token(
      Kind kind,
      int start,
      int end,
      String form,
      String key,
      List<Names.Name> names,
      Set<String> endings,
      Optional<Numerals.Number> number,
      boolean day,
      int value) {

    static Token plain(Kind kind, int start, int end, String form, String key, int value) {
      return new Token(
          kind, start, end, form, key, List.of(), Set.of(), Optional.empty(), false, value);
    }

    Token asDay() {
      return new Token(kind, start, end, form, key, names, endings, number, true, value);
    }

    Set<Object> concepts() {
      Set<Object> concepts = new LinkedHashSet<>();
      names.forEach(name -> concepts.add(name.concept()));
      return concepts;
    }

    /** Whether both say the same, whatever their capitals. */
    boolean same(Token other) {
      if (kind != other.kind) {
        return false;
      }
      return switch (kind) {
        case NAME -> concepts().equals(other.concepts()) && key.equals(other.key);
        case NUMBER -> number.orElseThrow().meets(other.number.orElseThrow()) && alike(other);
        case TIME, MONTH, WEEKDAY -> value == other.value;
        case WORD, MARK -> key.equals(other.key);
      };
    }

    /** Whether the other one can take its place. */
    boolean alike(Token other) {
      if (kind != other.kind) {
        return false;
      }
      return switch (kind) {
        case NAME ->
            !Collections.disjoint(endings, other.endings) && !concepts().equals(other.concepts());
        case NUMBER ->
            day == other.day
                && endings.equals(other.endings)
                && (day || number.orElseThrow().ordinal() == other.number.orElseThrow().ordinal());
        case TIME, MONTH, WEEKDAY -> true;
        case WORD, MARK -> false;
      };
    }
  }

  private SourceTokens(LanguageTag language, String text) {
    this.language = language;
    this.text = text;
    this.taken = new boolean[text.length() + 1];
  }

  static List<Token> of(LanguageTag language, String text, Names names) {
    SourceTokens all = new SourceTokens(language, text);
    all.names(names);
    all.times();
    all.calendar();
    all.numbers();
    all.words();
    all.marks();
    all.tokens.sort(Comparator.comparingInt(Token::start));
    return Dates.ordered(all.tokens, language);
  }

  private void names(Names names) {
    List<Names.Name> all = names.in(language, text);
    for (int i = 0; i < all.size(); ) {
      Names.Name first = all.get(i);
      List<Names.Name> same = new ArrayList<>();
      while (i < all.size() && all.get(i).start() == first.start()) {
        same.add(all.get(i++));
      }
      int start = article(first.start());
      int end = genitive(first);
      String written = text.substring(first.start(), end);
      String small = plain(written);
      take(
          new Token(
              Kind.NAME,
              start,
              end,
              text.substring(start, end),
              small,
              same,
              forms(first.base(), small),
              Optional.empty(),
              false,
              0));
    }
  }

  private Set<String> forms(String base, String written) {
    if (!language.language().equals("en")) {
      return Renaming.of(language).slots(base, written);
    }
    String small = plain(base);
    String ending = written.startsWith(small) ? written.substring(small.length()) : "~" + written;
    // the genitive of a name in -s
    return Set.of(ending.equals("'") ? "'s" : ending);
  }

  /** Behind the apostrophe of an English name in -s: the United States'. */
  private int genitive(Names.Name name) {
    int end = name.end();
    if (suffixed(end) > end && Character.isLowerCase(text.charAt(end + 1))) {
      return suffixed(end);
    }
    boolean apostrophe = end < text.length() && "'’".indexOf(text.charAt(end)) >= 0;
    boolean plural = end > 0 && text.charAt(end - 1) == 's';
    boolean last = end + 1 >= text.length() || !Character.isLetter(text.charAt(end + 1));
    return language.language().equals("en") && apostrophe && plural && last ? end + 1 : end;
  }

  /** Where the English article before a name begins, else the name. */
  private int article(int start) {
    boolean the =
        language.language().equals("en")
            && start >= 4
            && text.regionMatches(true, start - 4, "the ", 0, 4)
            && (start == 4 || !Character.isLetter(text.charAt(start - 5)));
    return the ? start - 4 : start;
  }

  private void times() {
    for (ClockTimes.Found time : ClockTimes.in(text)) {
      if (free(time.start(), time.end())) {
        take(
            Token.plain(
                Kind.TIME,
                time.start(),
                time.end(),
                text.substring(time.start(), time.end()),
                "",
                time.minutes()));
      }
    }
  }

  private void calendar() {
    for (CalendarNames.Found found : CalendarNames.of(language).in(text)) {
      if (free(found.start(), found.end())) {
        boolean month = found.kind() == CalendarNames.Kind.MONTH;
        take(
            Token.plain(
                month ? Kind.MONTH : Kind.WEEKDAY,
                found.start(),
                found.end(),
                text.substring(found.start(), found.end()),
                "",
                found.value()));
      }
    }
  }

  private void numbers() {
    for (Numerals.Number number : Numerals.of(language).in(text)) {
      if (free(number.start(), number.end())) {
        int end = suffixed(number.end());
        String form = text.substring(number.start(), end);
        String suffix = text.substring(number.end(), end);
        take(
            new Token(
                Kind.NUMBER,
                number.start(),
                end,
                form,
                plain(form),
                List.of(),
                Set.of(harmonised(suffix)),
                Optional.of(number),
                false,
                0));
      }
    }
  }

  /** Behind a Turkic suffix in figures: 31-də, 5'te. */
  private int suffixed(int end) {
    boolean turkic = language.language().equals("az") || language.language().equals("tr");
    if (!turkic || end >= text.length() || "-'’".indexOf(text.charAt(end)) < 0) {
      return end;
    }
    int at = end + 1;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at == end + 1 ? end : at;
  }

  /** A suffix without its harmony: də and da are one. */
  private static String harmonised(String suffix) {
    return suffix
        .replaceAll("[^\\p{L}]", "")
        .replaceAll("[əae]", "a")
        .replaceAll("[ıiuü]", "i")
        .replace('t', 'd')
        .replaceFirst("^[yns](?=[ai])", "");
  }

  private void words() {
    for (Words.Word word : Words.of(language, text)) {
      if (free(word.start(), word.end())) {
        take(
            Token.plain(
                Kind.WORD, word.start(), word.end(), word.form(), key(plain(word.form())), 0));
      }
    }
  }

  /** Prepositions that change before sounds are one word. */
  private String key(String plain) {
    return switch (language.language()) {
      case "ru" ->
          switch (plain) {
            case "во" -> "в";
            case "со" -> "с";
            case "об" -> "о";
            default -> plain;
          };
      case "uk" ->
          switch (plain) {
            case "у" -> "в";
            case "із", "зі" -> "з";
            default -> plain;
          };
      default -> plain;
    };
  }

  private void marks() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!taken[i] && !Character.isWhitespace(c) && c != '\u00A0' && c != '\u202F') {
        String mark = String.valueOf(c);
        take(Token.plain(Kind.MARK, i, i + 1, mark, Marks.key(mark), 0));
      }
    }
  }

  private boolean free(int start, int end) {
    for (int i = start; i < end; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private void take(Token token) {
    for (int i = token.start(); i < token.end(); i++) {
      taken[i] = true;
    }
    tokens.add(token);
  }

  private String plain(String form) {
    return Casing.folded(language, form).replace('’', '\'').replace('ʼ', '\'').replace('‘', '\'');
  }
}
