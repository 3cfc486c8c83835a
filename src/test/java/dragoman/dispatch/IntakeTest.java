package dragoman.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Segmenter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Intake INTAKE =
      new Intake(Segmenter::ofBundledRules, LanguageDetector.ofBundledModel());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The road to Barda is open again, the ministry said on Saturday.
          az | Bərdəyə gedən yol yenidən açılıb, nazirlik şənbə günü bildirib.
          ru | Дорога в Барду снова открыта, сообщили в министерстве в субботу.
          tr | Bakanlık cumartesi günü yaptığı açıklamada yolun yeniden açıldığını duyurdu.
          hy | Ճանապարհը կրկին բաց է, հայտնել է նախարարությունը շաբաթ օրը։
          ka | გზა კვლავ გაიხსნა, განაცხადა სამინისტრომ შაბათს.
          uk | Дорогу знову відкрито, повідомили в міністерстві у суботу.
          kk | Жол қайта ашылды, деп хабарлады министрлік сенбі күні.
          fr | La route est de nouveau ouverte, a annoncé le ministère samedi.
          de | Die Straße ist wieder offen, teilte das Ministerium am Samstag mit.
          ar | أعلنت الوزارة يوم السبت أن الطريق مفتوح من جديد.
          fa | وزارتخانه روز شنبه اعلام کرد که جاده دوباره باز شده است.
          az | Gəncə
          ru | Съезд
          uk | Київ
          kk | Қазақстан
          hy | Երևան
          ka | თბილისი
          tr | Dağlık bölge
          ar | القاهرة
          fa | گفت‌وگو
          de | Straße
          """)
  void theLanguageIsRankedAmongTheDesks(String language, String text) {
    List<LanguageTag> ranked = LanguageDetector.ofBundledModel().rank(text);
    assertEquals(12, ranked.size());
    assertEquals(LanguageTag.of(language), ranked.get(0), "" + ranked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          date 2020-10-31 By Trend | Trend | Trend | 2020-10-31
          date 2026-11-21 By Desk | Desk | Desk | 2026-11-21
          DATE: 2026-11-21 | - | - | 2026-11-21
          By Leyla Aliyeva, AzerNews | AzerNews | Leyla Aliyeva | -
          By Leyla Aliyeva | - | Leyla Aliyeva | -
          """)
  void aLineThatIsADateLineAlone(String line, String agency, String by, LocalDate dated) {
    DateLine found = DateLine.find(line, TODAY).orElseThrow();
    assertEquals(line.length(), found.end());
    assertEquals(agency == null ? "" : agency, found.agency());
    assertEquals(by == null ? "" : by, found.byLine());
    assertEquals(Optional.ofNullable(dated), found.dated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          BAKU, Azerbaijan, Nov. 21 (Agency) — | Agency | 2026-11-21
          BAKU (Reuters) - | Reuters | -
          Baku, November 21, 2025 — | - | 2025-11-21
          БАКУ, 21 ноября (Агентство) — | Агентство | 2026-11-21
          BAKI, 21 noyabr (Agentlik) – | Agentlik | 2026-11-21
          BERLIN, 3. Dezember (dpa) – | dpa | 2026-12-03
          PARIS, 30 déc. (AFP) — | AFP | 2025-12-30
          """)
  void aDateLineBeforeTheFirstSentence(String line, String agency, LocalDate dated) {
    String text = line + " The road is open.";
    DateLine found = DateLine.find(text, TODAY).orElseThrow();
    assertEquals("The road is open.", text.substring(found.end()));
    assertEquals(agency == null ? "" : agency, found.agency());
    assertEquals(Optional.ofNullable(dated), found.dated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The date 2020-10-31 was chosen by Trend.
          By the end of November the road will be open.
          The minister — a former teacher — spoke first.
          The road, closed since Nov. 18, is open - at last.
          Barda - Ganja: the road is open.
          """)
  void aSentenceIsNoDateLine(String sentence) {
    assertEquals(Optional.empty(), DateLine.find(sentence, TODAY));
  }

  @Test
  void whatAWireSaysOfItselfIsSeenBeforeItIsTakenIn() {
    Intake.Read read =
        INTAKE.read(
            Upload.pasted(
                "Road reopens\nBy Leyla Aliyeva\n\nBAKU, Azerbaijan, Nov. 21 (Agency) — The road is"
                    + " open. Trucks pass.\n"),
            Optional.empty(),
            TODAY);
    Preview preview = read.preview();
    assertEquals("Road reopens", preview.title());
    assertEquals("road-reopens", preview.slug());
    assertEquals("Agency", preview.agency());
    assertEquals("Leyla Aliyeva", preview.byLine());
    assertEquals(Optional.of(LocalDate.of(2026, 11, 21)), preview.dated());
    assertEquals(LanguageTag.of("en"), preview.source());
    assertEquals(5, preview.segments());
    assertEquals(
        List.of(
            Segment.Kind.HEADLINE,
            Segment.Kind.DATELINE,
            Segment.Kind.DATELINE,
            Segment.Kind.TEXT,
            Segment.Kind.TEXT),
        read.pieces().stream().map(Intake.Piece::kind).toList());
    assertEquals("BAKU, Azerbaijan, Nov. 21 (Agency) —", read.pieces().get(2).text().plain());
    assertEquals("The road is open.", read.pieces().get(3).text().plain());
  }

  @Test
  void aFilesNameMakesTheSlug() {
    Upload upload =
        new Upload(
            "C:\\desk\\Gəncə yolu (son).txt",
            "The road is open.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals("gence-yolu-son", INTAKE.read(upload, Optional.empty(), TODAY).preview().slug());
  }

  @Test
  void aTextInAnotherScriptThanTheGivenLanguageIsTakenAsSaid() {
    Preview preview =
        INTAKE
            .read(
                Upload.pasted("الطريق مفتوح. مرت الشاحنات.\n"),
                Optional.of(LanguageTag.of("fa")),
                TODAY)
            .preview();
    assertEquals(LanguageTag.of("fa"), preview.source());
    assertEquals(LanguageTag.of("ar"), preview.candidates().get(0));
    assertEquals(2, preview.segments());
  }

  @Test
  void aSentenceThatIsNoneIsRefused() {
    DocumentException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            DocumentException.class,
            () ->
                INTAKE.read(
                    Upload.pasted("x".repeat(100_001)), Optional.of(LanguageTag.of("en")), TODAY));
    assertTrue(e.getMessage().startsWith("The text has a sentence of 100001 characters"));
  }
}
