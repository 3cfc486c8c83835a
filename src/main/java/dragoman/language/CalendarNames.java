package dragoman.language;

import com.ibm.icu.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The months and days of the week in a language's texts, in all their forms, and one in another
 * one's place. Names are CLDR's; the cases of Slavic and Turkic ones are made here. Safe for many
 * threads.
 */
public final class CalendarNames {
  private static final Map<String, CalendarNames> KNOWN = new ConcurrentHashMap<>();
  private static final int MONTHS = 12;
  private static final int DAYS = 7;

  /** What a name names. */
  public enum Kind {
    MONTH,
    WEEKDAY
  }

  /**
   * A name in a text.
   *
   * @param value 1 to 12, or 1 (Sunday) to 7
   * @param slots the forms that it may be
   */
  public record Found(int start, int end, Kind kind, int value, Set<String> slots) {}

  private record Meaning(Kind kind, int value, String slot) {}

  private final LanguageTag language;
  private final Map<String, List<Meaning>> byForm = new LinkedHashMap<>();
  private final List<String> longestFirst;
  private final Optional<TurkicSuffixes> turkic;

  private CalendarNames(LanguageTag language) {
    this.language = language;
    String code = language.language();
    this.turkic =
        code.equals("az") || code.equals("tr")
            ? Optional.of(new TurkicSuffixes(language))
            : Optional.empty();
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(language.icu());
    if (code.equals("ru") || code.equals("uk")) {
      SlavicCalendar.forms(code, (month, value, slot, form) -> add(kind(month), value, slot, form));
    } else {
      for (boolean month : List.of(true, false)) {
        cldr(symbols, month, DateFormatSymbols.WIDE, "");
      }
    }
    for (boolean month : List.of(true, false)) {
      cldr(symbols, month, DateFormatSymbols.ABBREVIATED, "short");
    }
    if (code.equals("en")) {
      add(Kind.MONTH, 9, "short", "sept");
      add(Kind.MONTH, 9, "short", "sept.");
    }
    longestFirst = new ArrayList<>(byForm.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
  }

  private static Kind kind(boolean month) {
    return month ? Kind.MONTH : Kind.WEEKDAY;
  }

  /** The names of a language, made once. */
  public static CalendarNames of(LanguageTag language) {
    return KNOWN.computeIfAbsent(language.value(), value -> new CalendarNames(language));
  }

  private void cldr(DateFormatSymbols symbols, boolean month, int width, String slot) {
    for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
      String[] names =
          month ? symbols.getMonths(context, width) : symbols.getWeekdays(context, width);
      int offset = month ? 1 : 0;
      for (int i = month ? 0 : 1; i < names.length && i + offset <= (month ? MONTHS : DAYS); i++) {
        forms(kind(month), i + offset, slot, names[i]);
      }
    }
  }

  private void forms(Kind kind, int value, String slot, String name) {
    String small = Casing.lower(language, name);
    if (small.length() < 3 || slot.equals("short") && !small.endsWith(".") && !isEnglish()) {
      return;
    }
    add(kind, value, slot, small);
    if (slot.equals("short")) {
      if (!small.endsWith(".")
          && !byForm.getOrDefault(small, List.of()).contains(new Meaning(kind, value, ""))) {
        add(kind, value, slot, small + ".");
      }
      return;
    }
    switch (language.language()) {
      case "en" -> add(kind, value, "s", small + (kind == Kind.WEEKDAY ? "s" : "'s"));
      case "de" -> {
        add(kind, value, "s", small + "s");
        if (kind == Kind.WEEKDAY) {
          for (String time : "abend morgen mittag nachmittag vormittag nacht früh".split(" ")) {
            add(kind, value, time, small + time);
          }
        }
      }
      case "fr" -> add(kind, value, "s", small + "s");
      case "az", "tr" -> suffixed(kind, value, small);
      default -> {}
    }
  }

  private boolean isEnglish() {
    return language.language().equals("en");
  }

  private void suffixed(Kind kind, int value, String small) {
    TurkicSuffixes suffixes = turkic.orElseThrow();
    boolean owned = small.matches(".* .*(?:ertəsi|axşamı)") || small.endsWith("ertesi");
    boolean turkish = language.language().equals("tr");
    // both kinds of chains, so that a form with a possessive is the same slot as one without
    List<List<String>> plain = suffixes.ofNames(false);
    for (List<String> chain : plain) {
      String slot = String.join("+", chain);
      List<String> own =
          owned && chain.get(0).matches("\\(n\\)In|\\(y\\)A|\\([ny]\\)I|DAn?")
              ? ownedChain(chain)
              : chain;
      String tail = suffixes.realize(small, own);
      add(kind, value, slot, small + tail);
      if (turkish) {
        add(kind, value, "'" + slot, small + "'" + tail);
      }
    }
  }

  private static List<String> ownedChain(List<String> chain) {
    List<String> own = new ArrayList<>(chain);
    own.set(
        0,
        switch (chain.get(0)) {
          case "(n)In" -> "nIn";
          case "(y)A" -> "nA";
          case "DA" -> "ndA";
          case "DAn" -> "ndAn";
          default -> "nI";
        });
    return own;
  }

  private void add(Kind kind, int value, String slot, String form) {
    Meaning meaning = new Meaning(kind, value, slot);
    List<Meaning> own = byForm.computeIfAbsent(fold(form), f -> new ArrayList<>());
    if (!own.contains(meaning)) {
      own.add(meaning);
    }
  }

  private String fold(String text) {
    return Casing.lower(language, text).replace('’', '\'').replace('ʼ', '\'');
  }

  /** The names in a text, in order of place. English ones need their capital. */
  public List<Found> in(String text) {
    String folded = fold(text);
    List<Found> found = new ArrayList<>();
    if (folded.length() != text.length()) {
      return found;
    }
    for (int i = 0; i < folded.length(); i++) {
      if (!Character.isLetter(folded.charAt(i)) || i > 0 && isWord(folded.charAt(i - 1))) {
        continue;
      }
      for (String form : longestFirst) {
        int end = i + form.length();
        boolean stop = form.endsWith(".") && end == folded.length();
        boolean whole =
            !stop && form.endsWith(".")
                || !stop && end == folded.length()
                || end < folded.length() && !isWord(folded.charAt(end));
        boolean capital = !isEnglish() || Character.isUpperCase(text.charAt(i));
        if (whole && capital && folded.startsWith(form, i) && plausible(form, text, end)) {
          List<Meaning> meanings = byForm.get(form);
          Meaning first = meanings.get(0);
          Set<String> slots = new LinkedHashSet<>();
          meanings.stream()
              .filter(m -> m.kind() == first.kind() && m.value() == first.value())
              .forEach(m -> slots.add(m.slot()));
          found.add(new Found(i, end, first.kind(), first.value(), slots));
          i = end - 1;
          break;
        }
      }
    }
    return found;
  }

  /** May, March, Sun, Mar and Sat are English words too, Sun and Mon names. */
  private boolean plausible(String form, String text, int end) {
    if (!isEnglish()
        || !form.matches("may|march|sun|sat|mar|mon|wed|dec|jan|fri|thu|tue|jun|jul")) {
      return true;
    }
    String rest = text.substring(end).stripLeading();
    String before = text.substring(0, end - form.length()).stripTrailing();
    boolean number = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
    boolean led =
        before.matches(
            "(?s).*(?:\\d|\\b(?:in|of|since|by|until|from|to|and|last|next|on|this|early|late|mid))");
    return number || led;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'';
  }

  /** Another month or day in the form and capitals of one that was found. */
  public Optional<Rewriting> rewrite(String text, Found old, int now) {
    String written = text.substring(old.start(), old.end());
    Set<String> made = new LinkedHashSet<>();
    Set<String> slots =
        language.language().equals("ru") || language.language().equals("uk")
            ? SlavicCalendar.narrowed(text, old.start(), old.slots())
            : old.slots();
    for (String slot : slots) {
      byForm.entrySet().stream()
          .filter(
              entry ->
                  entry.getValue().stream()
                      .anyMatch(m -> m.equals(new Meaning(old.kind(), now, slot))))
          .map(Map.Entry::getKey)
          .filter(form -> form.endsWith(".") == written.endsWith(".") || !slot.equals("short"))
          .findFirst()
          .ifPresent(made::add);
    }
    if (made.isEmpty()) {
      return Optional.empty();
    }
    String form = made.iterator().next();
    String marked = written.indexOf('’') >= 0 ? form.replace('\'', '’') : form;
    String name = cased(written, marked);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(old.start(), old.end(), name));
    if (language.language().equals("uk")) {
      UkrainianSounds.behind(text, old.end(), written, name).ifPresent(edits::add);
    }
    boolean certain = made.size() == 1 && !old.slots().contains("short");
    certain |= made.size() == 1 && isEnglish();
    certain &= CalendarNeighbours.agree(language, text, old, now, name, edits);
    return Optional.of(new Rewriting(edits, certain));
  }

  private String cased(String written, String form) {
    if (Renaming.shouts(written)) {
      return Casing.upper(language, form);
    }
    return Character.isUpperCase(written.codePointAt(0))
        ? Casing.capitalized(language, form)
        : form;
  }
}
