package dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Russian and Ukrainian: the declensions of nouns, adjectives and names, with fleeting vowels and
 * changing consonants; adjectives and peoples of places.
 */
final class SlavicInflection implements Inflection {
  private static final String RU_HARD = "ый ого ому ым ом ая ой ою ую ое ые ых ыми";
  private static final String RU_SOFT = "ий его ему им ем яя ей ею юю ее ие их ими";
  private static final String RU_MIXED = "ий ого ому им ом ая ой ою ую ое ие их ими";
  private static final String UK_HARD = "ий ого ому им ім а ої ій у ою е і их ими";
  private static final String UK_SOFT = "ій ього ьому ім я ьої ю ьою є і іх іми";

  private final EndingRules rules;
  private final Folding folding;
  private final Derivations derivations;
  private final Pattern adjective;
  private final Pattern people;
  private final String linking;
  private final SlavicParadigms paradigms;

  private SlavicInflection(
      LanguageTag language,
      EndingRules rules,
      String adjective,
      String people,
      String linking,
      boolean ukrainian) {
    this.rules = rules;
    this.derivations = Derivations.of(language);
    this.folding = Folding.of(language);
    this.adjective = Pattern.compile(adjective);
    this.people = Pattern.compile(people);
    this.linking = linking;
    this.paradigms = new SlavicParadigms(language, ukrainian);
  }

  static SlavicInflection russian(LanguageTag language) {
    String consonants = "б в г д ж з к л м н п р с т ф х ц ч ш щ";
    EndingRules rules =
        new EndingRules()
            .row("ия", "ия ии ию ией иею ий иям иями иях")
            .row("ья", "ья ьи ье ью ьей ьею ей ий ьям ьями ьях")
            .row("я", "я и е ю ей ею ям ями ях ь й -")
            .row("а", "а ы и е у ой ою ей ею ам ами ах -")
            .row("ова ева ина ына", "ова овой ову ых ева евой еву ина иной ину ына ыной ыну")
            .row("ий", "ий ия ию ием ии ие иев иям иями иях")
            .row("й", "й я ю ем е и ев ям ями ях")
            .row("ь", "ь я ю ем е и ей ям ями ях ью")
            .row("о", "о а у ом е ам ами ах и ов -")
            .row("е", "е я ю ем и а у ом ам ами ах ей ям ями ях")
            .row("ие", "ие ия ию ием ии ий иям иями иях")
            .row("ье", "ье ья ью ьем ьи ий ьям ьями ьях")
            .row("ы", "ы ов ам ами ах ев ей")
            .row("ины", "ин")
            .row("ены", "ен")
            .row("аны", "ан")
            .row("и", "и ов ев ей ь ям ями ях ам ами ах")
            .row("ии", "ии ий иям иями иях")
            .row("мя", "мя мени менем мена мен менам менами менах")
            .row("анин янин", "анина анину анином анине ане ан анам анами анах")
            .row("янин", "янина янину янином янине яне ян янам янами янах")
            .row("ане", "ане ан анам анами анах")
            .row("яне", "яне ян янам янами янах")
            .row("ый ой ая ое ые", RU_HARD + " ой")
            .row("ий яя ее ие", RU_SOFT)
            .row("ец", "ца цу цем цом це цы цев цов цам цами цах")
            .row("лец", "льца льцу льцем льце льцы льцев льцам льцами льцах")
            .row("ок", "ка ку ком ке ки ков кам ками ках")
            .row("ек", "ька ьку ьком ьке ьки ьков ькам ька ка ку ком ке ки ков кам ками ках")
            .row("ень", "ня ню нем не ни ней ням нями нях")
            .row("оть", "тя тю тем те ти")
            .row("ел", "ла лу лом ле лы лов лам лами лах")
            .row("ол", "ла лу лом ле лы лов лам лами лах")
            .row("ер", "ра ру ром ре ры ров рам рами рах")
            .row("ет", "та ту том те ты тов там тами тах")
            .row("ем", "йма йму ймом йме ймы ймов ймам ймами ймах")
            .row("ев", "ьва ьву ьвом ьве ьвы ьвов")
            .row("ов", "ва ву вом ве вы вов")
            .row("ог", "га гу гом ге ги гов")
            .row("от", "та ту том те ты тов там тами тах")
            .row("сть", "сть сти стью стей стям стями стях")
            .row("це", "це ца цу цем цам цами цах")
            .row("тель", "теля телю телем теле тели телей телям телями телях")
            .row("мать", "матери матерью матерей матерям матерями матерях")
            .row("дочь", "дочери дочерью дочерей");
    for (String consonant : consonants.split(" ")) {
      rules.row(consonant, forms(consonant, "- а у ом ем е ы и ов ев ей ам ами ах"));
    }
    for (String consonant : "г к х ж ш ч щ".split(" ")) {
      for (String ending : "ий ая ое ие ой ее".split(" ")) {
        rules.row(consonant + ending, forms(consonant, RU_MIXED + " ее его ему ем ей ею"));
      }
    }
    for (String ending : "ов ев ин ын".split(" ")) {
      rules.row(ending, forms(ending, "ым ой ую ою ых ыми"));
    }
    for (String vowel : "о а е и у".split(" ")) {
      rules.row(vowel + "ец", forms(vowel, "йца йцу йцем йце йцы йцев йцам йцами йцах"));
    }
    fleetingPlurals(rules, "к н л р м в ц д б т г", "о е", "а о");
    return new SlavicInflection(
        language,
        rules,
        "(?:и?й|ей|и?ан|ян|ьян|ин|ен|ез|ов|ев|ес|ийц)?(?:ь?ск|цк|еск|ческ)"
            + "(?:ий|ого|ому|им|ом|ая|ой|ою|ую|ое|ие|их|ими|и)",
        "(?:и?й|ей|и?ан|ян|ьян|ин|ен|ез|ов)?"
            + "(?:ец|ца|цу|цем|цом|це|цы|цев|цам|цами|цах|ка|ки|ку|кой|ке|ок|кам|ками|ках"
            + "|анин|анина|анину|анином|ане|ане|ан|анам|анами|анах|янин|яне|ян|янам)",
        "о е ьно",
        false);
  }

  static SlavicInflection ukrainian(LanguageTag language) {
    String consonants = "б в г ґ д ж з к л м н п р с т ф х ц ч ш щ";
    EndingRules rules =
        new EndingRules()
            .row("ія їя", "ія ії ію ією іє ій іям іями іях їя її їю їєю їй")
            .row("я", "я і ї ю ею єю е є ь й ям ями ях -")
            .row("а", "а и і у ою ею о е ам ами ах -")
            .row("а", "ої ій ими их им")
            .row("ий", UK_HARD)
            .row("ій", UK_SOFT)
            .row("ій", "ій ія ію ієм ії ієві іїв іям іями іях ою")
            .row("й", "й я ю єм єві ї їв ям ями ях є")
            .row("ь", "ь я ю ем еві єві і ів ей ям ями ях ью")
            .row("о", "о а у ові ом і ам ами ах и ів -")
            .row("е", "е я ю ем і а у ям ями ях " + UK_HARD)
            .row("є", UK_SOFT + " є я ю єм ї ям ями ях")
            .row("і", UK_HARD + " і ів ей ь ам ами ах ям ями ях")
            .row("и", "и ів ей ам ами ах -")
            .row("ї", "ї їв ям ями ях")
            .row("ння", "ння нню нням нні нь ннях ннями")
            .row("ття", "ття ттю ттям тті ть ттях ттями")
            .row("ець", "ця цю цем цеві ці ців цям цями цях")
            .row("єць", "йця йцю йцем йцеві йці йців йцям йцями йцях")
            .row("ок", "ка ку ком кові ці ки ків кам ками ках")
            .row("ень", "ня ню нем неві ні нів ням нями нях")
            .row("ет", "ту том тові ті ти тів там тами тах")
            .row("ел ол", "ла лу лом лові лі ли лів лам лами лах")
            .row("ер", "ра ру ром рові рі ри рів рам рами рах")
            .row("га", "зі")
            .row("ка", "ці")
            .row("ха", "сі")
            .row("г", "зі")
            .row("к", "ці")
            .row("х", "сі")
            .row("анин янин", "анина анину анином анинові анині ани ан анам анами анах")
            .row("янин", "янина янину янином янинові янині яни ян янам янами янах")
            .row("сть", "сть сті стю стей стям стями стях")
            .row("ь", "ллю");
    for (String consonant : consonants.split(" ")) {
      rules.row(consonant, forms(consonant, "- а у ові еві єві ом ем і и ів ам ами ах е ю я"));
      rules.row(consonant, forms(consonant, "'я 'ю 'єм"));
      for (String vowel : List.of("о", "е")) {
        rules.row("і" + consonant, forms(vowel + consonant, "а у ові еві ом ем і и ів ам ами ах"));
        rules.row("і" + consonant + "ь", forms(vowel + consonant, "я ю ем еві єві і ів ям ями ях"));
      }
      rules.row("ї" + consonant, forms("є" + consonant, "а у ові ом і и ів ам ами ах"));
    }
    for (String ending : "ів їв ов ев єв ін їн ин".split(" ")) {
      String stem = ending.replace("ів", "ов").replace("їв", "єв");
      rules.row(ending, forms(stem, "им ій ою их ими а у ові і"));
      rules.row(ending, forms(ending, "им ій ою их ими"));
    }
    rules.row(
        "ова ева єва іна їна ина",
        "ова ової овій ову овою ева евої евій єва євої єву євій іна іної іній їна їної ина иної иній");
    fleetingPlurals(rules, "к н л р м в ц д б т г", "о е", "а о");
    return new SlavicInflection(
        language,
        rules,
        "(?:і?й|ей|і?ан|ян|ьян|ін|ен|ез|ів|ов|ес|ійц)?(?:ськ|цьк|зьк|ичн|ічн)"
            + "(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)",
        "(?:і?й|ей|і?ан|ян|ьян|ін|ен|ез|ів)?"
            + "(?:ець|єць|ця|цю|цем|цеві|ці|ців|цям|цями|цях|ка|ки|ку|кою|ок|кам|ками|ках"
            + "|анин|анина|ани|ан|анам|анами|анах|янин|яни|ян|янам)",
        "о е ьо ічно",
        true);
  }

  /** Words in -ка, -но and the like have a vowel in the genitive plural: марка, марок. */
  private static void fleetingPlurals(
      EndingRules rules, String consonants, String vowels, String endings) {
    for (String consonant : consonants.split(" ")) {
      for (String vowel : vowels.split(" ")) {
        for (String ending : endings.split(" ")) {
          rules.row(consonant + ending, vowel + consonant);
        }
      }
    }
  }

  private static String forms(String stem, String endings) {
    StringBuilder forms = new StringBuilder();
    for (String ending : endings.split(" ")) {
      forms.append(forms.length() == 0 ? "" : " ");
      forms.append(stem).append(ending.equals("-") ? "" : ending);
    }
    return forms.toString();
  }

  @Override
  public Fit fit(String base, String word) {
    if (accepts(base, word)) {
      return Fit.FORM;
    }
    return derived(base, word) ? Fit.DERIVED : Fit.NONE;
  }

  @Override
  public boolean accepts(String base, String form) {
    return base.equals(form) || rules.make(base, form);
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return fit != Fit.DERIVED
        || !derivations.makesAnotherName(folding.fold(before))
            && !derivations.makesAnotherName(folding.fold(after));
  }

  private boolean derived(String base, String word) {
    for (String other : derivations.of(base)) {
      if (other.equals(word) || rules.make(other, word)) {
        return true;
      }
    }
    for (String root : roots(base)) {
      if (root.length() >= 3 && word.startsWith(root)) {
        String rest = word.substring(root.length());
        if (adjective.matcher(rest).matches() || people.matcher(rest).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What adjectives and peoples are made from: the name without its ending. */
  private List<String> roots(String base) {
    List<String> roots = new ArrayList<>();
    int end = base.length();
    if (base.endsWith("ия") || base.endsWith("ія") || base.endsWith("ья")) {
      roots.add(base.substring(0, end - 2));
    } else if (end > 1 && "аяйьоеиіуюыэ".indexOf(base.charAt(end - 1)) >= 0) {
      roots.add(base.substring(0, end - 1));
      if (end > 2 && "еи".indexOf(base.charAt(end - 2)) >= 0) {
        roots.add(base.substring(0, end - 2));
      }
    } else {
      roots.add(base);
    }
    return roots;
  }

  @Override
  public Fit fitJoined(List<String> base, String word) {
    if (base.size() != 2 || base.get(0).length() < 5) {
      return Fit.NONE;
    }
    String first = base.get(0).replaceFirst("(?:ый|ий|ій|ой|ая|яя|ое|ее|ые|ие|а|я|е|і)$", "");
    for (String link : linking.split(" ")) {
      String start = first + link;
      if (word.length() > start.length() + 3
          && word.startsWith(start)
          && derived(base.get(1), word.substring(start.length()))) {
        return Fit.DERIVED;
      }
    }
    return Fit.NONE;
  }

  @Override
  public List<String> forms(String base) {
    return paradigms.forms(base);
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    return paradigms.like(base, model, modelForm);
  }

  @Override
  public String stem(String base) {
    int keep = base.length() - Math.min(base.length() - 1, rules.changed(base));
    return base.substring(0, Math.max(1, keep));
  }
}
