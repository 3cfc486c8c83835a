package dragoman.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A page given back is the original but for the text. */
class HtmlExportTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag AR = LanguageTag.of("ar");

  private static final String ODD =
      """
      <!DOCTYPE html>
      <HTML Lang=en>
      <head><title>Roads &copy; here</title><meta name=description content='A "fine" page'></head>
      <body bgcolor=white  class = 'a'>
      <p>The road to <b class=x>Barda</b> is&nbsp;open &copy; 2020.
      <img src=a.png alt='A red lorry'> and <a href=x.html title=Simple>link</a>.
      <p>Second &lt;now&gt; &#233;t&#xE9; R&D<br/>with break
      <form action=go><input type=submit value=Send><select name=s><option value=1>One<option selected>Two</select>
      <textarea rows=2>Write &amp; go</textarea></form>
      <p>Choose <select><option>red</option><option>blue</option></select> now and <textarea>free text</textarea> there.</p>
      <p lang=en>Inner. <span lang='en'>More</span>.</p>
      <!-- c &copy; --><script>if (a<b) x("&copy;")</script>
      <pre>
       as   it
      </pre>
      <p>Last &hellip; one</p>
      </body>
      </html>
      """;

  private static Document open(String page) {
    return Documents.open(new Upload("a.html", page.getBytes(StandardCharsets.UTF_8)));
  }

  private static String written(Document document, LanguageTag to, Map<Integer, TaggedText> texts) {
    Document.Written written = document.write(EN, to, texts);
    return new String(written.bytes(), Charset.forName(written.encoding()));
  }

  /** With every text exchanged for itself. */
  private static String same(Document document) {
    Map<Integer, TaggedText> all = new HashMap<>();
    for (int i = 0; i < document.paragraphs().size(); i++) {
      all.put(i, document.paragraphs().get(i).text());
    }
    return written(document, EN, all);
  }

  private static int index(Document document, String plain) {
    List<String> texts = document.paragraphs().stream().map(p -> p.text().plain()).toList();
    assertEquals(true, texts.contains(plain), () -> plain + " in " + texts);
    return texts.indexOf(plain);
  }

  @Test
  void anOddPageStaysByteForByte() {
    Document document = open(ODD);
    assertEquals(ODD, same(document));
    assertEquals(ODD, written(document, EN, Map.of()));
    String windows = ODD.replace("\n", "\r\n");
    assertEquals(windows, same(open(windows)));
  }

  @Test
  void onlyTheTranslatedTextChanges() {
    Document document = open(ODD);
    int road = index(document, "The road to Barda is\u00A0open © 2020.  and link. ");
    TaggedText source = document.paragraphs().get(road).text();
    // the first sentence's words, tags as they are
    TaggedText text =
        new TaggedText(
            source.plain().replace("The road to", "Yol & rah"),
            source.tags().stream().map(t -> t.moved(t.at() - 2)).toList());
    assertEquals(
        ODD.replace("The road to", "Yol &amp; rah").replace("Lang=en", "Lang=az"),
        written(document, AZ, Map.of(road, text)));
  }

  @Test
  void attributesKeepTheirQuotationMarksAndGetThemWhereTheyNeedThem() {
    Document document = open(ODD);
    Map<Integer, TaggedText> texts =
        Map.of(
            index(document, "Simple"), TaggedText.of("Sadə \"keçid\""),
            index(document, "A red lorry"), TaggedText.of("Qırmızı 'yük' maşını"),
            index(document, "Send"), TaggedText.of("Göndər"));
    assertEquals(
        ODD.replace("title=Simple", "title=\"Sadə &quot;keçid&quot;\"")
            .replace("A red lorry", "Qırmızı &#39;yük&#39; maşını")
            .replace("value=Send", "value=Göndər")
            .replace("Lang=en", "Lang=az"),
        written(document, AZ, texts));
  }

  @Test
  void aListToChooseFromAndAFieldAreNoPartOfASentence() {
    Document document = open(ODD);
    for (String text : List.of("red", "blue", "free text", "Two", "Write & go")) {
      assertEquals(List.of(), document.paragraphs().get(index(document, text)).text().tags());
    }
  }

  @Test
  void thePageSaysItsLanguageAndDirection() {
    Document bare = open("<html><body><p>Open.</p></body></html>");
    assertEquals(
        "<html lang=\"ar\" dir=\"rtl\"><body><p>مفتوح.</p></body></html>",
        written(bare, AR, Map.of(0, TaggedText.of("مفتوح."))));
    Document inner =
        open("<html lang='en' dir=\"ltr\"><body><p lang=en>A b.</p><p lang=en>C d.</p>");
    assertEquals(
        "<html lang='ar' dir=\"rtl\"><body><p lang=ar>مفتوح.</p><p lang=en>C d.</p>",
        written(inner, AR, Map.of(0, TaggedText.of("مفتوح."))));
  }

  @Test
  void aBreakBeforeACodeIsNoSpaceBehindIt() {
    Document document = open("<p>word<br><b class=x>word");
    assertEquals("<p>word<br><b class=x>word", same(document));
  }

  @Property(tries = 400)
  void whateverThePageHoldsItStays(@ForAll("pages") String page) {
    Document document = open("<html><body><p>Text.</p>" + page);
    assertEquals("<html><body><p>Text.</p>" + page, same(document));
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "<b class=x>",
            "</b>",
            "<i>",
            "</i>",
            "<br>",
            "<BR />",
            "\n",
            "  ",
            "\t",
            "word",
            "Two words. ",
            "&copy;",
            "&amp;",
            "&nbsp;",
            " & ",
            "&#8212;",
            "&unknown;",
            "\"",
            "'",
            " > ",
            "<img src=a.png alt=Lorry>",
            "<img alt='A \"b\"' src='c'>",
            "<li>",
            "<td width=1>",
            "<!-- c -->",
            "<a href=\"x?a=1&b=2\">",
            "</a>",
            "ə",
            "😀",
            "<span translate=no>Keep</span>",
            "<hr>",
            "<h2 id = q>",
            "</h2>",
            "<input value=Go>",
            "<select><option>One<option>Two</select>",
            "<textarea>a &lt; b</textarea>")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
