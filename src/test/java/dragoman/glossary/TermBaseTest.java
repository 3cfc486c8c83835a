package dragoman.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.glossary.Term.Status;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermBaseTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");

  private final TermBase terms =
      TermBase.of(
          List.of(
              concept("en Ganja", "az Gəncə", "ru Гянджа", "az !Kirovabad", "ru ~Кировабад"),
              concept("en Mingachevir", "az Mingəçevir", "ru Мингечевир", "az !Mingəçaur"),
              concept("en Security Council", "az Təhlükəsizlik Şurası", "ru Совет Безопасности"),
              concept(
                  "en UN Security Council",
                  "az BMT Təhlükəsizlik Şurası",
                  "ru Совет Безопасности ООН"),
              concept(
                  "en Foreign Minister", "az Xarici İşlər Naziri", "ru министр иностранных дел"),
              concept("en US", "az ABŞ", "ru США")));

  @Test
  void theLongestTermWins() {
    assertEquals(List.of("UN Security Council"), recognized(EN, "The UN Security Council met."));
    assertEquals(List.of("Security Council"), recognized(EN, "The Security Council met."));
  }

  @Test
  void inflectedSourcesAreRecognised() {
    assertEquals(List.of("Gəncə", "Mingəçevir"), recognized(AZ, "Gəncədə və Mingəçevirdən"));
    assertEquals(
        List.of("Мингечевир", "министр иностранных дел"),
        recognized(RU, "В Мингечевире министру иностранных дел"));
    assertEquals(List.of(), recognized(RU, "Мингячевир"));
  }

  @Test
  void anAbbreviationIsFoundInCapitalsOnly() {
    assertEquals(List.of("US"), recognized(EN, "The US told us."));
  }

  @Test
  void everyAbbreviationIsFoundInCapitalsOnlyWhateverTheTermSays() {
    Term who =
        new Term(
            0,
            EN,
            "WHO",
            Status.ADMITTED,
            Term.Type.ABBREVIATION,
            "",
            "",
            "",
            false,
            false,
            false,
            State.APPROVED);
    Term ust =
        new Term(
            0,
            AZ,
            "ÜST",
            Status.PREFERRED,
            Term.Type.ABBREVIATION,
            "",
            "",
            "",
            false,
            false,
            false,
            State.APPROVED);
    TermBase base = TermBase.of(List.of(concept().with(List.of(who, ust))));
    assertEquals(List.of(), found(base, EN, "It is not known who else comes. Who pays?"));
    assertEquals(List.of("WHO"), found(base, EN, "The WHO’s doctors came."));
    assertEquals(List.of("ÜST"), found(base, AZ, "ÜST-nin həkimləri gəldi."));
    assertEquals(List.of(), found(base, AZ, "üst mərtəbə"));
    assertEquals(List.of(), base.verify(EN, AZ, "The WHO said so.", "ÜST-nin sözüdür."));
    assertEquals(List.of(), base.verify(EN, AZ, "The WHO said so.", "Bunu ÜSTdən dedilər."));
    assertEquals(1, base.verify(EN, AZ, "The WHO said so.", "üst belə dedi.").size());
  }

  @Test
  void inAHeadlineAllOfCapitalsACommonWordIsNoAbbreviation() {
    TermBase base =
        TermBase.of(
            List.of(
                concept("en WHO", "az ÜST"),
                concept("en UN", "az BMT"),
                concept("en ICRC", "ru МККК")));
    assertEquals(List.of(), found(base, EN, "WHO PAYS FOR THE BRIDGE?"));
    assertEquals(List.of("UN"), found(base, EN, "UN AID REACHES GANJA"));
    assertEquals(List.of("WHO", "UN"), found(base, EN, "WHO, UN: 24"));
    assertEquals(List.of("WHO"), found(base, EN, "WHO pays for the bridge"));
    assertEquals(List.of("МККК"), found(base, RU, "МККК ОТКРЫЛ ДОРОГУ"));
  }

  private static List<String> found(TermBase base, LanguageTag language, String text) {
    return base.recognize(language, text).stream().map(use -> use.term().text()).toList();
  }

  @Test
  void hyphensSoftHyphensAndApostrophesDoNotHide() {
    assertEquals(List.of("Gəncə"), recognized(AZ, "Gən\u00ADcə’də"));
    assertEquals(List.of("Security Council"), recognized(EN, "the Security-Council’s vote"));
  }

  @Test
  void anInflectedTranslationHasNoFinding() {
    assertEquals(List.of(), rules(AZ, "He was in Ganja.", "O, Gəncədə idi."));
    assertEquals(
        List.of(), rules(RU, "The Foreign Minister came.", "Встреча с министром иностранных дел."));
    assertEquals(
        List.of(), rules(AZ, "The Foreign Ministers met.", "Xarici işlər nazirləri görüşdülər."));
  }

  @Test
  void aMissingTermIsFoundWithItsPlaceAndWhatIsExpected() {
    TermFinding finding = only(AZ, "He was in Ganja.", "O, Bərdədə idi.");
    assertEquals(TermFinding.Rule.MISSING, finding.rule());
    assertEquals(List.of(new Span(10, 15)), finding.source());
    assertEquals(List.of("Gəncə"), finding.expected());
    assertEquals(Optional.of("Gəncə"), finding.offer());
  }

  @Test
  void aForbiddenFormIsFoundWhateverTheSourceSaysAndMendedInItsCase() {
    TermFinding finding = only(AZ, "It rained there.", "Mingəçaurda yağış yağdı.");
    assertEquals(TermFinding.Rule.FORBIDDEN, finding.rule());
    assertEquals("Mingəçaurda", finding.found());
    assertEquals(Optional.of(new Span(0, 11)), finding.target());
    assertEquals(Optional.of("Mingəçevirdə"), finding.offer());
  }

  @Test
  void aForbiddenFormIsOneFindingAndNotMissingToo() {
    assertEquals(
        List.of(TermFinding.Rule.FORBIDDEN),
        rules(AZ, "He was in Mingachevir.", "O, Mingəçaurda idi."));
  }

  @Test
  void aDeprecatedFormIsToldAsSuch() {
    assertEquals(
        List.of(TermFinding.Rule.DEPRECATED),
        rules(RU, "He was in Ganja.", "Он был в Кировабаде."));
  }

  @Test
  void aMisspeltNameIsShownWithTheFormItNeeds() {
    TermFinding finding = only(RU, "He was in Mingachevir.", "Он был в Мингячевире.");
    assertEquals("Мингячевире", finding.found());
    assertEquals(Optional.of("Мингечевире"), finding.offer());
  }

  @Test
  void theSourcesOwnAdjectiveAnswersTheTargetsAdjective() {
    TermBase places =
        TermBase.of(List.of(concept("en Bolivia", "ru Боливия"), concept("en China", "ru Китай")));
    assertEquals(
        1, places.verify(EN, RU, "Many Bolivians left Bolivia.", "Боливийцы уехали.").size());
    assertEquals(0, places.verify(EN, RU, "China's government", "Китайское правительство").size());
  }

  @Test
  void anotherNameThatHoldsTheTermDoesNotWantIt() {
    TermBase places = TermBase.of(List.of(concept("en Mexico", "ru Мексика")));
    assertEquals(0, places.verify(EN, RU, "Ash fell on Mexico City.", "Пепел над Мехико.").size());
    assertEquals(1, places.verify(EN, RU, "Ash fell on Mexico.", "Пепел над Мехико.").size());
  }

  @Test
  void aTermLeftUntranslatedMustStandAsItIs() {
    Term name =
        new Term(
            0,
            EN,
            "Reuters",
            Status.PREFERRED,
            Term.Type.FULL_FORM,
            "",
            "",
            "",
            false,
            false,
            true,
            State.APPROVED);
    TermBase names = TermBase.of(List.of(Concept.draft("", List.of(name))));
    assertEquals(0, names.verify(EN, AZ, "Reuters said so.", "Reuters belə deyib.").size());
    assertEquals(
        TermFinding.Rule.UNTRANSLATED,
        names.verify(EN, AZ, "Reuters said so.", "Röyters belə deyib.").get(0).rule());
  }

  @Test
  void whatIsOnlyProposedIsRecognisedAndNotEnforced() {
    Concept proposed = concept("en Shusha", "az Şuşa").with(State.PROPOSED);
    TermBase base = TermBase.of(List.of(proposed));
    assertEquals(1, base.recognize(EN, "in Shusha").size());
    assertEquals(List.of(), base.verify(EN, AZ, "in Shusha", "Bakıda"));
  }

  @Test
  void emptyTextsHaveNoFindings() {
    assertTrue(terms.verify(EN, AZ, "", "").isEmpty());
    assertTrue(terms.verify(EN, LanguageTag.of("ja"), "He was in Ganja.", "x").isEmpty());
  }

  private List<String> recognized(LanguageTag language, String text) {
    return terms.recognize(language, text).stream().map(u -> u.term().text()).toList();
  }

  private List<TermFinding.Rule> rules(LanguageTag to, String source, String target) {
    return terms.verify(EN, to, source, target).stream().map(TermFinding::rule).toList();
  }

  private TermFinding only(LanguageTag to, String source, String target) {
    List<TermFinding> findings = terms.verify(EN, to, source, target);
    assertEquals(1, findings.size(), () -> findings.toString());
    return findings.get(0);
  }

  /** Terms written “language text”; ! before the text forbids it, ~ deprecates it. */
  static Concept concept(String... terms) {
    List<Term> list = new ArrayList<>();
    for (String term : terms) {
      LanguageTag language = LanguageTag.of(term.substring(0, 2));
      String text = term.substring(3);
      Status status =
          text.startsWith("!")
              ? Status.FORBIDDEN
              : text.startsWith("~") ? Status.DEPRECATED : Status.PREFERRED;
      list.add(Term.of(language, status == Status.PREFERRED ? text : text.substring(1), status));
    }
    return Concept.draft("", list);
  }
}
