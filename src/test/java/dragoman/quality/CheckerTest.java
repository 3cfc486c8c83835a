package dragoman.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.glossary.Concept;
import dragoman.glossary.Term;
import dragoman.glossary.Term.Status;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final Term MINGACHEVIR = Term.of(EN, "Mingachevir", Status.PREFERRED);
  private final Checker checker =
      new Checker(
          () ->
              TermBase.of(
                  List.of(
                      Concept.draft(
                          "",
                          List.of(
                              MINGACHEVIR,
                              Term.of(AZ, "Mingəçevir", Status.PREFERRED),
                              Term.of(AZ, "Mingəçaur", Status.FORBIDDEN))),
                      Concept.draft(
                          "",
                          List.of(
                              Term.of(EN, "Ganja", Status.PREFERRED),
                              Term.of(AZ, "Gəncə", Status.PREFERRED))),
                      Concept.draft(
                          "",
                          List.of(
                              Term.of(EN, "Red Cross", Status.PREFERRED),
                              Term.of(AZ, "qırmızı xaç", Status.PREFERRED))))));

  @Test
  void speaksTheDesksWords() {
    Finding finding = check("az", "He was in Mingachevir.", "O, Mingəçaurda idi.").get(0);
    assertEquals("term.forbidden", finding.rule());
    assertEquals(
        "“Mingəçaurda” is not how we write Mingachevir; write Mingəçevirdə.", finding.message());
    assertEquals("Mingachevir", finding.sourceTerm());
    assertEquals(List.of("Mingəçevir"), finding.expected());
  }

  @Test
  void aNameThatStandsInAnothersPlaceBecomesItInItsForm() {
    String target = "Qonaqlar Mingəçevirdə tibb bacıları ilə görüşüblər.";
    Finding finding = check("az", "The guests met nurses in Ganja.", target).get(0);
    assertEquals("term.other", finding.rule());
    assertEquals("Ganja", finding.sourceTerm());
    assertEquals(Optional.of("Gəncədə"), finding.offer());
    assertEquals(
        "Mingəçevirdə",
        target.substring(finding.targetStart().getAsInt(), finding.targetEnd().getAsInt()));
    assertEquals(1, check("az", "The guests met nurses in Ganja.", target).size());
  }

  @Test
  void aNameThatOnlyTheTargetHasIsWorthALook() {
    List<Finding> findings =
        check("az", "The guests met nurses.", "Qonaqlar Gəncədə tibb bacıları ilə görüşüblər.");
    assertEquals(List.of("term.extra"), findings.stream().map(Finding::rule).toList());
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertEquals("“Gəncədə” (Ganja) is not in the source.", findings.get(0).message());
    assertEquals(List.of(), rules("az", "He came to Gandja.", "O, Gəncəyə gəldi."));
    assertEquals(
        List.of(), rules("az", "Helpers came.", "Qırmızı xaç köməkçiləri gəldi."), "no name");
  }

  @Test
  void anEmptyTargetIsOneFindingAlone() {
    assertEquals(List.of("target.empty"), rules("az", "He was in Mingachevir.", "  "));
    assertEquals(List.of(), rules("az", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "az|1,500 people|1.500 nəfər",
        "az|1,500 people|1500 nəfər",
        "ru|1,500 people|1 500 человек",
        "ru|2.5 percent|2,5 процента",
        "de|1,250,000.5 euros|1.250.000,5 Euro",
        "fr|10,000 people|10 000 personnes",
        "ar|15 people|١٥ شخصا",
        "ru|two schools|2 школы",
        "ru|3 schools|три школы",
        "ru|at 3 p.m. on|в 15:00 на",
        "az|30.09.2018|30/09/2018"
      })
  void takesTheSameNumberInAnotherWriting(String to, String source, String target) {
    assertEquals(List.of(), rules(to, source, target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "az|40 people|14 nəfər",
        "ru|in 2018|в 2019 году",
        "ru|2.5 percent|25 процентов",
        "fr|40 people|des personnes"
      })
  void tellsNumbersThatDiffer(String to, String source, String target) {
    assertEquals(List.of("number.differs"), rules(to, source, target));
  }

  @Test
  void tellsTagsThatAreMissingStrangeOrCrossed() {
    TaggedText source = tagged("a bold word", open(2, 1), close(6, 1));
    assertEquals(
        List.of("tag.missing", "tag.missing"), tags(source, TaggedText.of("qalın bir söz")));
    assertEquals(List.of(), tags(source, tagged("qalın bir söz", open(0, 1), close(5, 1))));
    assertEquals(
        List.of("tag.unbalanced"), tags(source, tagged("qalın bir söz", close(0, 1), open(5, 1))));
    assertEquals(
        List.of("tag.extra"),
        tags(
            source,
            tagged(
                "qalın bir söz",
                open(0, 1),
                close(5, 1),
                new Tag(9, Tag.Kind.ALONE, 2, "br", "<br>"))));
  }

  @Test
  void tellsDoubledSpacesAndTheSourceItself() {
    assertEquals(List.of("space.doubled"), rules("az", "Two words", "İki  söz"));
    assertEquals(List.of("target.same"), rules("az", "Two words here", "Two words here"));
    assertEquals(List.of(), rules("az", "Reuters", "Reuters"));
  }

  @ParameterizedTest
  @CsvSource({"hy,Why?,Ինչո՞ւ։", "hy,He came.,Նա եկավ։", "ar,Why?,لماذا؟", "az,“Yes.”,«Bəli.»"})
  void takesEachLanguagesOwnEndPunctuation(String to, String source, String target) {
    assertEquals(List.of(), rules(to, source, target));
  }

  @Test
  void aMissingFullStopIsWorthKnowingOnly() {
    List<Finding> findings = check("az", "He came.", "O gəldi");
    assertEquals(Severity.INFO, findings.get(0).severity());
    assertTrue(findings.get(0).message().contains("full stop"));
  }

  private List<Finding> check(String to, String source, String target) {
    return checker.check(EN, LanguageTag.of(to), TaggedText.of(source), TaggedText.of(target));
  }

  private List<String> rules(String to, String source, String target) {
    return check(to, source, target).stream().map(Finding::rule).toList();
  }

  private List<String> tags(TaggedText source, TaggedText target) {
    return checker.check(EN, AZ, source, target).stream().map(Finding::rule).toList();
  }

  private static TaggedText tagged(String plain, Tag... tags) {
    return new TaggedText(plain, List.of(tags));
  }

  private static Tag open(int at, int id) {
    return new Tag(at, Tag.Kind.OPEN, id, "b", "<b>");
  }

  private static Tag close(int at, int id) {
    return new Tag(at, Tag.Kind.CLOSE, id, "b", "</b>");
  }
}
