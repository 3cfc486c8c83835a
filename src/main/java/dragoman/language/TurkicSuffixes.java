package dragoman.language;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chains of suffixes of Azerbaijani and Turkish names, nouns and numbers, and how what they
 * stand behind is said: an abbreviation by its letters, a number by its last word.
 */
final class TurkicSuffixes {
  private static final List<String> PLAIN = List.of("(n)In", "(y)A", "(y)I", "DA", "DAn");
  private static final List<String> OWNED = List.of("nIn", "nA", "nI", "ndA", "ndAn");

  /** Last words of titles and bodies that end in the third person's possessive. */
  private static final Set<String> POSSESSED_AZ =
      Set.of(
          ("nazirliyi naziri şurası bankı ittifaqı prezidenti sədri katibi məclisi fondu təşkilatı"
                  + " agentliyi komitəsi idarəsi mərkəzi universiteti institutu partiyası hərəkatı"
                  + " birliyi qərargahı ordusu parlamenti hökuməti rayonu şəhəri respublikası dövləti"
                  + " krallığı əmirlikləri ştatları adaları dənizi çayı gölü dağı körfəzi boğazı"
                  + " meydanı stadionu limanı vilayəti bölgəsi məhkəməsi prokurorluğu xidməti"
                  + " qüvvələri administrasiyası klubu federasiyası assosiasiyası cəmiyyəti akademiyası"
                  + " müdafiəsi məktəbi şirkəti palatası müdiri direktoru rəhbəri başçısı müavini"
                  + " nümayəndəsi komandanı səfiri səfirliyi konsulluğu konfransı forumu çempionatı"
                  + " kuboku teatrı muzeyi aparatı departamenti komissiyası assambleyası alyansı"
                  + " blokı hakimiyyəti konqresi senatı missiyası milləti millətləri")
              .split(" "));

  private static final Set<String> POSSESSED_TR =
      Set.of(
          ("bakanlığı bakanı konseyi bankası birliği cumhurbaşkanı başkanı başbakanı meclisi fonu"
                  + " örgütü ajansı komitesi merkezi üniversitesi enstitüsü partisi hareketi ordusu"
                  + " parlamentosu hükümeti ilçesi şehri cumhuriyeti devleti krallığı emirlikleri"
                  + " adaları denizi nehri gölü dağı körfezi boğazı meydanı stadyumu limanı bölgesi"
                  + " mahkemesi başsavcılığı servisi kuvvetleri başkanlığı kulübü federasyonu derneği"
                  + " akademisi okulu şirketi odası müdürü müdürlüğü lideri yardımcısı temsilcisi"
                  + " komutanı komutanlığı elçisi büyükelçisi büyükelçiliği konferansı forumu kupası"
                  + " şampiyonası tiyatrosu müzesi komisyonu sekreteri sekreterliği sözcüsü ittifakı"
                  + " topluluğu teşkilatı kurumu kurulu vakfı valisi valiliği belediyesi")
              .split(" "));

  private final Harmony harmony;
  private final boolean turkish;
  private final LanguageTag language;
  private final RuleBasedNumberFormat spellout;

  TurkicSuffixes(LanguageTag language) {
    this.language = language;
    this.turkish = language.language().equals("tr");
    this.harmony = turkish ? Harmony.TURKISH : Harmony.AZERBAIJANI;
    this.spellout = new RuleBasedNumberFormat(language.icu(), RuleBasedNumberFormat.SPELLOUT);
  }

  Harmony harmony() {
    return harmony;
  }

  /** Chains behind a name or noun; whether it has a possessive already decides the cases. */
  List<List<String>> ofNames(boolean possessed) {
    List<List<String>> chains = new ArrayList<>();
    List<String> cases = cases(possessed);
    cases.forEach(one -> chains.add(List.of(one)));
    String at = cases.get(3);
    String ki = turkish ? "ki" : "kI";
    chains.add(List.of(at, ki));
    chains.add(List.of(at, ki, "lAr"));
    for (String one : OWNED) {
      chains.add(List.of(at, ki, one));
    }
    for (String one : List.of("DIr", "(y)DI", "(y)sA")) {
      chains.add(List.of(one));
      chains.add(List.of(at, one.replace("(y)", "")));
    }
    chains.add(List.of("(y)lA"));
    chains.add(List.of("CA"));
    if (!turkish) {
      chains.add(List.of(cases.get(1), "dək"));
    }
    if (!possessed) {
      chains.add(List.of("lAr"));
      cases(false).forEach(one -> chains.add(List.of("lAr", one)));
      chains.add(List.of("lI"));
      chains.add(List.of("lI", "lAr"));
      cases(false).forEach(one -> chains.add(List.of("lI", "lAr", one)));
    }
    return chains;
  }

  private List<String> cases(boolean possessed) {
    if (possessed) {
      return OWNED;
    }
    return turkish ? PLAIN : List.of("(n)In", "(y)A", "(n)I", "DA", "DAn");
  }

  /** Chains behind a number in figures. */
  List<List<String>> ofNumbers() {
    List<List<String>> heads = new ArrayList<>();
    heads.add(List.of());
    heads.add(List.of("(s)I"));
    heads.add(List.of(turkish ? "[I]ncI" : "cI"));
    heads.add(List.of("lIk"));
    heads.add(List.of("lIq"));
    heads.add(List.of("lAr"));
    heads.add(List.of(turkish ? "[I]ncI" : "cI", "lAr"));
    Set<List<String>> chains = new LinkedHashSet<>();
    for (List<String> head : heads) {
      chains.add(head);
      boolean owned = head.equals(List.of("(s)I"));
      for (String one : cases(owned)) {
        chains.add(joined(head, one));
      }
      chains.add(joined(joined(head, owned ? "ndA" : "DA"), turkish ? "ki" : "kI"));
      chains.add(joined(head, "(y)lA"));
      chains.add(joined(joined(head, owned ? "nA" : "(y)A"), "dək"));
    }
    chains.add(List.of("dək"));
    chains.add(List.of("(ş)Ar"));
    chains.add(List.of("lI"));
    chains.add(List.of("DIr"));
    chains.remove(List.<String>of());
    return List.copyOf(chains);
  }

  private static List<String> joined(List<String> head, String suffix) {
    List<String> chain = new ArrayList<>(head);
    chain.add(suffix);
    return chain;
  }

  /** The suffixes as they are written behind something that is said so; without it. */
  String realize(String spoken, List<String> chain) {
    String word = spoken;
    for (String suffix : chain) {
      word = harmony.attach(word, suffix);
    }
    return word.substring(spoken.length());
  }

  /** The last word by which a number is said. */
  String spoken(BigDecimal number) {
    BigDecimal said = number.scale() > 0 ? fraction(number) : number;
    String words = spelled(said.longValue());
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /** One at a time: ICU's format is not for several threads. */
  private synchronized String spelled(long number) {
    return spellout.format(number).replace("səqsən", "səksən");
  }

  /** What is said last of a decimal number: what stands behind the mark. */
  private static BigDecimal fraction(BigDecimal number) {
    String digits = number.toPlainString();
    return new BigDecimal(digits.substring(digits.indexOf('.') + 1));
  }

  /**
   * How a name is said at its end: itself, or an abbreviation's last letter.
   *
   * @return several where people say it differently
   */
  List<String> spoken(String base) {
    String last = base.substring(base.lastIndexOf(' ') + 1);
    String small = Casing.lower(language, last);
    if (!Renaming.shouts(last)) {
      return List.of(small);
    }
    if (harmony.isVowel(small.charAt(small.length() - 1)) || saidAsWord(small)) {
      return List.of(small);
    }
    char letter = small.charAt(small.length() - 1);
    if (turkish) {
      return letter == 'k' || letter == 'h' ? List.of("ka", "ke") : List.of(letter + "e");
    }
    if (letter == 'x' || letter == 'k' || letter == 'h') {
      return List.of("xa", "xe");
    }
    return List.of("flmnrs".indexOf(letter) >= 0 ? "e" + letter : letter + "e");
  }

  private boolean saidAsWord(String small) {
    if (!turkish && small.equals("abş")) {
      return true;
    }
    int vowels = 0;
    int cluster = 0;
    int longest = 0;
    for (char c : small.toCharArray()) {
      if (harmony.isVowel(c)) {
        vowels++;
        cluster = 0;
      } else {
        longest = Math.max(longest, ++cluster);
      }
    }
    boolean inside = vowels > 1 || vowels == 1 && !harmony.isVowel(small.charAt(0));
    return inside && longest < 3;
  }

  /** Whether a name ends in a possessive: yes, no, or both can be. */
  Set<Boolean> possessed(String base) {
    String small = Casing.lower(language, base);
    String last = small.substring(small.lastIndexOf(' ') + 1);
    boolean several = last.length() < small.length();
    char end = last.charAt(last.length() - 1);
    if ("ıiuü".indexOf(end) < 0 || Renaming.shouts(base)) {
      return Set.of(false);
    }
    if ((turkish ? POSSESSED_TR : POSSESSED_AZ).contains(last) || last.endsWith("ları")) {
      return Set.of(true);
    }
    if (!several) {
      return Set.of(false);
    }
    boolean common = Character.isLowerCase(base.codePointAt(base.lastIndexOf(' ') + 1));
    if (common || last.matches(".*(?:[aəeıioöuü]s[ıiuü]|l[ıiuü][yğ][ıiuü])")) {
      return Set.of(true);
    }
    return last.matches(".*l[ıiuü]") ? Set.of(false) : Set.of(true, false);
  }

  /** Whether a Turkish name is a body's or a title, behind which no apostrophe need stand. */
  boolean isBody(String base) {
    String small = Casing.lower(language, base);
    boolean earth =
        small.matches(".* (?:denizi|gölü|dağı|nehri|körfezi|boğazı|adaları|ovası|yarımadası)");
    return base.indexOf(' ') > 0 && !earth && possessed(base).contains(true);
  }

  /** What a word's stem may be before a vowel; several where usage differs. */
  Set<String> stems(String base, String suffix) {
    char end = Character.toLowerCase(base.charAt(base.length() - 1));
    boolean before = !suffix.isEmpty() && harmony.isVowel(suffix.charAt(0));
    String soft = SOFT.getOrDefault(end, "");
    String last = base.substring(base.lastIndexOf(' ') + 1);
    long vowels = last.chars().filter(c -> harmony.isVowel((char) c)).count();
    boolean name = Character.isUpperCase(last.codePointAt(0));
    if (!before || soft.isEmpty() || vowels < 2 || Renaming.shouts(last)) {
      return Set.of(base);
    }
    char ahead = Character.toLowerCase(base.charAt(base.length() - 2));
    String changed = base.substring(0, base.length() - 1) + (end == 'k' && !turkish ? "y" : soft);
    if (turkish) {
      return name ? Set.of(base) : end == 'k' ? Set.of(changed) : Set.of(base, changed);
    }
    if ("kq".indexOf(end) < 0 || !harmony.isVowel(ahead)) {
      return Set.of(base);
    }
    return name ? FOREIGN.contains(last) ? Set.of(base) : Set.of(base, changed) : Set.of(changed);
  }

  private static final Map<Character, String> SOFT =
      Map.of('k', "ğ", 'q', "ğ", 'p', "b", 'ç', "c", 't', "d");

  private static final Set<String> FOREIGN =
      Set.of("İraq", "Bişkek", "Mozambik", "Reykyavik", "Meksik", "Kazbek", "Nalçik", "Nyu-Meksik");
}
