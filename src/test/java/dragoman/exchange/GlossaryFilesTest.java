package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryFilesTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private final List<Concept> concepts = new ArrayList<>();

  @Test
  void tbxKeepsAllThatIsKnownOfAConcept() throws IOException {
    Concept concept =
        new Concept(
            0,
            0,
            "c-icrc",
            "organisation",
            "Neutral body that helps victims of war & <violence>.",
            "Write the abbreviation.",
            "own usage",
            State.APPROVED,
            List.of(
                term(EN, "ICRC", Term.Status.PREFERRED, Term.Type.ABBREVIATION),
                term(
                    EN,
                    "International Committee of the Red Cross",
                    Term.Status.ADMITTED,
                    Term.Type.FULL_FORM),
                term(AZ, "BQXK", Term.Status.PREFERRED, Term.Type.ABBREVIATION),
                term(AZ, "QXK", Term.Status.FORBIDDEN, Term.Type.OTHER)),
            Instant.EPOCH,
            "");
    assertEquals(List.of(concept), again("g.tbx", List.of(concept)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"g.csv", "g.tsv", "g.xlsx"})
  void aTableKeepsTermsAndTheirStatus(String name) throws IOException {
    Concept concept =
        new Concept(
            0,
            0,
            "c-ganja",
            "place",
            "Second, and old, city.",
            "",
            "",
            State.APPROVED,
            List.of(
                Term.of(EN, "=Ganja|x", Term.Status.PREFERRED),
                Term.of(EN, "Gandzha, the", Term.Status.FORBIDDEN),
                Term.of(AZ, "Gəncə", Term.Status.PREFERRED),
                Term.of(AZ, "Gəncə şəhəri", Term.Status.ADMITTED)),
            Instant.EPOCH,
            "");
    Concept back = again(name, List.of(concept)).get(0);
    assertEquals(
        concept.terms().stream().map(t -> t.language() + t.text() + t.status()).sorted().toList(),
        back.terms().stream().map(t -> t.language() + t.text() + t.status()).sorted().toList());
    assertEquals("c-ganja place Second, and old, city.", fields(back));
  }

  @Test
  void dctStyleAndMartifAreReadToo() throws IOException {
    read(
        "a.tbx",
        "<tbx style=\"dct\" type=\"TBX-Min\" xmlns=\"urn:iso:std:iso:30042:ed-2\""
            + " xmlns:min=\"http://www.tbxinfo.net/ns/min\"><text><body><conceptEntry id=\"1\">"
            + "<min:subjectField>place</min:subjectField><langSec xml:lang=\"en\"><termSec>"
            + "<term>Barda</term><min:administrativeStatus>admittedTerm-admn-sts"
            + "</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>");
    read(
        "b.tbx",
        "<martif type=\"TBX\"><text><body><termEntry id=\"2\"><langSet xml:lang=\"az\"><ntig>"
            + "<termGrp><term>Bərdə</term><termNote type=\"partOfSpeech\">noun</termNote></termGrp>"
            + "</ntig></langSet></termEntry></body></text></martif>");
    assertEquals("place", concepts.get(0).subjectField());
    assertEquals(Term.Status.ADMITTED, concepts.get(0).terms().get(0).status());
    assertEquals("Bərdə noun", named(concepts.get(1)));
  }

  @Test
  void aCutTbxKeepsTheConceptsBefore() throws IOException {
    String whole =
        "<tbx><text><body>" + entry("1", "Barda") + entry("2", "Ganja") + "</body></text></tbx>";
    ReadReport report = read("a.tbx", whole.substring(0, whole.indexOf("Ganja")));
    assertEquals(1, concepts.size());
    assertTrue(report.cut(), report.toString());
  }

  @Test
  void rowsWithoutTermsAreSkippedAndNamed() throws IOException {
    ReadReport report =
        read("a.csv", "en,az,note\r\nGanja,Gəncə,x\r\n,,only a note\r\nA,B,C,D\r\n");
    assertEquals(1, concepts.size());
    assertEquals(3, report.read());
    assertEquals(List.of(3L, 4L), report.problems().stream().map(Problem::line).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tbx", "a.csv", "a.xlsx", "a.doc"})
  void rubbishIsRefusedInOneSentence(String name) {
    ExchangeException e =
        assertThrows(ExchangeException.class, () -> read(name, "\u0001\u0002 rubbish"));
    assertEquals(1, e.getMessage().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tbx", "a.csv", "a.tsv", "a.xlsx"})
  void anEmptyFileIsRefused(String name) {
    assertThrows(ExchangeException.class, () -> read(name, ""));
  }

  @Test
  void theSampleGlossaryIsReadWithoutAProblem() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/glossaries/south-caucasus.tbx")) {
      ReadReport report = ConceptFile.read("a.tbx", in, (concept, line) -> concepts.add(concept));
      assertEquals(List.of(), report.problems());
      assertTrue(report.read() >= 120, "concepts: " + report.read());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1254", "UTF-16", "UTF-16LE", "UTF-8"})
  void aTableInAnotherEncodingIsReadWhereItShows(String charset) throws IOException {
    String table = "en,tr\r\nGanja,Gence\r\nIstanbul,İstanbul\r\nbridge,köprü ağı, şık\r\n";
    table = table.replace("köprü ağı, şık", "köprü ağı şık çağrı");
    ReadReport report =
        ConceptFile.read(
            "a.csv",
            new ByteArrayInputStream(table.getBytes(charset)),
            (concept, line) -> concepts.add(concept));
    assertEquals("İstanbul", concepts.get(1).terms().get(1).text());
    assertEquals("köprü ağı şık çağrı", concepts.get(2).terms().get(1).text());
    assertEquals(charset.startsWith("windows") ? 1 : 0, report.problems().size());
  }

  @Test
  void aCyrillicTableInWindows1251IsReadAndSaid() throws IOException {
    String table = "en,ru\nGanja,Гянджа\nMinister of Defence,министр обороны\n";
    ReadReport report =
        ConceptFile.read(
            "a.csv",
            new ByteArrayInputStream(table.getBytes("windows-1251")),
            (concept, line) -> concepts.add(concept));
    assertEquals("министр обороны", concepts.get(1).terms().get(1).text());
    assertEquals(
        List.of("the file is in windows-1251, not UTF-8, and was read so."),
        report.problems().stream().map(Problem::message).toList());
  }

  @Test
  void rowsThatAreInNoEncodingAreSkippedAndSaid() throws IOException {
    byte[] file = "en,az\nOne,Gəncə şəhəri\nTwo,b?r\n".getBytes(StandardCharsets.UTF_8);
    file[file.length - 3] = (byte) 0xFF;
    ReadReport report =
        ConceptFile.read(
            "a.csv", new ByteArrayInputStream(file), (concept, line) -> concepts.add(concept));
    assertEquals(1, concepts.size());
    assertEquals(
        "line 3: row 2 is skipped: it has bytes that are not UTF-8; save the file as “CSV UTF-8”"
            + " and import it again.",
        report.problems().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en;az;ru\nPort of Baku, the;Bakı limanı;порт Баку\n",
        "sep=;\nen;az;ru\n\"Port of Baku, the\";Bakı limanı;порт Баку\n",
        "sep=,\r\nen,az,ru\r\n\"Port of Baku, the\",Bakı limanı,порт Баку\r\n",
        "en\taz\tru\nPort of Baku, the\tBakı limanı\tпорт Баку\n"
      })
  void theSeparatorOfASpreadsheetIsRecognised(String table) throws IOException {
    ReadReport report = read("a.csv", table);
    assertEquals(List.of(), report.problems());
    assertEquals(
        List.of("Port of Baku, the", "Bakı limanı", "порт Баку"),
        concepts.get(0).terms().stream().map(Term::text).toList());
  }

  @Test
  void aColumnOfNoLanguageIsPassedOverAndTheOthersAreKept() throws IOException {
    ReadReport report = read("a.csv", "en,az,xx-bad!,ru\nGanja,Gəncə,zzz,Гянджа\n");
    assertEquals(
        List.of("Ganja", "Gəncə", "Гянджа"),
        concepts.get(0).terms().stream().map(Term::text).toList());
    assertEquals(1, report.problems().size());
    assertTrue(report.problems().get(0).message().contains("“xx-bad!”"), report.toString());
    assertThrows(ExchangeException.class, () -> read("a.csv", "colour,xx-bad!\na,b\n"));
  }

  @Test
  void aForbiddenCharacterCostsOnlyItsConcept() throws IOException {
    ReadReport report =
        read(
            "a.tbx",
            "<tbx><text><body>"
                + entry("1", "Bar&#1;da")
                + entry("2", "Gan\u0002ja")
                + entry("3", "Khizi &#233; &#x1F600;")
                + "</body></text></tbx>");
    assertEquals(
        List.of("Khizi é 😀"), concepts.stream().map(c -> c.terms().get(0).text()).toList());
    assertEquals(3, report.read());
    assertEquals(2, report.skipped());
    assertEquals(2, report.problems().size());
  }

  @Test
  void aConceptWithoutAGoodLanguageIsSaidOnce() throws IOException {
    ReadReport report =
        read(
            "a.tbx",
            "<tbx><text><body><conceptEntry id=\"1\"><langSec xml:lang=\"not a tag\"><termSec>"
                + "<term>x</term></termSec></langSec></conceptEntry>"
                + entry("2", "Ganja")
                + "</body></text></tbx>");
    assertEquals(1, report.problems().size(), report.toString());
    assertEquals(1, report.skipped());
  }

  @Test
  void theNumbersOfACutTbxAddUp() throws IOException {
    String whole = "<tbx><text><body>" + entry("1", "Barda") + entry("2", "Ganja");
    ReadReport report = read("a.tbx", whole.substring(0, whole.indexOf("Ganja")));
    assertEquals(2, report.read());
    assertEquals(1, report.skipped());
    assertEquals("the file breaks off in line 2, in the middle of concept 2", report.brokenOff());
  }

  private List<Concept> again(String name, List<Concept> given) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ConceptFile.write(name, file, given::forEach);
    ReadReport report =
        ConceptFile.read(
            name,
            new ByteArrayInputStream(file.toByteArray()),
            (concept, line) -> concepts.add(concept));
    assertEquals(List.of(), report.problems());
    return concepts;
  }

  private ReadReport read(String name, String text) throws IOException {
    return ConceptFile.read(
        name,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        (concept, line) -> concepts.add(concept));
  }

  private static String entry(String id, String term) {
    return "<conceptEntry id=\""
        + id
        + "\"><langSec xml:lang=\"en\"><termSec><term>"
        + term
        + "</term></termSec></langSec></conceptEntry>\n";
  }

  private static String fields(Concept concept) {
    return concept.key() + " " + concept.subjectField() + " " + concept.definition();
  }

  private static String named(Concept concept) {
    Term term = concept.terms().get(0);
    return term.text() + " " + term.partOfSpeech();
  }

  private static Term term(LanguageTag language, String text, Term.Status status, Term.Type type) {
    return new Term(
        0, language, text, status, type, "properNoun", "", "", false, false, false, State.APPROVED);
  }
}
