package dragoman.language;

import dragoman.language.SlavicNouns.Declined;
import dragoman.language.SlavicNouns.Gender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Russian and Ukrainian: the case is read from the old form, its governor and the source; the new
 * name takes it, prepositions change before certain sounds and with certain places, an adjective
 * before it and the past tense behind it take its gender.
 */
final class SlavicRenaming implements Renaming {
  private static final Map<String, String> GOVERNS_RU =
      Map.ofEntries(
          Map.entry("в во", "35"),
          Map.entry("на", "35"),
          Map.entry("о об обо при", "5"),
          Map.entry(
              "из изо от ото до у без для около после против среди вокруг возле вместо вдоль"
                  + " относительно близ кроме ради со-стороны",
              "1"),
          Map.entry("к ко по благодаря согласно вопреки навстречу", "2"),
          Map.entry("через про сквозь", "3"),
          Map.entry("над перед между", "4"),
          Map.entry("с со", "14"),
          Map.entry("за под", "34"));
  private static final Map<String, String> GOVERNS_UK =
      Map.ofEntries(
          Map.entry("в у", "35"),
          Map.entry("на", "35"),
          Map.entry("о об при по", "5"),
          Map.entry(
              "від до без для біля після проти серед навколо поблизу замість вздовж щодо крім заради",
              "1"),
          Map.entry("завдяки всупереч назустріч", "2"),
          Map.entry("через про крізь", "3"),
          Map.entry("над перед між", "4"),
          Map.entry("з із зі", "14"),
          Map.entry("за під", "34"));

  /** Places that one is on, not in. */
  private static final String ON_RU =
      "куба|кипр|мальта|мадагаскар|филиппины|сахалин|камчатка|кавказ|.* кавказ|балканы|.* балканы"
          + "|ближний восток|дальний восток|урал|аляска|гаити|ямайка|тайвань|крит|сицилия|мальдивы"
          + "|сейшелы|багамы|фиджи|бали|голанские высоты|.*острова|запад|восток|север|юг|.*площадь";

  private static final String ON_UK =
      "куба|кіпр|мальта|мадагаскар|філіппіни|сахалін|камчатка|кавказ|.* кавказ|балкани|близький схід"
          + "|далекий схід|урал|аляска|гаїті|ямайка|тайвань|крит|сицилія|мальдіви|.*острови|захід|схід"
          + "|північ|південь|.*площа";
  private static final String EITHER =
      "украина|україна|донбасс|донбас|шри-ланка|шрі-ланка|косово|.*щина|буковина|закарпаття";

  private final LanguageTag language;
  private final boolean russian;
  private final SlavicNouns nouns;
  private final SlavicAgreement agreement;

  SlavicRenaming(LanguageTag language) {
    this.language = language;
    this.russian = language.language().equals("ru");
    this.nouns = new SlavicNouns(language);
    this.agreement = new SlavicAgreement(language, nouns);
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    Declined old = nouns.decline(place.from());
    Declined now = nouns.decline(place.to());
    String written = fold(place.written());
    Set<Integer> cases = new TreeSet<>();
    for (int i = 0; i < SlavicNouns.CASES; i++) {
      if (old.forms().get(i).stream().anyMatch(form -> fold(form).equals(written))) {
        cases.add(i);
      }
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Before before = Before.of(place.text(), place.start(), language);
    Set<Integer> governed = narrowed(cases, governed(before, old, place));
    Set<String> forms = forms(now, governed);
    if (forms.size() > 1 || !agrees(old, now)) {
      governed = narrowed(governed, byRole(place.role(), before));
      governed = narrowed(governed, byNeighbours(place, before));
      forms = forms(now, governed);
    }
    boolean certain = forms.size() == 1;
    List<Edit> edits = new ArrayList<>();
    String name = forms.iterator().next().replace("?", "");
    edits.add(new Edit(place.start(), place.end(), Renaming.cased(language, place, name)));
    if (!russian) {
      UkrainianSounds.behind(place.text(), place.end(), place.written(), name)
          .ifPresent(edits::add);
    }
    certain &= preposition(place, before, name, governed, edits);
    certain &= agreement.agree(place, old.gender(), now.gender(), governed, edits);
    return Optional.of(new Rewriting(edits, certain));
  }

  @Override
  public Set<String> slots(String base, String written) {
    Declined declined = nouns.decline(base);
    Set<String> slots = new LinkedHashSet<>();
    for (int i = 0; i < SlavicNouns.CASES; i++) {
      if (declined.forms().get(i).stream().anyMatch(form -> fold(form).equals(fold(written)))) {
        slots.add(String.valueOf(i));
      }
    }
    return slots.isEmpty() ? Set.of("?" + written) : slots;
  }

  private static boolean agrees(Declined old, Declined now) {
    return old.gender() == now.gender() && old.gender() != Gender.UNKNOWN;
  }

  private static Set<String> forms(Declined now, Set<Integer> cases) {
    Set<String> forms = new LinkedHashSet<>();
    cases.forEach(i -> forms.addAll(now.forms().get(i)));
    return forms;
  }

  private static Set<Integer> narrowed(Set<Integer> cases, Set<Integer> allowed) {
    Set<Integer> both = new TreeSet<>(cases);
    both.retainAll(allowed);
    return both.isEmpty() ? cases : both;
  }

  /** The word before the name and what stands between. */
  record Before(String word, int start, int end, boolean adjacent) {
    static Before of(String text, int at, LanguageTag language) {
      int end = at;
      while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0
          && (Character.isLetterOrDigit(text.charAt(start - 1))
              || "-'’ʼ".indexOf(text.charAt(start - 1)) >= 0)) {
        start--;
      }
      String between = text.substring(end, at);
      boolean adjacent = between.chars().noneMatch(c -> ",;:.!?—–()".indexOf(c) >= 0);
      return new Before(
          Casing.lower(language, text.substring(start, end)), start, end, adjacent && end > 0);
    }
  }

  private Set<Integer> governed(Before before, Declined old, Place place) {
    Before governor = before;
    // an adjective or a number's noun may stand between: the city, the neighbouring country
    for (int i = 0; i < 2 && governor.adjacent() && !governs(governor.word()); i++) {
      boolean passes = nouns.isAdjective(governor.word()) || governor.word().matches(PLACES);
      if (!passes && !agreement.isAdjectiveForm(governor.word())) {
        break;
      }
      governor = Before.of(place.text(), governor.start(), language);
    }
    for (Map.Entry<String, String> row : (russian ? GOVERNS_RU : GOVERNS_UK).entrySet()) {
      if (governor.adjacent() && List.of(row.getKey().split(" ")).contains(governor.word())) {
        Set<Integer> cases = new TreeSet<>();
        row.getValue().chars().forEach(c -> cases.add(c - '0'));
        return cases;
      }
    }
    return Set.of(0, 1, 2, 3, 4);
  }

  private static final String PLACES =
      "город(?:а|у|ом|е)?|село|села|селе|селу|столиц[аыеу]|район[аеу]?|міст[аоіу]|столиц[яіюе]";

  private boolean governs(String word) {
    return (russian ? GOVERNS_RU : GOVERNS_UK)
        .keySet().stream().anyMatch(row -> List.of(row.split(" ")).contains(word));
  }

  private Set<Integer> byRole(Role role, Before before) {
    return switch (role) {
      case SUBJECT -> before.adjacent() ? Set.of(0, 1, 2, 3, 4, 5) : Set.of(0, 5);
      case OF -> Set.of(1, 3, 5);
      case TO -> Set.of(2, 3, 1);
      case IN -> Set.of(5, 3, 1);
      case FROM -> Set.of(1);
      case BY -> Set.of(4, 1);
      case WITH -> Set.of(4, 1);
      case UNKNOWN -> Set.of(0, 1, 2, 3, 4, 5);
    };
  }

  private Set<Integer> byNeighbours(Place place, Before before) {
    String next = agreement.next(place.text(), place.end());
    boolean opens = place.opens() || !before.adjacent();
    if (opens && agreement.isVerb(next)) {
      return Set.of(0);
    }
    if (before.adjacent() && agreement.isVerb(before.word()) && place.role() != Role.SUBJECT) {
      Before subject = Before.of(place.text(), before.start(), language);
      boolean behind = subject.adjacent() && !subject.word().isEmpty() && !governs(subject.word());
      if (behind) {
        return Set.of(2, 3, 4, 5, 1);
      }
    }
    boolean noun =
        before.adjacent()
            && !before.word().isEmpty()
            && !agreement.isVerb(before.word())
            && !governs(before.word())
            && !before.word().matches("и|а|но|или|что|как|і|й|та|але|або|що|не");
    // a noun before it has it in the genitive; the dative of a gift has a preposition in English
    return noun && place.role() != Role.TO ? Set.of(1, 5) : Set.of(0, 1, 2, 3, 4, 5);
  }

  /** Changes the preposition before the name where the new one asks for it. */
  private boolean preposition(
      Place place, Before before, String name, Set<Integer> cases, List<Edit> edits) {
    if (!before.adjacent()) {
      return true;
    }
    String word = before.word();
    String on = russian ? ON_RU : ON_UK;
    boolean was = fold(place.from()).matches(on);
    boolean will = fold(place.to()).matches(on);
    String with = russian ? "с" : "з";
    boolean inside = word.matches(russian ? "во?|из" : "[ву]");
    boolean upon =
        word.equals("на") || word.matches(russian ? "со?" : "з|із|зі") && cases.contains(1);
    String now = word;
    if (fold(place.to()).matches(EITHER) && (inside || word.equals("на"))) {
      return fold(place.from()).matches(EITHER);
    }
    if (was != will && (inside || upon && was)) {
      if (word.equals("на") && !cases.contains(5) && was) {
        now = russian ? "в" : "в";
      } else if (inside) {
        now = word.equals("из") ? with : "на";
      } else {
        now = word.equals("на") ? "в" : russian ? "из" : "з";
      }
    }
    return euphony(place, before, now, name, edits);
  }

  private boolean euphony(Place place, Before before, String now, String name, List<Edit> edits) {
    String next = fold(name);
    String written = place.text().substring(before.start(), before.end());
    Optional<String> right =
        russian
            ? Optional.of(RussianSounds.preposition(now, next))
            : UkrainianSounds.preposition(now, next, before(place.text(), before.start()));
    if (right.isEmpty()) {
      return false;
    }
    // the desk's own choice stays where it did not follow the sounds before either
    String followed =
        russian
            ? RussianSounds.preposition(before.word(), fold(place.written()))
            : UkrainianSounds.preposition(
                    before.word(), fold(place.written()), before(place.text(), before.start()))
                .orElse(before.word());
    String result =
        followed.equals(before.word()) || !now.equals(before.word()) ? right.get() : now;
    if (!result.equals(before.word())) {
      boolean capital = Character.isUpperCase(written.codePointAt(0));
      edits.add(
          new Edit(
              before.start(),
              before.end(),
              capital ? Casing.capitalized(language, result) : result));
    }
    // у and в are both read where the sounds are not minded
    return followed.equals(before.word()) || !russian && before.word().matches("[ву]");
  }

  /** The letter before a place, behind spaces; a stop where the sentence or a clause begins. */
  private static char before(String text, int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? '.' : Character.toLowerCase(text.charAt(i));
  }

  private String fold(String word) {
    return Casing.lower(language, word).replace('ё', 'е').replace('’', '\'').replace('ʼ', '\'');
  }
}
