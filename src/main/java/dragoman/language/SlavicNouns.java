package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declines names and titles in Russian and Ukrainian: which words of a name change, their gender,
 * and their six cases. Where the ending does not tell the class, a case has several forms, and the
 * caller holds none of them for certain.
 */
final class SlavicNouns {
  /** Nominative, genitive, dative, accusative, instrumental, prepositional. */
  static final int CASES = 6;

  /** What verbs and adjectives agree with. */
  enum Gender {
    MASCULINE,
    FEMININE,
    NEUTER,
    PLURAL,
    UNKNOWN
  }

  /**
   * A name in its cases.
   *
   * @param forms the ways to write each case, the likelier first; never empty
   */
  record Declined(Gender gender, List<Set<String>> forms) {}

  private static final String ADJECTIVE_RU = ".*[а-яё]{2}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)";
  private static final String ADJECTIVE_UK =
      ".*(?:[сцз]ьк|н|в|ш|ч|щ|т|єдн|ед|л|р|х)(?:ий|ій|а|я|е|є|і)";

  private final boolean russian;
  private final LanguageTag language;
  private final Map<String, String[]> rows;

  SlavicNouns(LanguageTag language) {
    this.language = language;
    this.russian = language.language().equals("ru");
    this.rows = SlavicRows.of(russian);
  }

  /** A name of any number of words. */
  Declined decline(String base) {
    String[] words = base.split(" ");
    if (words.length == 1) {
      return word(base, false);
    }
    return isPerson(words) ? person(words) : phrase(words);
  }

  private boolean isPerson(String[] words) {
    for (String word : words) {
      if (!Character.isUpperCase(word.codePointAt(0)) || Renaming.shouts(word)) {
        return false;
      }
    }
    String first = lower(words[0]);
    return !isAdjective(first) && words.length <= 3 && !isHead(first);
  }

  private boolean isHead(String first) {
    String heads =
        russian
            ? "совет|министерство|организация|союз|суд|банк|фонд|республика|город|комитет|агентство|лига"
                + "|парламент|правительство|университет|академия|центр|партия|штат|остров|дом|площадь"
            : "рада|міністерство|організація|союз|суд|банк|фонд|республіка|місто|комітет|агентство|ліга"
                + "|парламент|уряд|університет|академія|центр|партія|штат|острів|дім|площа|верховна";
    return first.matches(heads);
  }

  /** Adjectives and their noun change; what stands behind it does not. */
  private Declined phrase(String[] words) {
    int head = 0;
    while (head < words.length - 1 && isAdjective(lower(words[head]))) {
      head++;
    }
    Declined noun = word(words[head], false);
    boolean animate =
        noun.gender() == Gender.MASCULINE && noun.forms().get(3).equals(noun.forms().get(1));
    List<Set<String>> forms = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Set<String> begun = new LinkedHashSet<>();
      begun.add("");
      for (int w = 0; w < head; w++) {
        begun = joined(begun, adjective(words[w], noun.gender(), animate && i == 3 ? 1 : i));
      }
      begun = joined(begun, noun.forms().get(i));
      for (int w = head + 1; w < words.length; w++) {
        begun = joined(begun, Set.of(words[w]));
      }
      forms.add(begun);
    }
    return new Declined(noun.gender(), forms);
  }

  private Declined person(String[] words) {
    String last = lower(words[words.length - 1]);
    boolean woman =
        last.matches(
                russian
                    ? ".*(?:ова|ева|ёва|ина|ына|ская|цкая)"
                    : ".*(?:ова|ева|єва|іна|їна|ська|цька)")
            || lower(words[0]).matches(".*[ая]")
                && !lower(words[0]).matches("никита|илья|микола|ілля|саша|абдулла");
    Gender gender = woman ? Gender.FEMININE : Gender.MASCULINE;
    List<Set<String>> forms = new ArrayList<>();
    List<List<Set<String>>> each = new ArrayList<>();
    for (int w = 0; w < words.length; w++) {
      each.add(partOfName(words[w], w == words.length - 1, woman));
    }
    for (int i = 0; i < CASES; i++) {
      Set<String> begun = new LinkedHashSet<>();
      begun.add("");
      for (List<Set<String>> one : each) {
        begun = joined(begun, one.get(i));
      }
      forms.add(begun);
    }
    return new Declined(gender, forms);
  }

  private List<Set<String>> partOfName(String word, boolean last, boolean woman) {
    String small = lower(word);
    char end = small.charAt(small.length() - 1);
    boolean consonant = "бвгґджзйклмнпрстфхцчшщь".indexOf(end) >= 0;
    if (woman && consonant) {
      return same(word);
    }
    if (last
        && woman
        && small.matches(russian ? ".*(?:[оеё]ва|[иы]на)" : ".*(?:[оеє]ва|[иії]на)")) {
      return spelled(word, "а", russian ? "ой ой у ой ой" : "ої ій у ою ій");
    }
    if (last && isAdjective(small) && small.matches(".*[сц]ь?к(?:ий|ая|а|ой)")) {
      List<Set<String>> forms = new ArrayList<>();
      for (int i = 0; i < CASES; i++) {
        Gender gender = woman ? Gender.FEMININE : Gender.MASCULINE;
        forms.add(animate(adjective(word, gender, i), word, gender, i));
      }
      return forms;
    }
    if (last && small.matches(russian ? ".*(?:[оеё]в|[иы]н)" : ".*(?:[оеє]в|[иії]н)")) {
      return spelled(word, "", russian ? "а у а ым е" : "а у а им у/і");
    }
    if (consonant && end == 'ь') {
      return spelled(word, "ь", russian ? "я ю я ем е" : "я ю/еві я ем ю/еві");
    }
    if (consonant && end != 'й') {
      String hush = "жшчщц".indexOf(end) >= 0 ? "ем/ом" : "ом";
      return spelled(word, "", russian ? "а у а " + hush + " е" : "а у/ові а ом у/ові");
    }
    if (consonant) {
      return word(word, true).forms();
    }
    return end == 'а' || end == 'я' ? word(word, true).forms() : same(word);
  }

  private Set<String> animate(Set<String> forms, String word, Gender gender, int i) {
    return i == 3 && gender == Gender.MASCULINE ? adjective(word, gender, 1) : forms;
  }

  private Declined word(String word, boolean animate) {
    String small = lower(word);
    int hyphen = word.lastIndexOf('-');
    if (Renaming.shouts(word)) {
      return new Declined(abbreviation(small), same(word));
    }
    if (hyphen > 0 && small.matches(".*-на-.*")) {
      return new Declined(Gender.MASCULINE, doubtful(word));
    }
    if (hyphen > 0 && hyphen < word.length() - 1) {
      Declined last = word(word.substring(hyphen + 1), animate);
      List<Set<String>> forms = new ArrayList<>();
      String begun = word.substring(0, hyphen + 1);
      for (Set<String> one : last.forms()) {
        Set<String> whole = new LinkedHashSet<>();
        one.forEach(form -> whole.add(begun + form));
        forms.add(whole);
      }
      return new Declined(last.gender(), forms);
    }
    for (Map.Entry<String, String[]> row : rows.entrySet()) {
      if (small.matches(row.getKey())) {
        String[] rule = row.getValue();
        if (rule[1].equals("@")) {
          return new Declined(Gender.MASCULINE, official(word, small));
        }
        String cases = animate ? rule[2].replace(" = ", " G ") : rule[2];
        Gender gender = gender(rule[0]);
        boolean masculine = gender == Gender.MASCULINE;
        return new Declined(gender, spelled(word, rule[1], masculine ? cases : rule[2]));
      }
    }
    boolean lower = Character.isLowerCase(word.codePointAt(0));
    boolean city = !lower && small.matches(".*[иіуюоеэ]");
    boolean plural = small.matches(".*[ыиі]") && (lower || small.matches(russian ? ".*ы" : ".*и"));
    return plural
        ? new Declined(Gender.PLURAL, doubtful(word))
        : new Declined(city ? Gender.UNKNOWN : Gender.NEUTER, city ? same(word) : doubtful(word));
  }

  private List<Set<String>> official(String word, String small) {
    if (small.endsWith("ь")) {
      return spelled(word, "ь", "я ю я ем е");
    }
    if (small.endsWith("посол")) {
      return spelled(word, "ол", russian ? "ла лу ла лом ле" : "ла лу/лові ла лом лові/лі");
    }
    if (small.endsWith("голова")) {
      return spelled(word, "а", "и і у ою і");
    }
    if (small.endsWith("секретар")) {
      return spelled(word, "", "я ю/еві я ем еві/ю/і");
    }
    return spelled(word, "", russian ? "а у а ом е" : "а у/ові а ом ові/у/і");
  }

  private static Gender abbreviation(String small) {
    if (small.matches("сша|оаэ|оае")) {
      return Gender.PLURAL;
    }
    if (small.matches("оон|обсе|обсє|воз|вооз|кндр|юнеско")) {
      return Gender.FEMININE;
    }
    return small.matches("ес|єс|мвф|опек") ? Gender.MASCULINE : Gender.UNKNOWN;
  }

  private static Gender gender(String letter) {
    return switch (letter) {
      case "m" -> Gender.MASCULINE;
      case "f" -> Gender.FEMININE;
      case "n" -> Gender.NEUTER;
      case "p" -> Gender.PLURAL;
      default -> Gender.UNKNOWN;
    };
  }

  private static List<Set<String>> spelled(String word, String ending, String cases) {
    String stem = word.substring(0, word.length() - ending.length());
    List<Set<String>> forms = new ArrayList<>();
    forms.add(Set.of(word));
    if (cases.isEmpty()) {
      return same(word);
    }
    for (String one : cases.split(" ")) {
      Set<String> set = new LinkedHashSet<>();
      for (String way : one.split("/")) {
        switch (way) {
          case "=" -> set.add(word);
          case "G" -> set.addAll(forms.get(1));
          case "-" -> set.add(stem);
          default -> set.add(stem + way);
        }
      }
      forms.add(set);
    }
    return forms;
  }

  private static List<Set<String>> same(String word) {
    List<Set<String>> forms = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      forms.add(Set.of(word));
    }
    return forms;
  }

  /** Only the nominative is known; no other form is ever the only one. */
  private static List<Set<String>> doubtful(String word) {
    List<Set<String>> forms = new ArrayList<>();
    forms.add(Set.of(word));
    for (int i = 1; i < CASES; i++) {
      forms.add(new LinkedHashSet<>(List.of(word, word + "?")));
    }
    return forms;
  }

  private static Set<String> joined(Set<String> begun, Set<String> words) {
    Set<String> all = new LinkedHashSet<>();
    for (String one : begun) {
      for (String word : words) {
        all.add(one.isEmpty() ? word : one + " " + word);
      }
    }
    return all;
  }

  boolean isAdjective(String small) {
    return small.matches(russian ? ADJECTIVE_RU : ADJECTIVE_UK)
        && small.length() > 4
        && !small.matches(
            "азия|россия|грузия|.*ция|.*сия|.*рия|.*ния|.*здание|.*ство|.*рада|.*палата|.*партия|.*спілка|.*площа|.*армія|.*ліга|.*мова|.*країна|.*асамблея|.*адміністрація|.*зона|.*столиця|.*держава|.*група");
  }

  /** An adjective in the form that a noun asks for. */
  Set<String> adjective(String word, Gender gender, int i) {
    String small = lower(word);
    if (russian) {
      String stem = word.substring(0, word.length() - 2);
      boolean soft = small.matches(".*н(?:ий|яя|ее|ие)");
      boolean velar = stem.matches("(?i).*[гкх]");
      boolean hush = stem.matches("(?i).*[жшчщ]");
      boolean stressed = small.endsWith("ой");
      String row =
          switch (gender) {
            case MASCULINE ->
                soft || hush && !stressed
                    ? "ий его ему ий/его им ем"
                    : velar
                        ? (stressed ? "ой" : "ий")
                            + " ого ому "
                            + (stressed ? "ой" : "ий")
                            + "/ого им ом"
                        : stressed ? "ой ого ому ой/ого ым ом" : "ый ого ому ый/ого ым ом";
            case FEMININE ->
                soft ? "яя ей ей юю ей ей" : hush ? "ая ей ей ую ей ей" : "ая ой ой ую ой ой";
            case NEUTER ->
                soft || hush
                    ? "ее его ему ее им ем"
                    : velar ? "ое ого ому ое им ом" : "ое ого ому ое ым ом";
            default -> soft || velar || hush ? "ие их им ие/их ими их" : "ые ых ым ые/ых ыми ых";
          };
      return endings(stem, row, i, gender);
    }
    int cut = small.matches(".*(?:ий|ій)") ? 2 : 1;
    String stem = word.substring(0, word.length() - cut);
    boolean soft = small.matches(".*(?:ій|я|є)");
    String row =
        switch (gender) {
          case MASCULINE -> soft ? "ій ього ьому ій/ього ім ьому" : "ий ого ому ий/ого им ому";
          case FEMININE -> soft ? "я ьої ій ю ьою ій" : "а ої ій у ою ій";
          case NEUTER -> soft ? "є ього ьому є ім ьому" : "е ого ому е им ому";
          default -> soft ? "і іх ім і/іх іми іх" : "і их им і/их ими их";
        };
    return endings(stem, row, i, gender);
  }

  private static Set<String> endings(String stem, String row, int i, Gender gender) {
    Set<String> forms = new LinkedHashSet<>();
    String ending = row.split(" ")[i];
    // a name of this kind is no person: its accusative is its nominative
    forms.add(stem + ending.split("/")[0]);
    return forms;
  }

  private String lower(String word) {
    return Casing.lower(language, word);
  }
}
