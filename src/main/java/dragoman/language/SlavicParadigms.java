package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the cases of Russian and Ukrainian words: genitive, dative, accusative, instrumental,
 * prepositional, as a table from the base's ending, the longest that fits. Where a word's class
 * cannot be told from its ending, several endings stand for a case.
 */
final class SlavicParadigms {
  private static final int CASES = 6;

  private final Folding folding;
  private final Map<Pattern, String[][]> rows = new LinkedHashMap<>();

  SlavicParadigms(LanguageTag language, boolean ukrainian) {
    folding = Folding.of(language);
    if (ukrainian) {
      ukrainian();
    } else {
      russian();
    }
  }

  private void russian() {
    row("(?:цкий|ский|[гкх]ий)", "ий", "ого ому ий/ого им ом");
    row("[жшчщ]ий", "ий", "его ему ий/его им ем");
    row("ний", "ий", "его ему ий/его им ем");
    row("ый", "ый", "ого ому ый/ого ым ом");
    row("ской", "ой", "ого ому ой/ого им ом");
    row("[жшчщ]ая", "ая", "ей ей ую ей ей");
    row("ая", "ая", "ой ой ую ой ой");
    row("яя", "яя", "ей ей юю ей ей");
    row("[гкх]ое", "ое", "ого ому ое им ом");
    row("ое", "ое", "ого ому ое ым ом");
    row("(?:нее|[жшчщ]ее)", "ее", "его ему ее им ем");
    row("ые", "ые", "ых ым ые/ых ыми ых");
    row("(?:[гкхжшчщ]ие|[аеиоу]шние|жние)", "ие", "их им ие/их ими их");
    row("ия", "ия", "ии ии ию ией ии");
    row("ья", "ья", "ьи ье ью ьей ье");
    row("я", "я", "и е ю ей е");
    row("(?:ова|ева)", "а", "ой ой у ой ой");
    row("[гкх]а", "а", "и е у ой е");
    row("[жшчщ]а", "а", "и е у ей/ой е");
    row("ца", "а", "ы е у ей е");
    row("а", "а", "ы е у ой е");
    row("[аоуыэеёю]й", "й", "я ю й ем е");
    row("ий", "ий", "ия ию ий/ия ием ии");
    row("(?:арь|тель)", "ь", "я ю я ем е");
    row("(?:тайвань|израиль|ярославль|кремль|апрель|июнь|июль|лагерь)", "ь", "я ю ь ем е");
    row("(?:ость|знь|[кзрб]ань|юмень|твердь|область|связь|часть)", "ь", "и и ь ью и");
    row("(?:ство|ско)", "о", "а у о ом е");
    row("ие", "ие", "ия ию ие ием ии");
    row("(?:ины|ёны|ены|аны)", "ы", "- ам ы ами ах");
    row("ы", "ы", "ов ам ы/ов ами ах");
    row("ии", "ии", "ий иям ии иями иях");
    row("(?:повец|инец)", "ец", "ца цу ец/ца цом це");
    row("[аеоиуя]ец", "ец", "йца йцу йца йцем йце");
    row("посол", "ол", "ла лу ла лом ле");
    row("[жшчщ]", "", "а у - ем е");
    row(
        "(?:министр|президент|депутат|директор|тор|ист|дент|атор|граф|ёр|монарх)",
        "",
        "а у а ом е");
    row("(?:ов|ев)", "", "а у -/а ом/ым е");
    row("[бвгдзклмнпрстфх]", "", "а у - ом е");
  }

  private void ukrainian() {
    row("(?:ний|ький|ий)", "ий", "ого ому ий/ого им ому");
    row("ній", "ій", "ього ьому ій/ього ім ьому");
    row("(?:ська|цька|зька|чна|ова|вна|дня|ічна|ійна|льна|дна|тна)", "а", "ої ій у ою ій");
    row("(?:ське|чне|вне|льне|дне)", "е", "ого ому е им ому");
    row("(?:ні|ські|чені|нані)", "і", "их им і/их ими их");
    row("ія", "ія", "ії ії ію ією ії");
    row("їя", "їя", "її її їю їєю її");
    row("[аеєоуиі]я", "я", "ї ї ю єю ї");
    row("ння", "ння", "ння нню ння нням нні");
    row("я", "я", "і і ю ею і");
    row("га", "га", "ги зі гу гою зі");
    row("ка", "ка", "ки ці ку кою ці");
    row("ха", "ха", "хи сі ху хою сі");
    row("[жшчщ]а", "а", "і і у ею і");
    row("а", "а", "и і у ою і");
    row("[аоуиеєю]й", "й", "ю/я ю/єві й єм ї");
    row("їв", "їв", "єва єву їв євом єві");
    row("(?:ків|дів|ьвів|нів)", "ів", "ова ову ів овом ові");
    row("ець", "ець", "ця цю ець/ця цем ці");
    row("(?:ість|знь|ань)", "ь", "і і ь ю і");
    row("(?:ар|яр)", "", "а/я у/ю а/я ом/ем і");
    row("(?:ство)", "о", "а у о ом і");
    row("и", "и", "ів/- ам и ами ах");
    row("(?:міністр|президент|депутат|директор|тор|ист|іст|дент)", "", "а у а ом і");
    row("к", "к", "ку/ка ку ку/к ком ку/ці");
    row("[бвгґджзлмнпрстфхцчшщ]", "", "у/а у - ом і/у");
  }

  /** A row: which bases, what of them changes, and the five cases behind the first. */
  private void row(String bases, String ending, String cases) {
    String[] given = cases.split(" ");
    String[][] forms = new String[CASES][];
    forms[0] = new String[] {ending};
    for (int i = 0; i < given.length; i++) {
      forms[i + 1] = given[i].replace("-", "").split("/", -1);
    }
    rows.put(Pattern.compile(".*" + bases), forms);
  }

  List<String> forms(String base) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(base);
    for (List<String> slot : slots(base)) {
      forms.addAll(slot);
    }
    return List.copyOf(forms);
  }

  Optional<String> like(String base, String model, String modelForm) {
    String form = folding.fold(modelForm);
    if (folding.fold(model).equals(form)) {
      return Optional.of(base);
    }
    List<List<String>> from = slots(model);
    List<List<String>> to = slots(base);
    if (to.isEmpty()) {
      // what does not decline is right in every case
      return from.isEmpty() ? Optional.empty() : Optional.of(base);
    }
    Set<String> right = new LinkedHashSet<>();
    for (int i = 0; i < from.size(); i++) {
      List<String> own = from.get(i);
      for (int k = 0; k < own.size(); k++) {
        if (folding.fold(own.get(k)).equals(form)) {
          // the same choice of two endings where both words have it
          boolean paired = own.size() == to.get(i).size();
          right.addAll(paired ? List.of(to.get(i).get(k)) : to.get(i));
        }
      }
    }
    return right.size() == 1 ? Optional.of(right.iterator().next()) : Optional.empty();
  }

  /** The forms by case; empty where the word does not decline. */
  private List<List<String>> slots(String base) {
    String small = folding.fold(base);
    boolean abbreviation =
        base.length() > 1
            && base.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    if (abbreviation) {
      return List.of();
    }
    for (Map.Entry<Pattern, String[][]> row : rows.entrySet()) {
      if (!row.getKey().matcher(small).matches()) {
        continue;
      }
      String stem = base.substring(0, base.length() - row.getValue()[0][0].length());
      List<List<String>> slots = new ArrayList<>();
      for (String[] endings : row.getValue()) {
        List<String> slot = new ArrayList<>();
        for (String ending : endings) {
          slot.add(stem + ending);
        }
        slots.add(slot);
      }
      return slots;
    }
    return List.of();
  }
}
