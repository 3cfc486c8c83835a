package dragoman.dispatch;

import static dragoman.dispatch.Desk.AR;
import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static dragoman.dispatch.Docx.paragraph;
import static dragoman.dispatch.Docx.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.segmentation.Segmenter;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static final Segmenter SEGMENTER = Segmenter.ofBundledRules();

  private static final String RUSSIAN =
      "Дорога в Барду открыта\n\nДвенадцать грузовиков выехали из Гянджи утром. Никто не"
          + " пострадал, сообщили в министерстве.\n";
  private static final String TURKISH =
      "Berde yolu açıldı\n\nOn iki kamyon sabah erkenden Gence'den yola çıktı. Bakanlık, ölen ya"
          + " da yaralanan olmadığını, kışın güçlü geçtiğini söyledi.\n";
  private static final String FRENCH =
      "La route de Barda est rouverte\n\nDouze camions ont quitté Gandja à l'aube. Personne n'a"
          + " été blessé, a précisé le ministère français.\n";
  private static final String ARABIC =
      "فتح الطريق إلى بردا\n\nغادرت اثنتا عشرة شاحنة مدينة كنجة في الصباح. ولم يصب أحد بأذى،"
          + " بحسب الوزارة.\n";

  @ParameterizedTest
  @CsvSource({
    "windows-1251, ru",
    "KOI8-R, ru",
    "IBM866, ru",
    "windows-1254, tr",
    "windows-1252, fr",
    "windows-1256, ar",
    "UTF-8, ar",
    "UTF-16LE, ru",
    "UTF-16BE, fr"
  })
  void aTextInAnyCommonEncodingIsReadAndWrittenByteForByte(String encoding, String language) {
    String text =
        Map.of("ru", RUSSIAN, "tr", TURKISH, "fr", FRENCH, "ar", ARABIC)
            .get(language)
            .replace("\n", "\r\n");
    byte[] bytes = text.getBytes(Charset.forName(encoding));
    Document document = Documents.open(new Upload("news.txt", bytes));
    assertEquals(encoding, document.encoding());
    assertEquals(2, document.paragraphs().size());
    assertEquals(
        text.lines().findFirst().orElseThrow(), document.paragraphs().get(0).text().plain());
    assertArrayEquals(bytes, document.write(EN, AZ, Map.of()).bytes());
    assertArrayEquals(bytes, rewritten(document, text1 -> text1).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One.\nTwo.\n",
        "One.\r\nTwo.\r\n\r\n",
        "One.\rTwo.\r",
        "\uFEFFOne.\nTwo.",
        "\uFEFF\n\n  One.  \n\tTwo. \n\n\n",
        "One.\u00A0\nTwo.\f\n",
        "One."
      })
  void lineEndsMarksAndWhiteSpaceStay(String text) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      if (charset.equals(StandardCharsets.UTF_16LE) && !text.startsWith("\uFEFF")) {
        continue;
      }
      byte[] bytes = text.getBytes(charset);
      Document document = Documents.open(new Upload("a.txt", bytes));
      assertArrayEquals(bytes, rewritten(document, same -> same).bytes());
      String other = text.replace("One", "Bir");
      assertArrayEquals(
          other.getBytes(charset), rewritten(document, t -> t.replace("One", "Bir")).bytes());
    }
  }

  @Test
  void aTextGoesToUtf8WhereItsEncodingLacksLetters() {
    byte[] bytes = RUSSIAN.getBytes(Charset.forName("windows-1251"));
    Document document = Documents.open(new Upload("a.txt", bytes));
    Document.Written written =
        document.write(RU, AZ, Map.of(0, TaggedText.of("Bərdə yolu açıqdır")));
    assertEquals("UTF-8", written.encoding());
    assertTrue(
        new String(written.bytes(), StandardCharsets.UTF_8)
            .startsWith("Bərdə yolu açıqdır\n\nДвенадцать"));
  }

  @Test
  void linesBrokenToAWidthAreOneParagraphAndAreBrokenAgain() {
    String text =
        """
        CONVOY

        A convoy of twelve trucks carrying food and blankets arrived
        in Barda on Saturday, the district office said. Traffic is
        moving in both directions again after a week of heavy snow in
        the hills.

        Drivers are asked to use chains on mountain roads until the
        end of the month.
        """;
    Document document = Documents.open(Upload.pasted(text));
    assertEquals(3, document.paragraphs().size());
    assertTrue(
        document.paragraphs().get(1).text().plain().contains("arrived in Barda on Saturday"));
    assertEquals(text, string(rewritten(document, same -> same)));
    String written =
        string(document.write(EN, AZ, Map.of(1, TaggedText.of("söz ".repeat(40).strip()))));
    assertTrue(written.lines().allMatch(line -> line.length() <= 62), written);
    assertTrue(written.contains("söz\nsöz"), written);
    assertTrue(written.endsWith("until the\nend of the month.\n"), written);
  }

  @Test
  void linesThatAreSentencesAreParagraphsHoweverEvenTheyAre() {
    String text = "A short line of a wire has some few words in it.\n".repeat(40);
    assertEquals(40, Documents.open(Upload.pasted(text)).paragraphs().size());
    String endless = "A line without an end that goes on and on here\n".repeat(3000);
    List<Paragraph> read = Documents.open(Upload.pasted(endless)).paragraphs();
    assertTrue(read.stream().allMatch(p -> p.text().plain().length() < 100_000));
  }

  @Test
  void aPageKeepsEverythingButItsText() {
    String page =
        """
        <!DOCTYPE html>
        <!-- before -->
        <html lang="en" class='x'>
        <head><meta charset="utf-8"><title>Roads &amp; bridges</title>
        <style>p > b { color: red }</style>
        <script>if (a < b && c) { say("Not text."); }</script></head>
        <body>
        <h1 id="top">Roads   are open</h1>
        <p>The road to <b>Barda</b> is&nbsp;open.<br>Two <a href="x.html" title="A &quot;fine&quot; one"><i>schools &amp; one</i> clinic</a> work.</p>
        <p>Look <img src="a.png" alt="A red lorry"> here: <span translate="no">Azərişıq</span> is "back" &lt;now&gt;.</p>
        <ul><li>One<li>Two</ul>
        <div id="empty"></div><i class="icon"></i><p></p>
        <!-- inside --><table><tr><td>Cell</td></tr></table>
        <pre>
          as   it
            stands
        </pre>
        </body>
        </html>
        """;
    Document document = Documents.open(new Upload("a.html", page.getBytes(StandardCharsets.UTF_8)));
    assertEquals(page, string(rewritten(document, same -> same)));
    String upper = string(rewritten(document, text -> text.replace('o', '0')));
    assertTrue(
        upper.contains("<p>The r0ad t0 <b>Barda</b> is&nbsp;0pen.<br>Tw0 <a href=\"x.html\""));
    assertTrue(upper.contains("title=\"A &quot;fine&quot; 0ne\">"), upper);
    assertTrue(upper.contains("alt=\"A red l0rry\""), upper);
    assertTrue(upper.contains("<span translate=\"no\">Azərişıq</span>"), upper);
    assertTrue(upper.contains("say(\"Not text.\")"), upper);
    List<String> labels =
        document.paragraphs().stream()
            .flatMap(p -> p.text().tags().stream())
            .filter(tag -> tag.kind() != Tag.Kind.CLOSE)
            .map(Tag::label)
            .toList();
    assertTrue(labels.containsAll(List.of("b", "br", "a", "i", "img", "Azərişıq")), "" + labels);
  }

  @Test
  void aPageInAnotherEncodingKeepsItAndWritesWhatItLacksAsReferences() {
    String page =
        "<html lang=\"ru\"><head><meta charset=\"windows-1251\"><title>Дорога</title></head>"
            + "<body><p>Дорога открыта.</p></body></html>";
    Charset charset = Charset.forName("windows-1251");
    Document document = Documents.open(new Upload("a.htm", page.getBytes(charset)));
    assertEquals("windows-1251", document.encoding());
    assertArrayEquals(page.getBytes(charset), document.write(RU, RU, Map.of()).bytes());
    String written =
        new String(document.write(RU, AZ, Map.of(0, TaggedText.of("Bərdə"))).bytes(), charset);
    assertTrue(written.contains("<title>B&#x0259;rd&#x0259;</title>"), written);
    assertTrue(written.contains("<html lang=\"az\">"), written);
    assertTrue(written.contains("charset=\"windows-1251\""), written);
  }

  @Test
  void aPageInArabicIsWrittenFromRightToLeft() {
    String page = "<html lang=\"en\"><body><p>The road is open.</p></body></html>";
    Document document = Documents.open(new Upload("a.html", page.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "<html lang=\"ar\" dir=\"rtl\"><body><p>الطريق مفتوح.</p></body></html>",
        string(document.write(EN, AR, Map.of(0, TaggedText.of("الطريق مفتوح.")))));
  }

  @Test
  void signsThatOkapiKeepsForItselfDoNoHarm() {
    String page =
        "<p>An icon \uE101 here and \uE102\uE110 there. Then &#xE103; &#57601;x <b>it</b>.</p>";
    Document document = Documents.open(new Upload("a.html", page.getBytes(StandardCharsets.UTF_8)));
    assertTrue(string(rewritten(document, same -> same)).startsWith("<p>An icon "));
    assertTrue(
        string(document.write(EN, AZ, Map.of(0, TaggedText.of("İkon \uE101 \uE103"))))
            .startsWith("<p>İkon "));
  }

  @Test
  void aPieceOfAPageStaysAPiece() {
    String piece = "<!-- c --><p>Salt &amp; <b>bread. More</b> of it.</p>\n";
    Document document =
        Documents.open(new Upload("a.html", piece.getBytes(StandardCharsets.UTF_8)));
    assertEquals(piece, string(rewritten(document, same -> same)));
  }

  @Test
  void aWordDocumentKeepsEverythingButItsText() {
    byte[] docx =
        Docx.of(
            paragraph(run("Roads are open")),
            paragraph(
                run("The "),
                run("road", "<w:b/>"),
                run(" to Barda is open. See "),
                "<w:hyperlink r:id=\"rId9\">" + run("the map") + "</w:hyperlink>",
                run("."),
                "<w:r><w:footnoteReference w:id=\"2\"/></w:r>",
                run(" Phone:"),
                "<w:r><w:br/></w:r>",
                run("012"),
                "<w:r><w:tab/></w:r>",
                run("555.")),
            paragraph(run("All of it bold. Really.", "<w:b/>")),
            "<w:tbl><w:tr><w:tc>" + paragraph(run("Cell")) + "</w:tc></w:tr></w:tbl>");
    Document document = Documents.open(new Upload("a.docx", docx));
    assertEquals(
        List.of(
            "Roads are open",
            "The road to Barda is open. See the map. Phone: 012 555.",
            "All of it bold. Really.",
            "Cell",
            "Morning bulletin",
            " Counted in the evening."),
        document.paragraphs().stream().map(p -> p.text().plain()).toList());

    Document.Written same = rewritten(document, text -> text);
    assertEquals(
        document.paragraphs(), Documents.open(new Upload("b.docx", same.bytes())).paragraphs());

    byte[] other = rewritten(document, text -> text.replace('o', '0')).bytes();
    String xml = Docx.part(other, "word/document.xml");
    assertTrue(xml.contains("<w:rPr><w:b/></w:rPr><w:t>r0ad</w:t>"), xml);
    assertTrue(xml.contains("<w:hyperlink r:id=\"rId9\">"), xml);
    assertTrue(xml.contains("<w:footnoteReference w:id=\"2\"/>"), xml);
    assertTrue(xml.contains("<w:br/><w:t>012</w:t><w:tab/><w:t>555.</w:t>"), xml);
    assertTrue(
        xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">All 0f it b0ld. Really."),
        xml);
    assertTrue(Docx.part(other, "word/header1.xml").contains("M0rning bulletin"));
    assertTrue(Docx.part(other, "word/footnotes.xml").contains("C0unted in the evening."));
  }

  @Test
  void aWordDocumentInArabicIsWrittenFromRightToLeft() {
    Document document =
        Documents.open(new Upload("a.docx", Docx.of(paragraph(run("The road is open.")))));
    byte[] written = document.write(EN, AR, Map.of(0, TaggedText.of("الطريق مفتوح."))).bytes();
    String xml = Docx.part(written, "word/document.xml");
    assertTrue(xml.contains("<w:bidi/>") && xml.contains("<w:rtl/>"), xml);
    assertTrue(xml.contains("الطريق مفتوح."), xml);
  }

  @Test
  void aPictureOrFootnoteThatATranslatorLeavesOutIsKept() {
    byte[] docx =
        Docx.of(
            paragraph(
                run("One"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", run(" is enough.")));
    Document document = Documents.open(new Upload("a.docx", docx));
    byte[] written = translated(document, source -> TaggedText.of("Biri bəsdir.")).bytes();
    String xml = Docx.part(written, "word/document.xml");
    assertTrue(xml.contains("Biri bəsdir.</w:t><w:footnoteReference w:id=\"2\"/>"), xml);
  }

  @Test
  void formattingThatIsTornOrCrossedNeverBreaksTheDocument() {
    byte[] docx =
        Docx.of(paragraph(run("A "), run("bold", "<w:b/>"), run(" and "), run("thin", "<w:i/>")));
    Document document = Documents.open(new Upload("a.docx", docx));
    List<Tag> tags = document.paragraphs().get(0).text().tags();
    List<TaggedText> torn =
        List.of(
            TaggedText.of("Heç biri"),
            new TaggedText("Yarım", List.of(tags.get(0).moved(1))),
            new TaggedText(
                "Çarpaz",
                List.of(
                    tags.get(0).moved(0),
                    tags.get(2).moved(1),
                    tags.get(1).moved(2),
                    tags.get(3).moved(3))),
            new TaggedText("Tərs", List.of(tags.get(1).moved(0), tags.get(0).moved(2))));
    for (TaggedText text : torn) {
      byte[] written = document.write(EN, AZ, Map.of(0, text)).bytes();
      Document again = Documents.open(new Upload("b.docx", written));
      assertEquals(text.plain(), again.paragraphs().get(0).text().plain());
    }
  }

  @Test
  void everySampleComesBackTheSame() throws IOException {
    for (String name : List.of("convoy.txt", "schools.html", "ministry.docx")) {
      try (InputStream in = Upload.class.getResourceAsStream("/dragoman/demo/" + name)) {
        byte[] bytes = in.readAllBytes();
        Document document = Documents.open(new Upload(name, bytes));
        Document.Written same = rewritten(document, text -> text);
        if (document.format() == Format.DOCX) {
          assertEquals(
              document.paragraphs(), Documents.open(new Upload(name, same.bytes())).paragraphs());
        } else {
          assertEquals(new String(bytes, StandardCharsets.UTF_8), string(same));
        }
      }
    }
  }

  /** Cuts every paragraph, changes every sentence's text and puts everything together again. */
  private static Document.Written rewritten(Document document, UnaryOperator<String> change) {
    return translated(document, text -> new TaggedText(change.apply(text.plain()), text.tags()));
  }

  private static Document.Written translated(Document document, UnaryOperator<TaggedText> change) {
    Map<Integer, TaggedText> changed = new HashMap<>();
    List<Paragraph> paragraphs = document.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      TaggedText text = paragraphs.get(i).text();
      Splitting splitting = new Splitting(text, SEGMENTER.split(EN, text.plain()));
      Map<Integer, TaggedText> exchanged = new HashMap<>();
      List<TaggedText> sentences = new ArrayList<>(splitting.texts());
      for (int j = 0; j < sentences.size(); j++) {
        TaggedText source = sentences.get(j);
        TaggedText target = change.apply(source);
        if (!target.equals(source)) {
          exchanged.put(j, Tags.withObjects(source, target));
        }
      }
      assertEquals(text, splitting.joined(Map.of()));
      if (!exchanged.isEmpty()) {
        changed.put(i, splitting.joined(exchanged));
      }
    }
    return document.write(EN, EN, changed);
  }

  private static String string(Document.Written written) {
    return new String(written.bytes(), Charset.forName(written.encoding()));
  }
}
