package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Variant;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmxTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private final List<NewUnit> units = new ArrayList<>();

  @Test
  void tagsPropertiesNotesAttributesAndNeighboursComeBackAsTheyWere() throws IOException {
    TaggedText text =
        new TaggedText(
            "40 tonnes & <more>",
            List.of(
                new Tag(0, Tag.Kind.OPEN, 1, "b", "<b class=\"x\">"),
                new Tag(9, Tag.Kind.CLOSE, 1, "b", "</b>"),
                new Tag(9, Tag.Kind.ALONE, 2, "br", "<br/>"),
                new Tag(12, Tag.Kind.OPEN, 3, "i", "<i>"),
                new Tag(18, Tag.Kind.CLOSE, 4, "u", "</u>")));
    Metadata metadata =
        new Metadata(
            Map.of("creationdate", "20261101T090000Z", "creationid", "AM", "usagecount", "3"),
            List.of(
                new dragoman.memory.Property("x-client", "en", "Desk & sons"),
                new dragoman.memory.Property("x-context-pre", "", "Before."),
                new dragoman.memory.Property("x-context-post", "", "")),
            List.of("First note", "İkinci qeyd"));
    NewUnit unit =
        new NewUnit(
            List.of(new Variant(EN, text, metadata), Variant.of(AZ, TaggedText.of("40 ton"))),
            metadata,
            List.of(new Context(EN, Optional.of("Before."), Optional.of(""))));
    assertEquals(List.of(unit), again(List.of(unit)));
  }

  @Property(tries = 200)
  void whateverIsWrittenIsReadAgain(@ForAll("written") List<NewUnit> given) throws IOException {
    units.clear();
    assertEquals(given, again(given));
  }

  @Provide
  Arbitrary<List<NewUnit>> written() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars("ab ı İəж&<>\"'گ\u200f\u0301\n\t")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(s -> "x" + s.replace("\r", ""));
    Arbitrary<TaggedText> texts =
        Combinators.combine(words, Arbitraries.integers().between(0, 4))
            .as(
                (plain, tags) ->
                    new TaggedText(
                        plain,
                        IntStream.range(0, tags)
                            .mapToObj(
                                i ->
                                    new Tag(
                                        Math.min(i, plain.length()),
                                        i % 2 == 0 ? Tag.Kind.OPEN : Tag.Kind.CLOSE,
                                        i / 2 + 1,
                                        "b",
                                        i % 2 == 0 ? "<b>" : "</b>"))
                            .toList()));
    return Combinators.combine(texts, texts)
        .as((en, az) -> NewUnit.of(Variant.of(EN, en), Variant.of(AZ, az)))
        .list()
        .ofMaxSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251"})
  void everyUsualEncodingIsRead(String name) throws IOException {
    String declared = name.startsWith("UTF-16") ? "UTF-16" : name;
    String file =
        "<?xml version=\"1.0\" encoding=\""
            + declared
            + "\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"
            + tmx(unit("Ganja", "Гянджа"));
    assertEquals(1, read(file.getBytes(Charset.forName(name))).read());
    assertEquals("Гянджа", units.get(0).variants().get(1).text().plain());
  }

  @Test
  void languageCodesOfEverySpellingAreTakenInCanonicalForm() throws IOException {
    read(
        "<tmx version=\"1.1\"><header/><body><tu><tuv lang=\"EN_us\"><seg>a</seg></tuv>"
            + "<tuv xml:lang=\"az_AZ\"><seg>b</seg></tuv></tu></body></tmx>");
    assertEquals(
        List.of("en-US", "az-AZ"),
        units.get(0).variants().stream().map(v -> v.language().value()).toList());
  }

  @Test
  void everyKindOfInlineElementBecomesATag() throws IOException {
    read(
        tmx(
            "<tu><tuv xml:lang=\"en\"><seg>a<bpt i=\"1\" type=\"bold\">&lt;b&gt;</bpt>b"
                + "<ept i=\"1\">&lt;/b&gt;</ept><ph type=\"lb\">&lt;br title=\"<sub>tip</sub>\"&gt;"
                + "</ph><hi type=\"term\">c</hi><it pos=\"end\">&lt;/u&gt;</it><ut>x</ut></seg>"
                + "</tuv></tu>"));
    TaggedText text = units.get(0).variants().get(0).text();
    assertEquals("abc", text.plain());
    assertEquals(
        "1 OPEN bold,2 CLOSE bold,2 ALONE lb,2 OPEN term,3 CLOSE term,3 CLOSE u,3 ALONE x",
        text.tags().stream()
            .map(t -> t.at() + " " + t.kind() + " " + t.label())
            .collect(Collectors.joining(",")));
    assertEquals("<br title=\"tip\">", text.tags().get(2).data());
  }

  @Test
  void whatAnotherToolWroteComesOutAsItStood() throws IOException {
    String segment =
        "a <hi x=\"3\" type=\"term\">b &amp; <hi>c</hi></hi> <ph x=\"1\" assoc=\"p\">&lt;br"
            + " title=\"<sub datatype=\"html\">tip <ph x=\"2\">{1}</ph></sub>\"&gt;</ph>"
            + "<ut x=\"5\">x</ut> d";
    String unit =
        "<tu><note xml:lang=\"en\" o-encoding=\"koi8-r\">n</note><prop type=\"x-a\""
            + " o-encoding=\"cp1251\">p</prop><tuv xml:lang=\"en\"><note xml:lang=\"az\">m</note>"
            + "<prop type=\"x-b\" xml:lang=\"ru\">q</prop><seg>"
            + segment
            + "</seg></tuv></tu>";
    read(tmx(unit));
    String written = written(units);
    String flat = written.replaceAll(">\\s+<", "><");
    assertTrue(written.contains("<seg>" + segment + "</seg>"), written);
    assertTrue(flat.contains("<note o-encoding=\"koi8-r\" xml:lang=\"en\">n</note>"), flat);
    assertTrue(flat.contains("<prop type=\"x-a\" o-encoding=\"cp1251\">p</prop>"), flat);
    assertTrue(flat.contains("<note xml:lang=\"az\">m</note>"), flat);
    List<NewUnit> first = List.copyOf(units);
    units.clear();
    read(written);
    assertEquals(first, units);
  }

  @Test
  void anElementThatTmxLacksIsSaidAndItsTextKept() throws IOException {
    ReadReport report =
        read(
            "<tmx version=\"1.4\" xmlns:q=\"urn:q\"><header/><body>"
                + unit("one <q:mark w=\"1\">two</q:mark> three", "bir <x/>")
                + "</body></tmx>");
    assertEquals(List.of("one two three"), sources());
    assertEquals(0, report.skipped());
    assertEquals(2, report.problems().size());
    String written = written(units);
    assertTrue(written.contains("<q:mark xmlns:q=\"urn:q\" w=\"1\">two</q:mark>"), written);
    assertEquals(1, read(written).read());
  }

  @Test
  void aTextThatWasChangedIsWrittenFromItsTags() throws IOException {
    read(tmx(unit("a <hi>b</hi>", "c")));
    Variant old = units.get(0).variants().get(0);
    Variant changed = new Variant(EN, new TaggedText("zz b", old.text().tags()), old.metadata());
    String written = written(List.of(NewUnit.of(changed)));
    assertTrue(written.contains("zz"), written);
    assertFalse(written.contains("<hi>"), written);
  }

  private static String written(List<NewUnit> given) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TmxWriter tmx = new TmxWriter(out)) {
      given.forEach(unit -> tmx.unit(unit.variants(), unit.metadata()));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aMalformedUnitIsSkippedAndNamedAndTheNextOnesAreRead() throws IOException {
    ReadReport report =
        read(
            tmx(
                unit("one", "bir")
                    + "\n<tu><tuv xml:lang=\"en\"><seg>AT&T</seg></tuv></tu>\n"
                    + unit("three", "üç")
                    + "\n<tu><tuv xml:lang=\"en\"><seg>four</tuv></tu>\n"
                    + unit("five", "beş")));
    assertEquals(List.of("one", "three", "five"), sources());
    assertEquals(5, report.read());
    assertEquals(2, report.skipped());
    assertFalse(report.cut());
    assertEquals(List.of(3L, 5L), report.problems().stream().map(Problem::line).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#1;", "&#xD800;", "&#0;", "\u0001", "&#xFFFFFFFFFF;", "&nosuch;"})
  void aForbiddenCharacterCostsOnlyItsUnit(String forbidden) throws IOException {
    ReadReport report =
        read(
            tmx(
                unit("one", "bir")
                    + unit("Ctrl " + forbidden + " x", "y")
                    + unit("ok &#233;", "é")));
    assertEquals(List.of("one", "ok é"), sources());
    assertEquals(3, report.read());
    assertEquals(1, report.skipped());
    assertFalse(report.cut());
  }

  @Test
  void aReferenceIsReadWhereverTheBufferEnds() throws IOException {
    for (int length = 8170; length < 8200; length++) {
      units.clear();
      read(tmx(unit("x".repeat(length) + "&#233;&amp;&#65;z", "y")));
      assertEquals(List.of("x".repeat(length) + "é&Az"), sources());
    }
  }

  @Test
  void aUnitNestedTooDeepIsSkippedAndTheNextOneIsRead() throws IOException {
    ReadReport report =
        read(
            tmx(
                unit("<hi>".repeat(20_000) + "deep" + "</hi>".repeat(20_000), "dərin")
                    + unit("two", "iki")));
    assertEquals(List.of("two"), sources());
    assertEquals(1, report.skipped());
  }

  @Test
  void whatIsNoTmxIsSaidInOurOwnWords() {
    for (String file : List.of("", "PK\u0003\u0004", "\uFFFF\uFFFF", "<tmx", "{}")) {
      String said = assertThrows(ExchangeException.class, () -> read(file)).getMessage();
      assertTrue(said.matches("This is not TMX: it .*; .*\\."), said);
      assertFalse(said.contains("prolog"), said);
    }
  }

  @Test
  void aFileCutInTheMiddleKeepsWhatIsWholeAndSaysWhereItBreaks() throws IOException {
    String whole = tmx(unit("one", "bir") + "\n" + unit("two", "iki"));
    ReadReport report = read(whole.substring(0, whole.indexOf("iki") + 2));
    assertEquals(List.of("one"), sources());
    assertTrue(report.cut());
    assertEquals("the file breaks off in line 3, in the middle of unit 2", report.brokenOff());
  }

  @Test
  void whereverAFileIsCutTheUnitsBeforeAreKept() throws IOException {
    String whole = tmx(unit("one", "bir") + "\n" + unit("two", "iki") + "\n");
    int firstUnit = whole.indexOf("</tu>") + 5;
    for (int cut = firstUnit; cut < whole.indexOf("</body>"); cut++) {
      units.clear();
      ReadReport report = read(whole.substring(0, cut));
      assertTrue(report.cut(), "cut at " + cut);
      assertEquals(cut < whole.indexOf("</tu>", firstUnit) + 5 ? 1 : 2, units.size(), "at " + cut);
    }
  }

  @Test
  void anEntityIsNeverOpened(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "open sesame");
    ReadReport report =
        read(
            "<!DOCTYPE tmx [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\"><!ENTITY y \"yyy\">]>"
                + tmx(unit("a &x;", "b") + unit("c &y;", "d") + unit("e", "f")));
    assertEquals(List.of("e"), sources());
    assertEquals(2, report.skipped());
    assertFalse(report.problems().toString().contains("sesame"));
  }

  @Test
  void whatAUnitLacksIsSaidAndTheOthersAreKept() throws IOException {
    ReadReport report =
        read(
            tmx(
                "<tu><tuv xml:lang=\"en\"><seg></seg></tuv></tu>"
                    + "<tu></tu>"
                    + "<tu><tuv><seg>no language</seg></tuv></tu>"
                    + "<tu><tuv xml:lang=\"not a tag\"><seg>x</seg></tuv></tu>"
                    + "<tu><tuv xml:lang=\"en\"><seg>half</seg></tuv><tuv xml:lang=\"az\"><seg/>"
                    + "</tuv></tu>"));
    assertEquals(List.of("half"), sources());
    assertEquals(5, report.read());
    assertEquals(4, report.skipped());
  }

  @Test
  void bytesOutsideTheEncodingCostOnlyTheirUnit() throws IOException {
    byte[] good = tmx(unit("one", "b?r") + unit("two", "iki")).getBytes(StandardCharsets.UTF_8);
    good[new String(good, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
    ReadReport report = read(good);
    assertEquals(List.of("two"), sources());
    assertEquals(1, report.skipped());
    assertTrue(
        report.problems().get(0).message().contains("bytes that are not in the file's encoding"),
        report.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "no xml at all", "<html><body/></html>", "\u0000\u0001\u0002"})
  void whatIsNoTmxIsRefusedInOneSentence(String file) {
    ExchangeException e = assertThrows(ExchangeException.class, () -> read(file));
    assertTrue(e.getMessage().startsWith("This is not TMX: "), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  private List<NewUnit> again(List<NewUnit> given) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (TmxWriter writer = new TmxWriter(file)) {
      given.forEach(u -> writer.unit(u.variants(), u.metadata()));
    }
    ReadReport report = read(file.toByteArray());
    assertEquals(List.of(), report.problems());
    assertEquals(given.size(), report.read());
    return units;
  }

  private List<String> sources() {
    return units.stream().map(u -> u.variants().get(0).text().plain()).toList();
  }

  private ReadReport read(String file) throws IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private ReadReport read(byte[] file) throws IOException {
    return TmxReader.read(new ByteArrayInputStream(file), (unit, line) -> units.add(unit));
  }

  private static String tmx(String units) {
    return "<tmx version=\"1.4\"><header/><body>\n" + units + "</body></tmx>";
  }

  private static String unit(String en, String az) {
    return "<tu><tuv xml:lang=\"en\"><seg>"
        + en
        + "</seg></tuv><tuv xml:lang=\"az\"><seg>"
        + az
        + "</seg></tuv></tu>";
  }
}
