package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Kind;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Query;
import dragoman.memory.UnitWriter;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the usual tools write in TMX goes into a memory and comes out again, twice over. */
class TmxToolsTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private static final String TRADOS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx11.dtd">
      <tmx version="1.1">
        <header creationtool="TRADOS Translator's Workbench for Windows" creationtoolversion="Edition 8"
          segtype="sentence" o-tmf="TW4Win 2.0 Format" adminlang="EN-US" srclang="EN-US"
          datatype="rtf" creationdate="20040311T081500Z" creationid="KERIM">
          <note lang="EN-US">Desk of the north</note>
          <prop type="RTFFontTable">{\\fonttbl {\\f1 Times;}}</prop>
          <ude name="Desk" base="Windows-1252"><map unicode="#xF8FF" code="#x80" ent="flag" subst="[flag]"></map></ude>
        </header>
        <body>
          <tu creationdate="20040312T090000Z" creationid="KERIM" changedate="20040401T100000Z"
            changeid="LALA" usagecount="4" lastusagedate="20040402T100000Z">
            <prop type="Txt::Client">Red Crescent</prop>
            <tuv lang="EN-US"><seg>The <bpt i="1">{\\b </bpt>flood<ept i="1">}</ept> reached <ut>{\\line }</ut>Barda.</seg></tuv>
            <tuv lang="AZ"><seg><bpt i="1">{\\b </bpt>Daşqın<ept i="1">}</ept> Bərdəyə çatdı.</seg></tuv>
          </tu>
        </body>
      </tmx>
      """;

  private static final String MEMOQ =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="MemoQ" creationtoolversion="9.8" segtype="sentence" o-tmf="MemoQTM" adminlang="en-us"
          creationid="leyla" srclang="en" datatype="unknown">
          <prop type="defclient">Relief</prop>
          <prop type="description">Two &amp; three</prop>
        </header>
        <body>
          <tu changedate="20250302T101500Z" creationdate="20250301T101500Z" creationid="leyla" changeid="orxan">
            <prop type="client">Relief</prop>
            <prop type="x-document">flood-2.docx</prop>
            <tuv xml:lang="en">
              <prop type="x-context-pre">&lt;seg&gt;Water &amp;amp; food.&lt;/seg&gt;</prop>
              <prop type="x-context-post">&lt;seg&gt;&lt;bpt i='1'&gt;{}&lt;/bpt&gt;It rained.&lt;ept i='1'&gt;{}&lt;/ept&gt;&lt;/seg&gt;</prop>
              <seg>The <ph>&lt;mq:rxt id="1" /&gt;</ph>road is closed.</seg>
            </tuv>
            <tuv xml:lang="az"><seg>Yol <ph>&lt;mq:rxt id="1" /&gt;</ph>bağlıdır.</seg></tuv>
          </tu>
        </body>
      </tmx>
      """;

  private static final String OMEGAT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY own "x">]>
      <tmx version="1.4">
        <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
          creationtoolversion="6.0" segtype="paragraph" srclang="EN"/>
        <body>
      <!-- Default translations -->
          <tu>
            <note>asked the desk</note>
            <tuv xml:lang="EN"><seg><bpt i="0" x="0">&lt;b0&gt;</bpt>Rain<ept i="0">&lt;/b0&gt;</ept> all week.</seg></tuv>
            <tuv xml:lang="AZ" changeid="nigar" changedate="20240105T070000Z" creationid="nigar"
              creationdate="20240105T070000Z"><seg>Bütün həftə <bpt i="0" x="0">&lt;b0&gt;</bpt>yağış<ept i="0">&lt;/b0&gt;</ept>.</seg></tuv>
          </tu>
      <!-- Alternative translations -->
          <tu>
            <prop type="file">week.html</prop>
            <prop type="prev">Before it.</prop>
            <tuv xml:lang="EN"><seg>Snow<it pos="begin" x="1">&lt;i&gt;</it> again.</seg></tuv>
            <tuv xml:lang="AZ"><seg>Yenə<it pos="begin" x="1">&lt;i&gt;</it> qar.</seg></tuv>
          </tu>
        </body>
      </tmx>
      """;

  private static final String WORDFAST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.2">
        <header creationtool="Wordfast TM Editor" creationtoolversion="5" segtype="phrase" o-tmf="WF"
          o-encoding="utf-16le" adminlang="EN-US" srclang="EN-GB" datatype="html"><note o-encoding="koi8-r">n1</note></header>
        <body>
          <tu creationdate="20230602T121212Z" creationid="YA!" usagecount="0" srclang="AZ-AZ" segtype="sentence">
            <prop type="Att::Subject" xml:lang="EN">Weather</prop>
            <tuv xml:lang="EN-GB" o-encoding="utf-8" datatype="html"><note>mild</note><prop type="x-q">3</prop>
              <seg>A <hi type="x-mark">mild</hi> day<ph assoc="p" x="3" type="image">&lt;img alt="<sub type="alt">sun</sub>"&gt;</ph>.</seg></tuv>
            <tuv xml:lang="AZ-AZ"><seg>Mülayim gün.</seg></tuv>
          </tu>
        </body>
      </tmx>
      """;

  private static final Map<String, String> FILES =
      Map.of("trados", TRADOS, "memoq", MEMOQ, "omegat", OMEGAT, "wordfast", WORDFAST);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"trados", "memoq", "omegat", "wordfast"})
  void whatCameInComesOutAndASecondRoundTripChangesNothing(String tool) throws IOException {
    String first = throughAnEmptyFolder("first", FILES.get(tool));
    String second = throughAnEmptyFolder("second", first);
    assertEquals(first, second);
    for (String part : parts(FILES.get(tool))) {
      assertTrue(flat(first).contains(part), part + "\nis not in\n" + flat(first));
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false"})
  void everyEncodingGivesTheSameMemory(String encoding, boolean mark) throws IOException {
    String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
    for (String tool : FILES.keySet()) {
      String file = FILES.get(tool).replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"");
      byte[] bytes = ((mark ? "\uFEFF" : "") + file).getBytes(Charset.forName(encoding));
      String plain = throughAnEmptyFolder("plain-" + tool, FILES.get(tool));
      String coded = throughAnEmptyFolder("coded-" + tool, bytes);
      assertEquals(undated(plain), undated(coded), tool);
    }
  }

  @Test
  void severalFilesInOneMemoryKeepEachItsOwnHeader() throws IOException {
    String both;
    try (Database database = Database.inFolder(folder.resolve("both"));
        Memories memories = Memories.open(database, folder.resolve("both-index"))) {
      Memory memory = memories.create("m", "");
      into(memories, memory, WORDFAST.getBytes(StandardCharsets.UTF_8));
      into(memories, memory, OMEGAT.getBytes(StandardCharsets.UTF_8));
      into(memories, memory, MEMOQ.getBytes(StandardCharsets.UTF_8));
      into(memories, memory, MEMOQ.getBytes(StandardCharsets.UTF_8));
      both = tmx(memories, memory);
    }
    String flat = flat(both);
    // the first header, with the notes and properties of the others once each
    assertEquals(1, count(flat, "<note o-encoding=\"koi8-r\">n1</note>"), flat);
    assertEquals(1, count(flat, "<prop type=\"defclient\">Relief</prop>"), flat);
    assertEquals(1, count(flat, "srclang=\"EN-GB\""), flat);
    // units of the others say themselves what the first header says otherwise
    assertEquals(
        2,
        count(
            flat,
            "segtype=\"paragraph\" srclang=\"EN\" datatype=\"plaintext\" o-tmf=\"OmegaT TMX\""),
        flat);
    assertEquals(1, count(flat, "segtype=\"sentence\" srclang=\"en\""), flat);
    // and what a unit said itself has stayed
    assertEquals(1, count(flat, "srclang=\"AZ-AZ\" segtype=\"sentence\""), flat);
    assertEquals(both, throughAnEmptyFolder("again", both));
  }

  @Test
  void theNeighboursThatMemoqWritesMakeAMatchInContext() throws IOException {
    try (Database database = Database.inFolder(folder.resolve("d"));
        Memories memories = Memories.open(database, folder.resolve("i"))) {
      Memory memory = memories.create("m", "");
      into(memories, memory, MEMOQ.getBytes(StandardCharsets.UTF_8));
      TaggedText source = memories.unit(1).variants().get(0).text();
      Context context = new Context(EN, Optional.of("Water & food."), Optional.of("It rained."));
      Query query = new Query(EN, AZ, source, Optional.of(context), 70, 5, List.of());
      assertEquals(Kind.CONTEXT, memories.lookup(query).get(0).kind());
    }
  }

  @Test
  void aHeaderThatCannotBeReadIsSaidAndTheUnitsAreRead() throws IOException {
    String file =
        OMEGAT.replace("srclang=\"EN\"/>", "srclang=\"EN\"><note>a &own; b</note></header>");
    try (Database database = Database.inFolder(folder.resolve("d"));
        Memories memories = Memories.open(database, folder.resolve("i"))) {
      Memory memory = memories.create("m", "");
      ImportReport report = into(memories, memory, file.getBytes(StandardCharsets.UTF_8));
      assertEquals(2, report.added());
      assertEquals(0, report.skipped());
      assertEquals(1, report.problems().size(), report.problems().toString());
      assertEquals(4, report.problems().get(0).line());
    }
  }

  @Test
  void aFileWithoutItsSourceLanguageNamesNone() throws IOException {
    try (Database database = Database.inFolder(folder.resolve("d"));
        Memories memories = Memories.open(database, folder.resolve("i"))) {
      Memory memory = memories.create("m", "");
      into(memories, memory, TRADOS.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      UnitFile.write(memories, memory, UnitFilter.ofLanguages(List.of(AZ)), out);
      String written = out.toString(StandardCharsets.UTF_8);
      assertTrue(written.contains("srclang=\"*all*\""), written);
      assertFalse(written.contains("EN-US\" datatype"), written);
    }
  }

  /** The parts of a file that must come out as they stand: texts, notes, properties, attributes. */
  private static List<String> parts(String file) {
    return java.util.regex.Pattern.compile(
            "<seg>.*?</seg>|<note.*?</note>|<prop.*?</prop>|<ude.*?</ude>"
                + "|(?<= )(?:usagecount|lastusagedate|changedate|creationdate|creationid|changeid"
                + "|o-tmf|segtype|o-encoding|adminlang|srclang|datatype)=\"[^\"]*\"")
        .matcher(flat(file).replaceAll("(?<=<(note|prop) ?)lang=", "xml:lang="))
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  /** Without the day on which a unit that named none came in. */
  private static String undated(String file) {
    return file.replaceAll(" creationdate=\"[^\"]*\" creationid=\"test\"", "");
  }

  private static String flat(String file) {
    // a > may be written either way
    return file.replaceAll("\\s+", " ").replace("&gt;", ">");
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private String throughAnEmptyFolder(String name, String file) throws IOException {
    return throughAnEmptyFolder(name, file.getBytes(StandardCharsets.UTF_8));
  }

  private String throughAnEmptyFolder(String name, byte[] file) throws IOException {
    Path data = Files.createTempDirectory(folder, name);
    try (Database database = Database.inFolder(data);
        Memories memories = Memories.open(database, data.resolve("index"))) {
      Memory memory = memories.create("m", "");
      ImportReport report = into(memories, memory, file);
      assertEquals(List.of(), report.problems());
      return tmx(memories, memory);
    }
  }

  private static ImportReport into(Memories memories, Memory memory, byte[] file)
      throws IOException {
    try (UnitWriter writer = memories.writer(memory, "test")) {
      return UnitFile.into(writer, "a.tmx", new ByteArrayInputStream(file));
    }
  }

  private static String tmx(Memories memories, Memory memory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitFile.write(memories, memory, UnitFilter.ALL, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
