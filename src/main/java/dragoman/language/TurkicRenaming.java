package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Azerbaijani and Turkish: the chain of suffixes that makes the old form of the old name makes the
 * new form of the new one. A form that no chain makes is not understood.
 */
final class TurkicRenaming implements Renaming {
  private static final String JOINTS = "'’ʼ‘-";

  private final LanguageTag language;
  private final boolean turkish;
  private final TurkicSuffixes suffixes;

  TurkicRenaming(LanguageTag language) {
    this.language = language;
    this.turkish = language.language().equals("tr");
    this.suffixes = new TurkicSuffixes(language);
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    int end = withSuffix(place.text(), place.end());
    String written = place.text().substring(place.start(), end);
    String small = Casing.lower(language, written);
    String base = Casing.lower(language, place.from());
    if (small.equals(base)) {
      return made(place, end, place.to(), true);
    }
    Set<String> results = new LinkedHashSet<>();
    boolean joint = false;
    for (boolean owned : suffixes.possessed(place.from())) {
      for (List<String> chain : suffixes.ofNames(owned)) {
        Optional<String> used = joint(place.from(), small, chain);
        if (used.isPresent()) {
          joint |= !used.get().isEmpty();
          results.addAll(written(place.to(), chain, used.get()));
        }
      }
    }
    if (results.isEmpty()) {
      return Optional.empty();
    }
    boolean mixed =
        turkish && joint && suffixes.isBody(place.to()) && !suffixes.isBody(place.from());
    return made(place, end, results.iterator().next(), results.size() == 1 && !mixed);
  }

  @Override
  public Set<String> slots(String base, String written) {
    String small = Casing.lower(language, written);
    if (small.equals(Casing.lower(language, base))) {
      return Set.of("");
    }
    Set<String> slots = new LinkedHashSet<>();
    for (boolean owned : suffixes.possessed(base)) {
      for (List<String> chain : suffixes.ofNames(owned)) {
        if (joint(base, small, chain).isPresent()) {
          slots.add(String.join("+", owned ? unpossessed(chain) : chain));
        }
      }
    }
    return slots.isEmpty() ? Set.of("?" + written) : slots;
  }

  private Optional<Rewriting> made(Place place, int end, String name, boolean certain) {
    return Rewriting.of(certain, new Edit(place.start(), end, cased(place, end, name)));
  }

  private String cased(Place place, int end, String name) {
    Place whole =
        new Place(place.text(), place.start(), end, place.from(), place.to(), place.role());
    return Renaming.cased(language, whole, name);
  }

  /** A suffix behind a hyphen or an apostrophe belongs to the name: {@code BMT-nin}. */
  private static int withSuffix(String text, int end) {
    if (end < text.length() && JOINTS.indexOf(text.charAt(end)) >= 0) {
      int at = end + 1;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      boolean suffix = at > end + 1 && Character.isLowerCase(text.charAt(end + 1));
      return suffix ? at : end;
    }
    return end;
  }

  /** What stands between the name and its suffixes, if these suffixes make the form. */
  private Optional<String> joint(String base, String small, List<String> chain) {
    for (String spoken : suffixes.spoken(base)) {
      String tail = suffixes.realize(spoken, chain);
      for (String stem : suffixes.stems(base, tail)) {
        String begun = Casing.lower(language, stem);
        if (!small.startsWith(begun) || !small.endsWith(tail)) {
          continue;
        }
        int length = small.length() - begun.length() - tail.length();
        if (length == 0 || length == 1 && JOINTS.indexOf(small.charAt(begun.length())) >= 0) {
          return Optional.of(small.substring(begun.length(), begun.length() + length));
        }
      }
    }
    return Optional.empty();
  }

  /** The ways to write a name with these suffixes. */
  private Set<String> written(String base, List<String> chain, String joint) {
    Set<String> forms = new LinkedHashSet<>();
    for (boolean owned : suffixes.possessed(base)) {
      List<String> own = owned ? possessed(chain) : unpossessed(chain);
      for (String spoken : suffixes.spoken(base)) {
        String tail = suffixes.realize(spoken, own);
        for (String stem : suffixes.stems(base, tail)) {
          forms.add(stem + jointOf(base, joint) + tail);
        }
      }
    }
    return forms;
  }

  private String jointOf(String base, String joint) {
    boolean abbreviation = Renaming.shouts(base.substring(base.lastIndexOf(' ') + 1));
    boolean name = Character.isUpperCase(base.codePointAt(base.lastIndexOf(' ') + 1));
    String apostrophe = joint.isEmpty() || joint.equals("-") ? "'" : joint;
    if (!turkish) {
      return abbreviation ? "-" : "";
    }
    if (!name || joint.isEmpty() && suffixes.isBody(base)) {
      return "";
    }
    return apostrophe;
  }

  private List<String> possessed(List<String> chain) {
    return swapped(chain, 0);
  }

  private List<String> unpossessed(List<String> chain) {
    return swapped(chain, 1);
  }

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("(n)In", "nIn"),
          List.of("(y)A", "nA"),
          List.of("(y)I", "nI"),
          List.of("(n)I", "nI"),
          List.of("DA", "ndA"),
          List.of("DAn", "ndAn"));

  /** The chain with its first case as it stands behind a possessive, or without one. */
  private List<String> swapped(List<String> chain, int from) {
    List<String> own = new ArrayList<>(chain);
    String foreign = turkish ? "(n)I" : "(y)I";
    for (List<String> pair : PAIRS) {
      if (own.get(0).equals(pair.get(from)) && !pair.get(0).equals(foreign)) {
        own.set(0, pair.get(1 - from));
        break;
      }
    }
    return own;
  }
}
