package dragoman.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The endings of a language that has no Snowball stemmer, cut from the end of a word while enough
 * of it is left. Ours, and on purpose coarse: cutting too much makes two words look like forms of
 * one and costs half a point, cutting too little costs the other half.
 */
final class Endings {
  private static final Map<String, Endings> KNOWN =
      Map.of(
          "az-Latn",
              new Endings(
                  3,
                  3,
                  // plural, possession, case, copula, and the commonest of verbs
                  "lar lər ım im um üm ımız imiz umuz ümüz ın in un ün ınız iniz unuz ünüz nın nin"
                      + " nun nün ı i u ü sı si su sü nı ni nu nü a ə na nə ya yə da də nda ndə dan"
                      + " dən ndan ndən dır dir dur dür la lə yla ylə ki dakı dəki lıq lik luq lük"
                      + " çı çi çu çü lı li lu lü sız siz suz süz mış miş muş müş dı di du dü ar ər"
                      + " ır ir ur ür acaq əcək acağ əcəy maq mək an ən yan yən ıb ib ub üb yıb yib"
                      + " yub yüb ırıq irik arıq ərik malı məli ığı iyi uğu üyü ılır ilir ulur ülür"
                      + " ıldı ildi uldu üldü ılmış ilmiş ulmuş ülmüş ması məsi"),
          "kk-Cyrl",
              new Endings(
                  3,
                  3,
                  "лар лер дар дер тар тер ның нің дың дің тың тің ға ге қа ке на не а е ды ді ты ті"
                      + " ны ні н да де та те нда нде дан ден тан тен нан нен мен бен пен ы і сы сі"
                      + " м ым ім ң ың ің ымыз іміз мыз міз лық лік дық дік тық тік шы ші лы лі дағы"
                      + " дегі тағы тегі ған ген қан кен ып іп п ады еді йды йді атын етін"),
          "uk-Cyrl",
              new Endings(
                  3,
                  1,
                  "а я у ю о е є и і ї ь ою ею єю ом ем єм ові еві єві ів їв ам ям ами ями ах ях ий"
                      + " ій ого ього ому ьому им ім их іх ими іми ої ьої ою ьою ої ій а я ую юю яя"
                      + " ти ть ться тися ив ав ила ало или али ила ило ає яє ує ють ять уть ать ено"
                      + " ано ання ення"),
          "ka-Geor",
              new Endings(
                  2,
                  2,
                  "ები ებს ების ებით ებად ებმა ებში ებზე ებთან ებიდან ებისთვის ი ს ის ით ად მა მ ო ა"
                      + " ში ზე თან იდან ისთვის ისკენ ამდე ული ური ც ვე"),
          "fa-Arab",
              new Endings(3, 1, "ها های هایی هایم هایت هایش ان ات ی ای ام ات اش تر ترین را م ت ش"));

  private final int least;
  private final int rounds;
  private final String[] longestFirst;

  private Endings(int least, int rounds, String endings) {
    this.least = least;
    this.rounds = rounds;
    this.longestFirst = endings.split(" ");
    Arrays.sort(
        longestFirst, Comparator.comparingInt(String::length).reversed().thenComparing(e -> e));
  }

  /** The endings of a language by its {@linkplain LanguageTag#key() key}, where we have some. */
  static Optional<Endings> of(String key) {
    return Optional.ofNullable(KNOWN.get(key));
  }

  String cut(String word) {
    String stem = word;
    for (int round = 0; round < rounds; round++) {
      String shorter = cutOnce(stem);
      if (shorter.length() == stem.length()) {
        break;
      }
      stem = shorter;
    }
    return stem;
  }

  private String cutOnce(String word) {
    for (String ending : longestFirst) {
      if (word.length() - ending.length() >= least && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
