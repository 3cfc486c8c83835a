package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final Map<String, String[]> rows = new LinkedHashMap<>();

  SlavicNouns(LanguageTag language) {
    this.language = language;
    this.russian = language.language().equals("ru");
    if (russian) {
      russian();
    } else {
      ukrainian();
    }
  }

  /** A row: bases, gender, ending cut off, cases; {@code =} is the nominative, G the genitive. */
  private void row(String bases, String gender, String ending, String cases) {
    rows.put(bases, new String[] {gender, ending, cases});
  }

  private void russian() {
    row(
        "сша|ссср|оаэ|кндр|снг|оон|ес|нато|обсе|мид|воз|мвф|юнеско|юнисеф|опек|шос|одкб",
        "?",
        "",
        "");
    row("штаты|эмираты|нидерланды", "p", "ы", "ов ам = ами ах");
    row(
        "филиппины|афины|балканы|карпаты|мальдивы|альпы|сумы|силы|высоты",
        "p",
        "ы",
        "- ам = ами ах");
    row("острова", "p", "а", "ов ам = ами ах");
    row("выборы", "p", "ы", "ов ам = ами ах");
    row(".*(?:нации|территории|операции)", "p", "ии", "ий иям = иями иях");
    row("косово", "n", "о", "а/о у/о = ом/о е/о");
    row(".*(?:ство|вече)", "n", "о", "а у = ом е");
    row(".*[нт]ие", "n", "ие", "ия ию = ием ии");
    row(".*[внрл]ье", "n", "ье", "ья ью = ьем ье");
    row("море|поле", "n", "е", "я ю = ем е");
    row("египет", "m", "ет", "та ту = том те");
    row("совет", "m", "", "а у = ом е");
    row("посол", "m", "ол", "ла лу G лом ле");
    row("орёл|орел", "m", "л", "рла рлу = рлом рле");
    row("крым", "m", "", "а у = ом у/е");
    row("череповец|елец|липовец|.*[аовыие]нец|.*венец", "m", "ец", "ца цу =/G цом/цем це");
    row(
        ".*(?:министр|президент|депутат|директор|секретарь|посланник|представитель|премьер|комиссар"
            + "|губернатор|председатель|мэр|король|генерал|прокурор|координатор|руководитель|лидер)",
        "m",
        "@",
        "");
    row(
        ".*(?:поль|израиль|ярославль|кремль|тайвань|шамкирь|тернополь|нидерель)",
        "m",
        "ь",
        "я ю = ем е");
    row(
        ".*(?:ость|сть|вь|[кзрбхж]ань|тюмень|твердь|пермь|тверь|сибирь|керчь|нахичевань|область|связь"
            + "|площадь|степь|помощь)",
        "f",
        "ь",
        "и и = ью и");
    row(".*тель", "m", "ь", "я ю =/G ем е");
    row(".*ь", "?", "ь", "я/и ю/и =/я/ь ем/ью е/и");
    row(".*ия", "f", "ия", "ии ии ию ией ии");
    row(".*ья", "f", "ья", "ьи ье ью ьей ье");
    row(".*я", "f", "я", "и е ю ей е");
    row("гянджа", "f", "а", "и е у ой е");
    row(".*(?:ица|ича|ша|жа|ча|ща)", "f", "а", "и е у ей/ой е");
    row(".*ца", "f", "а", "ы е у ей/ой е");
    row(".*[гкх]а", "f", "а", "и е у ой е");
    row(".*[бвдзлмнпрстф]а", "f", "а", "ы е у ой е");
    row(".*ий", "m", "ий", "ия ию = ием ии");
    row(".*й", "m", "й", "я ю = ем е");
    row(".*(?:ж|ш|ч|щ)", "m", "", "а у = ем/ом е");
    row(".*ц", "m", "", "а у = ем/ом е");
    row(".*[бвгдзклмнпрстфх]", "m", "", "а у = ом е");
  }

  private void ukrainian() {
    row("сша|оон|єс|нато|обсє|мзс|вооз|мвф|юнеско|юнісеф|опек|снд|оае", "?", "", "");
    row("штати|емірати", "p", "и", "ів ам = ами ах");
    row("нідерланди", "p", "и", "ів ам = ами ах");
    row("філіппіни|афіни|балкани|карпати|мальдіви|альпи|суми", "p", "и", "- ам = ами ах");
    row("сили", "p", "сили", "сил силам = силами силах");
    row(".*(?:нації|території|операції)", "p", "ії", "ій іям = іями іях");
    row(".*ство", "n", "о", "а у = ом і");
    row(".*(?:нн|тт|лл)я", "n", "я", "я ю = ям і");
    row(".*р'я|.*р’я", "n", "я", "я ю = ям ї");
    row("море|поле", "n", "е", "я ю = ем і");
    row("косово", "n", "о", "а у = ом і/у");
    row("відень", "m", "ень", "ня ню = нем ні");
    row("єгипет", "m", "ет", "ту ту = том ті");
    row("київ", "m", "иїв", "иєва иєву = иєвом иєві");
    row(".*їв", "m", "їв", "єва єву = євом єві");
    row("харків|львів|чернігів|.*ків|.*нів|.*пів|.*гів|.*рів", "m", "ів", "ова ову = овом ові");
    row("крим", "m", "", "у у = ом у");
    row(
        "комітет|союз|парламент|банк|фонд|альянс|центр|інститут|університет|уряд|сенат|конгрес|департамент|рух|клуб|блок|суд|з'їзд|форум",
        "m",
        "",
        "у у/ові = ом і/у");
    row(
        ".*(?:міністр|президент|депутат|директор|секретар|посол|представник|прем'єр|губернатор|голова|мер|лідер|речник)",
        "m",
        "@",
        "");
    row(".*ість", "f", "ість", "ості ості = істю ості");
    row(".*(?:область)", "f", "ь", "і і = ю і");
    row("ізраїль", "m", "ь", "ю ю/еві = ем і");
    row(".*пiль|.*піль", "m", "іль", "оля олю = олем олі");
    row(".*ань", "f", "ь", "і і = ню і");
    row(".*(?:ель|ерь|іль)", "m", "ь", "я ю/еві = ем і");
    row(".*ія", "f", "ія", "ії ії ію ією ії");
    row(".*[аеєоиуі]я", "f", "я", "ї ї ю єю ї");
    row(".*я", "f", "я", "і і ю ею і");
    row(".*га", "f", "га", "ги зі гу гою зі");
    row(".*ка", "f", "ка", "ки ці ку кою ці");
    row(".*ха", "f", "ха", "хи сі ху хою сі");
    row(".*[жшчщ]а", "f", "а", "і і у ею і");
    row(".*ца", "f", "ца", "ці ці цу цею ці");
    row(".*[бвдзлмнпрстф]а", "f", "а", "и і у ою і");
    row(".*[аоуиеєю]й", "m", "й", "ю ю/єві = єм ї");
    row(".*ець", "m", "ець", "ця цю/цеві =/G цем ці");
    row(".*стан", "m", "", "у у = ом і");
    row("ірак", "m", "", "у у = ом у");
    row("люксембург", "m", "г", "гу гу = гом зі");
    row(".*бург", "m", "г", "га гу/гові = гом зі/гу");
    row(".*[сц]ьк", "m", "", "а у/ові = ом у");
    row(
        "іран|ліван|бахрейн|катар|оман|ємен|кувейт|судан|чад|в'єтнам|в’єтнам|кіпр|кавказ|донбас|карабах|сахалін|ліхтенштейн|пакистан|бангладеш|кашмір|тибет|сектор|схід|захід|південь|північ",
        "m",
        "",
        "у у = ом і");
    row(".*[кгх]", "m", "", "а/у у/ові = ом у/ці");
    row(".*[жшч]", "m", "", "а у/еві = ем і");
    row(".*[бвґдзлмнпрстф]", "m", "", "а у/ові = ом і");
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
