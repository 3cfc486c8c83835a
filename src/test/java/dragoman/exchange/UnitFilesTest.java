package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.memory.NewUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFilesTest {
  private final List<NewUnit> units = new ArrayList<>();

  @Test
  void aTableOfSentencesIsReadWithQuotesAndEmptyCells() throws IOException {
    ReadReport report =
        read("a.csv", "en,az,ru\r\n\"One, \"\"two\"\"\",Bir,\r\n,,\r\nThree,Üç,Три\r\n");
    assertEquals(List.of("One, \"two\"|Bir", "Three|Üç|Три"), texts());
    assertEquals(1, report.skipped());
  }

  @Test
  void tabSeparatedTextKeepsItsQuotes() throws IOException {
    read("a.tsv", "en\taz\nHe said \"no\".\tO dedi: \"yox\".\n");
    assertEquals(List.of("He said \"no\".|O dedi: \"yox\"."), texts());
  }

  @Test
  void aRowWithBytesThatAreNotUtf8IsSkipped() throws IOException {
    byte[] file = "en,az\nOne,b?r\nTwo,iki\n".getBytes(StandardCharsets.UTF_8);
    file[11] = (byte) 0xE7;
    ReadReport report = UnitFile.read("a.csv", new ByteArrayInputStream(file), this::take);
    assertEquals(List.of("Two|iki"), texts());
    assertEquals(1, report.skipped());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one column\nx\n", "en,en\na,b\n", "not a tag,az\na,b\n"})
  void aTableWithoutTwoLanguagesIsRefused(String file) {
    assertThrows(ExchangeException.class, () -> read("a.csv", file));
  }

  @Test
  void xliffOfBothGenerationsGivesPairsWithTheirTags() throws IOException {
    read(
        "a.xlf",
        "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"az\"><body>"
            + "<trans-unit id=\"1\"><source>Hello <g id=\"1\">world</g><x id=\"2\"/></source>"
            + "<target>Salam <g id=\"1\">dünya</g></target><alt-trans><source>no</source>"
            + "<target>yox</target></alt-trans></trans-unit>"
            + "<trans-unit id=\"2\"><source>Lonely</source></trans-unit></body></file></xliff>");
    read(
        "b.xliff",
        "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"ru\"><file id=\"f\"><unit id=\"u\"><segment>"
            + "<source>A <pc id=\"1\">b</pc></source><target>А <pc id=\"1\">б</pc></target>"
            + "</segment></unit></file></xliff>");
    assertEquals(List.of("Hello world|Salam dünya", "A b|А б"), texts());
    assertEquals(3, units.get(0).variants().get(0).text().tags().size());
    assertEquals("ru", units.get(1).variants().get(1).language().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.doc", "noending", "a.tbx"})
  void anUnknownEndingIsRefusedBeforeReading(String name) {
    ExchangeException e = assertThrows(ExchangeException.class, () -> read(name, "x"));
    assertTrue(e.getMessage().contains("should end in"), e.getMessage());
  }

  @Test
  void theSampleMemoryIsReadWithoutAProblem() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/tmx/news.tmx")) {
      ReadReport report = UnitFile.read("news.tmx", in, this::take);
      assertEquals(List.of(), report.problems());
      assertTrue(units.size() >= 150, "units: " + units.size());
      assertTrue(units.stream().allMatch(u -> u.variants().size() == 5));
    }
  }

  private void take(NewUnit unit, long line) {
    units.add(unit);
  }

  private ReadReport read(String name, String text) throws IOException {
    return UnitFile.read(
        name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), this::take);
  }

  private List<String> texts() {
    return units.stream()
        .map(u -> String.join("|", u.variants().stream().map(v -> v.text().plain()).toList()))
        .toList();
  }
}
