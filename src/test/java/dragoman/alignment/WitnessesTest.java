package dragoman.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each witness by itself. */
class WitnessesTest {
  private final Sounds sounds = new Sounds();

  private String sounds(String language, String word) {
    return sounds.of(LanguageTag.of(language), word);
  }

  private double alike(String language, String word, String otherLanguage, String other) {
    return SoundDistance.similarity(sounds(language, word), sounds(otherLanguage, other));
  }

  private Side side(String language, String... sentences) {
    LanguageTag tag = LanguageTag.of(language);
    return new Reader(tag, sounds, Meanings.of(tag)).read(Text.of(tag, List.of(sentences)));
  }

  @Test
  void aNameSoundsAlikeInEveryScript() {
    for (String[] other :
        new String[][] {
          {"az", "Gəncə"}, {"ru", "Гянджа"}, {"fa", "گنجه"}, {"ka", "განჯა"}, {"tr", "Gence"}
        }) {
      assertTrue(alike("en", "Ganja", other[0], other[1]) > 0.7, other[1]);
    }
    assertTrue(alike("en", "Charles", "az", "Çarlz") > 0.8);
    assertTrue(alike("en", "Trump", "ar", "ترامب") > 0.8);
  }

  @Test
  void otherWordsDoNotSoundAlike() {
    assertTrue(alike("en", "earthquake", "az", "zəlzələ") < 0.3);
    assertTrue(alike("en", "Ganja", "ru", "Москва") < 0.4);
    assertEquals(0, alike("en", "Ganja", "ru", ""));
  }

  @Test
  void anEndingCostsLittle() {
    assertTrue(alike("en", "California", "az", "Kaliforniyada") > 0.85);
    assertEquals(
        alike("en", "California", "az", "Kaliforniyada"),
        alike("az", "Kaliforniyada", "en", "California"),
        1e-12);
  }

  @Test
  void numbersAreOneInEveryNotation() {
    assertEquals(List.of("1500"), Numbers.of("1,500"));
    assertEquals(List.of("1500"), Numbers.of("1 500 nəfər"));
    assertEquals(List.of("1500"), Numbers.of("١٥٠٠"));
    assertEquals(List.of("24", "11", "2026"), Numbers.of("24.11.2026"));
    assertEquals(List.of("0"), Numbers.of("000"));
    assertEquals(List.of(), Numbers.of("none"));
  }

  @Test
  void datesAndCountriesMeanTheSameInEveryLanguage() {
    assertMeets("en", "tuesday", "de", "dienstag");
    assertMeets("en", "march", "ru", "марта");
    assertMeets("en", "georgia", "az", "gürcüstanda");
    assertMeets("fr", "lundi", "ar", "الاثنين");
    assertTrue(Meanings.of(LanguageTag.of("en")).of("bridge").isEmpty());
  }

  private static void assertMeets(String language, String word, String other, String otherWord) {
    Set<String> left = Meanings.of(LanguageTag.of(language)).of(word);
    Set<String> right = Meanings.of(LanguageTag.of(other)).of(otherWord);
    List<String> common = new ArrayList<>(left);
    common.retainAll(right);
    assertFalse(common.isEmpty(), word + " " + left + ", " + otherWord + " " + right);
  }

  @Test
  void aSentenceEndInsideIsCountedInEveryScript() {
    assertEquals(1, Marks.of("It rained all day. The bridge is closed.").inner());
    assertEquals(0, Marks.of("Mr. Aliyev spoke to the U.S. Senate.").inner());
    assertEquals(1, Marks.of("Անձրև եկավ: Կամուրջը փակ է:").inner());
    assertEquals(1, Marks.of("هطل المطر. الجسر مغلق.").inner());
    assertEquals(1, Marks.of("“Stop!” The driver ran.").inner());
    assertEquals(1, Marks.of("Was it closed?").questions());
  }

  @Test
  void theLexiconLearnsWhatGoesTogetherAndNothingFromWordsThatStandOnce() {
    Side source = side("en", "red house", "red tree", "old house", "old tree", "lonely red");
    Side target = side("az", "qırmızı ev", "qırmızı ağac", "köhnə ev", "köhnə ağac", "tək qırmızı");
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      beads.add(new Bead(List.of(i), List.of(i), 1));
    }
    Lexicon lexicon =
        Lexicon.learn(beads.stream().map(bead -> Lexicon.Lesson.of(source, target, bead)).toList());
    Bonds bonds = lexicon.bonds(source, target, beads);
    assertEquals("ev", best(bonds, source, target, "house"));
    assertEquals("köhnə", best(bonds, source, target, "old"));
    assertEquals("", best(bonds, source, target, "lonely"));
  }

  @Test
  void aBeadIsNotJudgedByWhatItTaughtItself() {
    Side source = side("en", "red house", "red tree");
    Side target = side("az", "qırmızı ev", "qırmızı ağac");
    List<Bead> beads =
        List.of(new Bead(List.of(0), List.of(0), 1), new Bead(List.of(1), List.of(1), 1));
    Lexicon lexicon =
        Lexicon.learn(beads.stream().map(bead -> Lexicon.Lesson.of(source, target, bead)).toList());
    Bonds bonds = lexicon.bonds(source, target, beads);
    int red = place(source, "red");
    assertTrue(bonds.strength(red, 0, 0, 0) < bonds.strength(red, 0, 0, 1));
    assertEquals(
        bonds.strength(red, 0, 0, 1), bonds.reversed().strength(place(target, "qırmızı"), 0, 1, 0));
  }

  private static int place(Side side, String form) {
    for (int k = 0; k < side.tokens().size(); k++) {
      if (side.tokens().get(k).form().equals(form)) {
        return k;
      }
    }
    throw new AssertionError("There is no " + form + ".");
  }

  private static String best(Bonds bonds, Side source, Side target, String form) {
    int token = place(source, form);
    int[] others = bonds.others(token);
    String best = "";
    float most = 0;
    for (int k = 0; k < others.length; k++) {
      if (bonds.strength(token, k) > most) {
        most = bonds.strength(token, k);
        best = target.tokens().get(others[k]).form();
      }
    }
    return best;
  }

  @Test
  void paragraphBoundsSettleWhatNothingElseDoes() {
    LanguageTag en = LanguageTag.of("en");
    LanguageTag az = LanguageTag.of("az");
    Text source = new Text(en, List.of("So be it", "I see", "All right", "Go on"), List.of(0, 2));
    Text target = new Text(az, List.of("Qoy olsun", "Aydındır", "Yaxşı", "Davam"), List.of(0, 2));
    Alignment found = new Aligner().align(new TextPair(source, target));
    for (Bead bead : found.beads()) {
      assertFalse(bead.source().containsAll(List.of(1, 2)), found.toString());
      assertFalse(bead.target().containsAll(List.of(1, 2)), found.toString());
    }
  }
}
