package dragoman.memory;

import dragoman.language.CalendarNames;
import dragoman.language.Edit;
import dragoman.language.LanguageTag;
import dragoman.language.Rewriting;
import dragoman.memory.Hunks.Pair;
import dragoman.memory.SourceTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the sentence's months, days of the week and times where the target has the match's. */
final class DateRepair {
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})(?=[./]\\d{2,4}|(?![\\d.]))");
  private static final int HOUR = 60;

  private final LanguageTag to;
  private final Mending mending;
  private final CalendarNames calendar;

  DateRepair(LanguageTag to, Mending mending) {
    this.to = to;
    this.mending = mending;
    this.calendar = CalendarNames.of(to);
  }

  /** Whether all that differs was found in the target. */
  boolean mend(List<Pair> pairs) {
    return names(pairs, Kind.MONTH, CalendarNames.Kind.MONTH)
        && names(pairs, Kind.WEEKDAY, CalendarNames.Kind.WEEKDAY)
        && times(pairs);
  }

  private static Map<Integer, List<Integer>> wanted(List<Pair> pairs, Kind kind) {
    Map<Integer, List<Integer>> wanted = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.both() && pair.was().kind() == kind) {
        wanted.computeIfAbsent(pair.was().value(), v -> new ArrayList<>()).add(pair.is().value());
      }
    }
    wanted.entrySet().removeIf(e -> e.getValue().stream().allMatch(e.getKey()::equals));
    return wanted;
  }

  private boolean names(List<Pair> pairs, Kind kind, CalendarNames.Kind wantedKind) {
    Map<Integer, List<Integer>> wanted = wanted(pairs, kind);
    if (wanted.isEmpty()) {
      return true;
    }
    List<CalendarNames.Found> all = calendar.in(mending.text());
    for (Map.Entry<Integer, List<Integer>> entry : wanted.entrySet()) {
      List<CalendarNames.Found> places =
          all.stream().filter(f -> f.kind() == wantedKind && f.value() == entry.getKey()).toList();
      Set<Integer> now = new LinkedHashSet<>(entry.getValue());
      if (places.isEmpty() && kind == Kind.MONTH && now.size() == 1) {
        if (!inFigures(entry.getKey(), now.iterator().next())) {
          return false;
        }
        continue;
      }
      if (places.isEmpty() || now.size() > 1 && places.size() != entry.getValue().size()) {
        return false;
      }
      if (now.size() > 1 || places.size() != entry.getValue().size()) {
        mending.doubt();
      }
      for (int i = 0; i < places.size(); i++) {
        int value = entry.getValue().get(now.size() > 1 ? i : 0);
        Optional<Rewriting> rewriting =
            value == entry.getKey()
                ? Optional.of(new Rewriting(List.of(), true))
                : calendar.rewrite(mending.text(), places.get(i), value);
        if (rewriting.isEmpty()) {
          return false;
        }
        mending.add(Exchange.Kind.DATE, rewriting.get());
      }
    }
    return true;
  }

  /** A month in figures behind its day: 31.10.2023. */
  private boolean inFigures(int was, int now) {
    Matcher matcher = FIGURES.matcher(mending.text());
    List<Edit> edits = new ArrayList<>();
    while (matcher.find()) {
      if (Integer.parseInt(matcher.group(3)) == was) {
        boolean padded = matcher.group(3).length() == 2;
        String month = padded && now < 10 ? "0" + now : String.valueOf(now);
        edits.add(new Edit(matcher.start(3), matcher.end(3), month));
      }
    }
    if (edits.size() != 1) {
      return false;
    }
    mending.add(Exchange.Kind.DATE, edits.get(0));
    // a day and a month that are one number read the same either way
    mending.doubt();
    return true;
  }

  private boolean times(List<Pair> pairs) {
    Map<Integer, List<Integer>> wanted = wanted(pairs, Kind.TIME);
    for (Map.Entry<Integer, List<Integer>> entry : wanted.entrySet()) {
      List<TargetTimes.Found> places =
          TargetTimes.in(to, mending.text()).stream()
              .filter(f -> f.minutes() == entry.getKey())
              .toList();
      Set<Integer> now = new LinkedHashSet<>(entry.getValue());
      if (places.isEmpty() || now.size() > 1) {
        return false;
      }
      if (places.size() != entry.getValue().size()) {
        mending.doubt();
      }
      for (TargetTimes.Found place : places) {
        int minutes = now.iterator().next();
        Optional<Rewriting> rewriting =
            TargetTimes.rewrite(to, mending.text(), place, minutes / HOUR, minutes % HOUR);
        if (rewriting.isEmpty()) {
          return false;
        }
        mending.add(Exchange.Kind.NUMBER, rewriting.get());
      }
    }
    return true;
  }
}
