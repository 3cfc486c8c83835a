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
