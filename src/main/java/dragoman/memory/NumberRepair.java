package dragoman.memory;

import dragoman.language.CalendarNames;
import dragoman.language.LanguageTag;
import dragoman.language.Numerals;
import dragoman.language.Rewriting;
import dragoman.memory.Hunks.Pair;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts the sentence's numbers where the target has those of the match. */
final class NumberRepair {
  private final LanguageTag to;
  private final Mending mending;
  private final Numerals numerals;

  NumberRepair(LanguageTag to, Mending mending) {
    this.to = to;
    this.mending = mending;
    this.numerals = Numerals.of(to);
  }

  /** Whether every number that differs was found in the target. */
  boolean mend(List<Pair> pairs) {
    List<Pair> all = pairs.stream().filter(p -> p.both() && p.was().kind() == Kind.NUMBER).toList();
    if (all.stream().allMatch(p -> p.was().same(p.is()))) {
      return true;
    }
    List<Numerals.Number> written = numerals.in(mending.text());
    Map<BigDecimal, List<Pair>> byValue = new LinkedHashMap<>();
    for (Pair pair : all) {
      byValue.computeIfAbsent(value(pair.was()), v -> new ArrayList<>()).add(pair);
    }
    for (Map.Entry<BigDecimal, List<Pair>> entry : byValue.entrySet()) {
      boolean changes = entry.getValue().stream().anyMatch(p -> !p.was().same(p.is()));
      if (changes && !mend(entry.getKey(), entry.getValue(), all, written)) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal value(Token token) {
    return token.number().orElseThrow().values().iterator().next().stripTrailingZeros();
  }

  private boolean mend(
      BigDecimal was, List<Pair> pairs, List<Pair> all, List<Numerals.Number> written) {
    List<Numerals.Number> places = places(was, written, true);
    if (places.isEmpty()) {
      places = places(was, written, false);
    }
    if (places.isEmpty()) {
      return false;
    }
    Set<BigDecimal> wanted = new TreeSet<>();
    pairs.forEach(pair -> wanted.add(value(pair.is())));
    if (wanted.size() == 1) {
      if (places.size() != pairs.size()) {
        List<Numerals.Number> kind = ofKind(places, pairs.get(0).was().day());
        if (kind.size() == pairs.size()) {
          places = kind;
        } else {
          mending.doubt();
        }
      }
      return places.stream().allMatch(place -> write(place, was, pairs.get(0).is()));
    }
    return eachItsOwn(was, pairs, places, all, written);
  }

  private List<Numerals.Number> places(
      BigDecimal was, List<Numerals.Number> written, boolean figures) {
    return written.stream()
        .filter(n -> n.figures() == figures)
        .filter(n -> n.values().stream().anyMatch(v -> v.compareTo(was) == 0))
        .toList();
  }

  private List<Numerals.Number> ofKind(List<Numerals.Number> places, boolean day) {
    return places.stream().filter(place -> isDay(place) == day).toList();
  }

  /** Equal numbers that part: by day and other, else by an order that both languages have. */
  private boolean eachItsOwn(
      BigDecimal was,
      List<Pair> pairs,
      List<Numerals.Number> places,
      List<Pair> all,
      List<Numerals.Number> written) {
    for (boolean day : List.of(true, false)) {
      List<Pair> own = pairs.stream().filter(p -> p.was().day() == day).toList();
      List<Numerals.Number> there = ofKind(places, day);
      Set<BigDecimal> wanted = new TreeSet<>();
      own.forEach(pair -> wanted.add(value(pair.is())));
      if (own.size() != there.size()) {
        return false;
      }
      boolean ordered = wanted.size() < 2 || sameOrder(all, written);
      if (!ordered) {
        mending.doubt();
      }
      for (int i = 0; i < own.size(); i++) {
        boolean stays = value(own.get(i).is()).compareTo(was) == 0;
        if (!stays && !write(there.get(i), was, own.get(i).is())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the target has the same numbers one after the other. */
  private static boolean sameOrder(List<Pair> all, List<Numerals.Number> written) {
    List<Numerals.Number> figures = written.stream().filter(Numerals.Number::figures).toList();
    if (figures.size() != all.size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      if (!figures.get(i).meets(all.get(i).was().number().orElseThrow())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a number of the target stands beside a month. */
  private boolean isDay(Numerals.Number place) {
    return CalendarNames.of(to).in(mending.text()).stream()
        .filter(found -> found.kind() == CalendarNames.Kind.MONTH)
        .anyMatch(
            month -> between(place.end(), month.start()) || between(month.end(), place.start()));
  }

  private boolean between(int end, int start) {
    String gap = end <= start ? mending.text().substring(end, start) : "#";
    return gap.matches("\\.?\\s?(?:er)?\\s?|\\s|-?\\p{L}{1,3}\\s|\\s?de\\s|(?:st|nd|rd|th) of ");
  }

  private boolean write(Numerals.Number place, BigDecimal was, Token now) {
    Numerals.Number number = now.number().orElseThrow();
    boolean day = now.day() || isDay(place);
    Optional<Rewriting> rewriting =
        numerals.rewrite(
            mending.text(),
            new Numerals.Change(place, was, plain(value(now)), now.form(), !number.figures(), day));
    rewriting.ifPresent(one -> mending.add(day ? Exchange.Kind.DATE : Exchange.Kind.NUMBER, one));
    return rewriting.isPresent();
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
