package dragoman.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Short words that stand in every text of a language and whose letters an abbreviation may have
 * too: {@code who} and WHO, {@code un} and UN. Folded as {@link Folding#fold} does.
 */
public final class CommonWords {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "az",
          words(
              "ad al at az bu da də dən də ed el et ha hə il ilə isə iş ki nə o on sən su və ya yox"),
          "de",
          words(
              "ab alle am an auf aus bei da das du er es für im in ist ja man mit nur ob so um uns"
                  + " was weg wer wie wir wo zu zum"),
          "en",
          words(
              "a aid am an and any are as ask at be but by can do for go had has he her him his how"
                  + " i if in is it its led may me must my no nor not now of off on one or our out own so"
                  + " than that the then they this to too up us was we who why will with you"),
          "fr",
          words(
              "as au aux avec ce ces cet de des du elle en es est et eu il ils je la le les leur lui"
                  + " ma mais me mes ne non nos on ont or ou par pas pour qui sa se ses si son sur ta te"
                  + " tu un une va"),
          "it",
          words(
              "a ai al che chi ci come con da dal dei del di due e fa gli ha ho i il in la le lo ma"
                  + " mi ne nel noi non o per più se si so su sul tra un una va"),
          "kk",
          words("ал ау бар бас біз біл ел жол жоқ кім мен не ол он осы сен су та үш"),
          "ru",
          words(
              "а без бы в во вот вы да для до его ее ей если же за и из или им их к как кто мы на"
                  + " не нет но о об он она они от по под при с сам со так там то тот у что эти это я"),
          "tr",
          words(
              "ad al at az bu da de en et ile ise iş ki kim mi mu ne o on sen siz su üç var ve ya"
                  + " yok"),
          "uk",
          words(
              "а без би в від він вони для до за і з зі із їх їм й його коли ми на не ні о об он"
                  + " під по при сам се та так те ти то у хто це що я"));

  private CommonWords() {}

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a word is among a language's most common short ones.
   *
   * @param folded the word as {@link Folding#fold} makes it
   */
  public static boolean has(LanguageTag language, String folded) {
    return WORDS.getOrDefault(language.language(), Set.of()).contains(folded);
  }
}
