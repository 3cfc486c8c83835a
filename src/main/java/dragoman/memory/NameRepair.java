package dragoman.memory;

import dragoman.language.Folding;
import dragoman.language.Inflection;
import dragoman.language.LanguageTag;
import dragoman.language.Renaming;
import dragoman.language.Rewriting;
import dragoman.memory.Hunks.Pair;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the sentence's names where the target has those of the match. */
final class NameRepair {
  private final LanguageTag from;
  private final LanguageTag to;
  private final Names names;
  private final Mending mending;

  NameRepair(LanguageTag from, LanguageTag to, Names names, Mending mending) {
    this.from = from;
    this.to = to;
    this.names = names;
    this.mending = mending;
  }

  /** The names that take one name's place, by its place in the sentence. */
  private record Swap(Token old, Token now, Renaming.Role role) {}

  /** Whether every name that differs was found in the target. */
  boolean mend(List<Token> tokens, List<Pair> pairs) {
    Map<Set<Object>, List<Swap>> swaps = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.both() && pair.was().kind() == Kind.NAME) {
        swaps
            .computeIfAbsent(pair.was().concepts(), c -> new ArrayList<>())
            .add(new Swap(pair.was(), pair.is(), role(tokens, pair.was())));
      }
    }
    List<Names.Name> inTarget = null;
    for (Map.Entry<Set<Object>, List<Swap>> entry : swaps.entrySet()) {
      List<Swap> all = entry.getValue();
      if (all.stream().allMatch(swap -> swap.old().same(swap.now()) || sameConcept(swap))) {
        continue;
      }
      if (inTarget == null) {
        inTarget = names.in(to, mending.text());
      }
      if (!mend(entry.getKey(), all, inTarget)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameConcept(Swap swap) {
    return swap.old().concepts().equals(swap.now().concepts());
  }

  private boolean mend(Set<Object> concepts, List<Swap> swaps, List<Names.Name> inTarget) {
    Map<Integer, Names.Name> places = new LinkedHashMap<>();
    for (Names.Name name : inTarget) {
      if (concepts.contains(name.concept())) {
        places.putIfAbsent(name.start(), name);
      }
    }
    Set<String> bases = new LinkedHashSet<>();
    for (Swap swap : swaps) {
      Set<String> one = new LinkedHashSet<>();
      swap.now().concepts().forEach(c -> names.written(c, to).ifPresent(one::add));
      if (one.size() != 1) {
        return false;
      }
      bases.addAll(one);
    }
    if (places.isEmpty()) {
      return false;
    }
    if (bases.size() != 1) {
      // one of two goes, the other stays: which is which cannot be told
      return false;
    }
    Set<Renaming.Role> roles = new LinkedHashSet<>();
    swaps.forEach(swap -> roles.add(swap.role()));
    boolean one = roles.size() == 1 && swaps.size() == 1 && places.size() == 1;
    Renaming.Role role = one ? roles.iterator().next() : Renaming.Role.UNKNOWN;
    String base = bases.iterator().next();
    for (Names.Name place : places.values()) {
      Optional<Rewriting> renamed =
          Renaming.of(to)
              .rename(
                  new Renaming.Place(
                      mending.text(), place.start(), place.end(), place.base(), base, role));
      if (renamed.isEmpty()) {
        return false;
      }
      mending.add(Exchange.Kind.NAME, renamed.get());
      if (derivedElsewhere(place.base(), places)) {
        mending.doubt();
      }
    }
    return true;
  }

  /** Whether a word made from the name stands in the target beside it: Iranian beside Iran. */
  private boolean derivedElsewhere(String base, Map<Integer, Names.Name> places) {
    Folding folding = Folding.of(to);
    List<Folding.Word> own = folding.words(base);
    if (own.size() != 1) {
      return false;
    }
    Inflection inflection = Inflection.of(to);
    for (Folding.Word word : folding.words(mending.text())) {
      boolean inside =
          places.values().stream()
              .anyMatch(p -> word.start() >= p.start() && word.end() <= p.end());
      if (!inside && inflection.fit(own.get(0).folded(), word.folded()) != Inflection.Fit.NONE) {
        return true;
      }
    }
    return false;
  }

  /** What the name is in an English sentence; elsewhere that is not asked. */
  private Renaming.Role role(List<Token> tokens, Token name) {
    if (!from.language().equals("en")) {
      return Renaming.Role.UNKNOWN;
    }
    if (name.endings().contains("'s")) {
      return Renaming.Role.OF;
    }
    int at = tokens.indexOf(name);
    if (at <= 0) {
      return Renaming.Role.SUBJECT;
    }
    Token before = tokens.get(at - 1);
    boolean behindDate =
        before.key().equals(",") && tokens.get(0).key().matches("on|in|at|after|during|since|by");
    if (behindDate) {
      return Renaming.Role.SUBJECT;
    }
    return switch (before.key()) {
      case "of" -> Renaming.Role.OF;
      case "to", "into", "towards", "for" -> Renaming.Role.TO;
      case "in", "at", "near", "on" -> Renaming.Role.IN;
      case "from" -> Renaming.Role.FROM;
      case "by" -> Renaming.Role.BY;
      case "with" -> Renaming.Role.WITH;
      default -> Renaming.Role.UNKNOWN;
    };
  }
}
