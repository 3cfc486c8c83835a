package dragoman.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignerTest {
  private static final List<String> ENGLISH =
      List.of(
          "Flood closes bridge near Zaqatala",
          "Heavy rain on 12 March closed the bridge between Zaqatala and Balakan for three days.",
          "\"Nobody was hurt,\" said Rashid Aliyev, who leads the rescue service.",
          "About 1,500 people in 14 villages have no electricity.",
          "The Red Crescent has sent tents from Baku.",
          "Schools will open again on Monday.",
          "The ministry expects more rain in Georgia and Turkey.");
  private static final List<String> AZERBAIJANI =
      List.of(
          "Daşqın Zaqatala yaxınlığında körpünü bağladı",
          "Martın 12-də yağan güclü yağış Zaqatala ilə Balakən arasındakı körpünü üç günlük"
              + " bağladı.",
          "“Heç kim xəsarət almayıb”, - xilasetmə xidmətinin rəhbəri Rəşid Əliyev bildirib.",
          "14 kənddə təxminən 1 500 nəfər işıqsız qalıb.",
          "Qızıl Aypara Bakıdan çadırlar göndərib.",
          "Məktəblər bazar ertəsi yenidən açılacaq.",
          "Nazirlik Gürcüstan və Türkiyədə yeni yağışlar gözləyir.");
  private static final List<String> RUSSIAN =
      List.of(
          "Наводнение закрыло мост близ Закаталы",
          "Сильный дождь 12 марта на три дня закрыл мост между Закаталой и Балакеном.",
          "«Никто не пострадал», — сказал Рашид Алиев, глава службы спасения.",
          "Около 1500 человек в 14 сёлах остались без электричества.",
          "Красный Полумесяц отправил палатки из Баку.",
          "Школы вновь откроются в понедельник.",
          "Министерство ожидает новых дождей в Грузии и Турции.");
  private static final List<String> TURKISH =
      List.of(
          "Sel, Zagatala yakınındaki köprüyü kapattı",
          "12 Mart'taki şiddetli yağmur, Zagatala ile Balaken arasındaki köprüyü üç gün kapattı.",
          "Kurtarma servisinin başkanı Reşid Aliyev, \"Kimse yaralanmadı\" dedi.",
          "14 köyde yaklaşık 1.500 kişi elektriksiz kaldı.",
          "Kızılay, Bakü'den çadır gönderdi.",
          "Okullar pazartesi günü yeniden açılacak.",
          "Bakanlık, Gürcistan ve Türkiye'de yeni yağmurlar bekliyor.");
  private static final List<String> FRENCH =
      List.of(
          "Une crue ferme le pont près de Zagatala",
          "De fortes pluies ont fermé le 12 mars, pour trois jours, le pont entre Zagatala et"
              + " Balaken.",
          "« Personne n'a été blessé », a dit Rachid Aliyev, qui dirige les secours.",
          "Environ 1 500 habitants de 14 villages sont privés d'électricité.",
          "Le Croissant-Rouge a envoyé des tentes de Bakou.",
          "Les écoles rouvriront lundi.",
          "Le ministère attend d'autres pluies en Géorgie et en Turquie.");
  private static final List<String> ARABIC =
      List.of(
          "فيضان يغلق الجسر قرب زاقاتالا",
          "أغلقت الأمطار الغزيرة في ١٢ مارس الجسر بين زاقاتالا وبالاكان لمدة ثلاثة أيام.",
          "وقال رشيد علييف، رئيس خدمة الإنقاذ: \"لم يصب أحد بأذى\".",
          "نحو ١٥٠٠ شخص في ١٤ قرية بلا كهرباء.",
          "وأرسل الهلال الأحمر خيامًا من باكو.",
          "وستفتح المدارس أبوابها من جديد يوم الاثنين.",
          "وتتوقع الوزارة مزيدًا من الأمطار في جورجيا وتركيا.");

  private final Aligner aligner = new Aligner();

  private static LanguageTag tag(String tag) {
    return LanguageTag.of(tag);
  }

  static String links(Alignment alignment) {
    StringBuilder out = new StringBuilder();
    for (Bead bead : alignment.beads()) {
      out.append(bead.source()).append(bead.target()).append(' ');
    }
    return out.toString().strip();
  }

  private static String straight(int size) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      out.append('[').append(i).append("][").append(i).append("] ");
    }
    return out.toString().strip();
  }

  @Test
  void aDispatchMeetsItselfInEveryOtherLanguage() {
    List<LanguageTag> tags =
        List.of(tag("en"), tag("az"), tag("ru"), tag("tr"), tag("fr"), tag("ar"));
    List<List<String>> texts = List.of(ENGLISH, AZERBAIJANI, RUSSIAN, TURKISH, FRENCH, ARABIC);
    for (int a = 0; a < tags.size(); a++) {
      for (int b = 0; b < tags.size(); b++) {
        if (a != b) {
          Alignment found = aligner.align(tags.get(a), texts.get(a), tags.get(b), texts.get(b));
          assertEquals(Verdict.ALIGNED, found.verdict(), tags.get(a) + " " + tags.get(b));
          assertEquals(straight(7), links(found), tags.get(a) + " " + tags.get(b));
        }
      }
    }
  }

  @Test
  void sentencesThatWereJoinedAreOneBead() {
    List<String> joined = new ArrayList<>(AZERBAIJANI);
    joined.set(3, joined.get(3) + " " + joined.remove(4));
    assertEquals(
        "[0][0] [1][1] [2][2] [3, 4][3] [5][4] [6][5]",
        links(aligner.align(tag("en"), ENGLISH, tag("az"), joined)));
  }

  @Test
  void aSentenceThatTheTranslationLacksStaysOpen() {
    List<String> shorter = new ArrayList<>(RUSSIAN);
    shorter.remove(3);
    assertEquals(
        "[0][0] [1][1] [2][2] [3][] [4][3] [5][4] [6][5]",
        links(aligner.align(tag("en"), ENGLISH, tag("ru"), shorter)));
  }

  @Test
  void blankLinesAnswerNothingAndMoveNothing() {
    List<String> spaced = new ArrayList<>(ENGLISH);
    spaced.add(1, " ");
    spaced.add("");
    Alignment found = aligner.align(tag("en"), spaced, tag("az"), AZERBAIJANI);
    assertEquals("[0][0] [1][] [2][1] [3][2] [4][3] [5][4] [6][5] [7][6] [8][]", links(found));
  }

  @Test
  void changingTheSidesChangesNothingElse() {
    List<String> shorter = new ArrayList<>(RUSSIAN);
    shorter.remove(2);
    Alignment there = aligner.align(tag("az"), AZERBAIJANI, tag("ru"), shorter);
    Alignment back = aligner.align(tag("ru"), shorter, tag("az"), AZERBAIJANI);
    assertEquals(there, back.swapped());
  }

  @Test
  void pairsOfABatchAreAnsweredInTheirOrder() {
    TextPair first = new TextPair(Text.of(tag("en"), ENGLISH), Text.of(tag("az"), AZERBAIJANI));
    TextPair empty = new TextPair(Text.of(tag("en"), ENGLISH), Text.of(tag("az"), List.of()));
    TextPair second = new TextPair(Text.of(tag("ru"), RUSSIAN), Text.of(tag("en"), ENGLISH));
    List<Alignment> found = aligner.align(List.of(first, empty, second));
    assertEquals(straight(7), links(found.get(0)));
    assertEquals(Verdict.EMPTY_SIDE, found.get(1).verdict());
    assertEquals(straight(7), links(found.get(2)));
  }

  @Test
  void whatCannotBeAlignedIsSaid() {
    assertEquals(
        Verdict.EMPTY_SIDE,
        aligner.align(tag("en"), ENGLISH, tag("az"), List.of(" ", "—")).verdict());
    assertEquals(
        Verdict.SAME_TEXT, aligner.align(tag("en"), ENGLISH, tag("az"), ENGLISH).verdict());
    assertEquals(
        Verdict.SWAPPED, aligner.align(tag("en"), AZERBAIJANI, tag("az"), ENGLISH).verdict());
    assertEquals(Verdict.SWAPPED, aligner.align(tag("ru"), ARABIC, tag("ar"), RUSSIAN).verdict());
    assertEquals(
        Verdict.WRONG_LANGUAGE,
        aligner.align(tag("en"), RUSSIAN, tag("az"), AZERBAIJANI).verdict());
    assertTrue(aligner.align(tag("en"), AZERBAIJANI, tag("az"), ENGLISH).beads().isEmpty());
  }

  @Test
  void textsThatHaveNothingToDoWithEachOtherAreToldSo() {
    List<String> cooking =
        List.of(
            "Əvvəlcə soğanı xırda doğrayın.",
            "Yağı tavada qızdırıb soğanı qızarana qədər qovurun.",
            "Düyünü iki dəfə yuyub duzlu suda isladın!",
            "Zəfəranı isti suda dəmləyin?",
            "Qazmaq üçün yumurta, qatıq və bir az un qarışdırın; sonra ət əlavə edin (istəyə görə).",
            "Plovu zəif odda bir saat dəmə qoyun.");
    assertEquals(
        Verdict.UNRELATED, aligner.align(tag("en"), ENGLISH, tag("az"), cooking).verdict());
  }

  @Test
  void hostileTextsAreAnswered() {
    String endless = "word ".repeat(40_000);
    List<String> odd =
        List.of("\uD800 broken", "\u0000\u0007", "1.1.1.1.1.1.1.1.1.1", endless, "🙂🙂", "ِِِ");
    Alignment found = aligner.align(tag("en"), odd, tag("az"), AZERBAIJANI);
    if (found.verdict() == Verdict.ALIGNED) {
      Properties.covers(found, odd.size(), AZERBAIJANI.size());
    }
  }

  @Test
  void aSentenceThatIsRepeatedMeetsItsRepetitions() {
    List<String> yes = Collections.nCopies(8, "Yes.");
    List<String> beli = Collections.nCopies(8, "Bəli.");
    assertEquals(straight(8), links(aligner.align(tag("en"), yes, tag("az"), beli)));
  }

  @Test
  void aLanguageThatIsNotKnownIsAlignedByTheRest() {
    Alignment found = aligner.align(tag("en"), ENGLISH, tag("x-desk"), RUSSIAN);
    assertEquals(straight(7), links(found));
  }
}
