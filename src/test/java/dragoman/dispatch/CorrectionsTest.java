package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  private static final String FIRST =
      "Convoy reaches Barda\n\nThe road to Barda is open. Twelve trucks left Ganja in the morning.\n\n"
          + "Nobody was hurt. The bridge is closed.\n";
  private static final String SECOND =
      "Convoy has reached Barda\n\nA new first sentence. The road to Barda is open. Fourteen trucks left"
          + " Ganja in the morning.\n\nNobody was hurt.\n";

  private Desk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    desk = Desk.in(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aNewerVersionKeepsWhatDidNotChangeWithItsState() {
    walk(desk);
  }

  @Test
  void aNewerVersionKeepsWhatDidNotChangeOnPostgres(@TempDir Path folder) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Desk other =
            new Desk(
                Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                folder.resolve("pg"))) {
      walk(other);
    }
  }

  private static void walk(Desk desk) {
    Dispatch dispatch = desk.dispatch(FIRST, AZ, RU);
    desk.save(desk.row(dispatch, AZ, 2), "Bərdəyə yol açıqdır.", SegmentState.REVIEWED);
    desk.save(desk.row(dispatch, AZ, 3), "Səhər on iki maşın çıxıb.", SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, RU, 4), "Никто не пострадал.", SegmentState.FINAL);
    SegmentRow bridge =
        desk.save(desk.row(dispatch, AZ, 5), "Körpü bağlıdır.", SegmentState.TRANSLATED);
    Dispatch done =
        desk.dispatches.update(
            desk.dispatches.get(dispatch.id()).withState(Dispatch.State.DONE), "Leyla");

    Correction seen = desk.dispatches.corrections().preview(dispatch.id(), Upload.pasted(SECOND));
    assertEquals(List.of(2, 2, 1, 1), counts(seen));
    assertEquals(5, desk.rows(dispatch, AZ).size());

    Correction made =
        desk.dispatches
            .corrections()
            .bringIn(dispatch.id(), done.version(), Upload.pasted(SECOND), false, "Rauf");
    assertEquals(List.of(2, 2, 1, 1), counts(made));
    assertEquals(dispatch.identity(), made.dispatch().identity());
    assertEquals("Convoy has reached Barda", made.dispatch().title());
    assertEquals(Dispatch.State.OPEN, made.dispatch().state());
    assertEquals(5, made.dispatch().targets().get(0).segments());
    assertEquals(1, made.dispatch().targets().get(0).confirmed());
    assertEquals(1, made.dispatch().targets().get(1).confirmed());

    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    assertEquals(
        List.of(
            "1 Convoy has reached Barda",
            "2 A new first sentence.",
            "3 The road to Barda is open.",
            "4 Fourteen trucks left Ganja in the morning.",
            "5 Nobody was hurt."),
        rows.stream()
            .map(row -> row.segment().number() + " " + row.segment().source().plain())
            .toList());
    assertEquals(SegmentState.NEW, rows.get(1).translation().state());
    assertEquals(SegmentState.REVIEWED, rows.get(2).translation().state());
    assertEquals("Bərdəyə yol açıqdır.", rows.get(2).translation().target().plain());
    assertEquals(SegmentState.DRAFT, rows.get(3).translation().state());
    assertEquals("Səhər on iki maşın çıxıb.", rows.get(3).translation().target().plain());
    assertTrue(rows.get(3).translation().unit().isEmpty());
    assertEquals(SegmentState.FINAL, desk.row(dispatch, RU, 5).translation().state());
    // what was taken out is in the history still
    assertEquals(
        "Körpü bağlıdır.",
        desk.dispatches.history(bridge.segment().id(), AZ).get(0).target().plain());
    assertEquals(
        SECOND
            .replace("The road to Barda is open.", "Bərdəyə yol açıqdır.")
            .replace("Fourteen trucks left Ganja in the morning.", "Səhər on iki maşın çıxıb."),
        desk.exported(dispatch, AZ));
    assertEquals(SECOND, desk.exported(dispatch, Desk.EN));
    // a changed sentence, confirmed anew, leaves what the memory had
    desk.save(rows.get(3), "Səhər on dörd maşın çıxıb.", SegmentState.TRANSLATED);
    assertEquals(
        "Səhər on iki maşın çıxıb.",
        desk.lookup(Desk.EN, AZ, "Twelve trucks left Ganja in the morning.")
            .get(0)
            .target()
            .text()
            .plain());
    assertThrows(
        StaleVersionException.class,
        () ->
            desk.dispatches
                .corrections()
                .bringIn(dispatch.id(), done.version(), Upload.pasted(FIRST), false, "Rauf"));
    Correction undone =
        desk.dispatches
            .corrections()
            .undo(dispatch.id(), desk.dispatches.get(dispatch.id()).version(), "Rauf");
    assertEquals(3, undone.restored());
    assertEquals(List.of(2, 0, 0, 1), counts(undone));
    assertEquals(SegmentState.TRANSLATED, desk.row(dispatch, AZ, 3).translation().state());
    assertEquals("Körpü bağlıdır.", desk.row(dispatch, AZ, 5).translation().target().plain());
    assertEquals(FIRST, desk.exported(dispatch, Desk.EN));
  }

  @Test
  void joinsAndSplitsHoldInANewerVersionWhereTheSameWordsStand() {
    String text = "We met Maharramov today. He spoke. The road is open and trucks left.\n";
    Dispatch dispatch = desk.dispatch(text, AZ);
    join(dispatch, 1);
    int at = "The road is open".length();
    Segment road = desk.row(dispatch, AZ, 2).segment();
    Cuts.Cut split =
        desk.dispatches
            .cuts()
            .split(new Cuts.Seen(road.id(), road.version()), at, Optional.empty(), "Leyla");
    desk.save(desk.row(dispatch, AZ, 1), "Biz görüşdük. O danışdı.", SegmentState.TRANSLATED);

    String newer =
        "News first. Yesterday we met Maharramov today. He spoke. Now the road is open and trucks"
            + " left.\nOther paragraph.\n";
    Correction made = bringIn(dispatch, newer);
    assertEquals(2, made.choices());
    assertEquals(
        List.of(
            "News first.",
            "Yesterday we met Maharramov today. He spoke.",
            "Now the road is open",
            "and trucks left.",
            "Other paragraph."),
        desk.rows(dispatch, AZ).stream().map(row -> row.segment().source().plain()).toList());
    assertEquals(SegmentState.DRAFT, desk.row(dispatch, AZ, 2).translation().state());
    assertThrows(
        IllegalArgumentException.class,
        () -> desk.dispatches.cuts().undo(dispatch.id(), split.example().id(), "Leyla"));
    // the sentences can be cut on, and the choices hold again in the next version
    join(dispatch, 3);
    Correction again = bringIn(dispatch, newer);
    assertEquals(4, again.kept());
    assertEquals("Now the road is open and trucks left.", source(dispatch, 3));
  }

  @Test
  void tagsWithOtherNumbersAreTheSameTags() {
    Dispatch dispatch = page("<p>One <b>two</b> three. Four.</p>");
    SegmentRow row = desk.row(dispatch, AZ, 1);
    desk.save(row, row.segment().source(), SegmentState.TRANSLATED);
    Correction made =
        bringIn(dispatch, html("<p><i>New</i> words. One <b>two</b> three. <b>Four.</b></p>"));
    assertEquals(List.of(2, 0, 1, 0), counts(made));
    assertEquals(SegmentState.TRANSLATED, desk.row(dispatch, AZ, 2).translation().state());
    assertEquals(
        html("<p><i>New</i> words. One <b>two</b> three. <b>Four.</b></p>")
            .replace("lang=\"en\"", "lang=\"az\""),
        desk.exported(dispatch, AZ));
    // another tag is another sentence
    assertEquals(
        List.of(2, 1, 0, 0),
        counts(bringIn(dispatch, html("<p><i>New</i> words. One <i>two</i> three. Four.</p>"))));
    assertEquals(SegmentState.DRAFT, desk.row(dispatch, AZ, 2).translation().state());
  }

  @Test
  void theSameVersionAgainChangesNothingAndABrokenOneIsRefused() {
    Dispatch dispatch = desk.dispatch(FIRST, AZ);
    List<SegmentRow> before = desk.rows(dispatch, AZ);
    assertEquals(List.of(5, 0, 0, 0), counts(bringIn(dispatch, FIRST)));
    assertEquals(before, desk.rows(dispatch, AZ));
    assertThrows(DocumentException.class, () -> bringIn(dispatch, "  \n"));
    assertArrayEquals(FIRST.getBytes(StandardCharsets.UTF_8), desk.export(dispatch, Desk.EN));
  }

  @Test
  void aLongDispatchIsMatchedAcrossManySentencesThatAreTheSame() {
    StringBuilder old = new StringBuilder();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String line = i % 3 == 0 ? "No news." : "Item " + i / 2 + " is here.";
      lines.add(line);
      old.append(line).append('\n');
    }
    Dispatch dispatch = desk.dispatch(old.toString(), AZ);
    lines.subList(100, 120).clear();
    lines.add(5, "An added line.");
    Correction made = bringIn(dispatch, String.join("\n", lines) + "\n");
    assertEquals(List.of(380, 0, 1, 20), counts(made));
  }

  private Dispatch page(String body) {
    return desk.file("p.html", html(body).getBytes(StandardCharsets.UTF_8), AZ);
  }

  private static String html(String body) {
    return "<html lang=\"en\"><body>" + body + "</body></html>";
  }

  private static final String RIGHT =
      "Convoy reaches Barda\n\nThe road to Barda is open again after three days of heavy rain."
          + " Twelve trucks left Ganja early in the morning.\n\nNobody was hurt on the way.\n";
  private static final String WRONG =
      "Сегодня в Баку прошла встреча министров двух стран. Они обсудили вопросы торговли и"
          + " транспорта.\n";

  @Test
  void anotherLanguagesTextIsHeldUntilItIsSaidThatItIsMeant() {
    Dispatch dispatch = translated();
    Correction seen = desk.dispatches.corrections().preview(dispatch.id(), Upload.pasted(WRONG));
    assertTrue(seen.held());
    assertEquals(
        List.of(
            "This looks like Russian; the dispatch is in English.",
            "Nothing is as before: 2 translations and 1 draft would go."),
        seen.doubts());
    assertEquals(List.of(2, 1), List.of(seen.translations(), seen.drafts()));
    List<SegmentRow> before = desk.rows(dispatch, AZ);
    HeldCorrectionException held =
        assertThrows(HeldCorrectionException.class, () -> bringIn(dispatch, WRONG));
    assertTrue(held.getMessage().startsWith("This looks like Russian"), held.getMessage());
    assertEquals(before, desk.rows(dispatch, AZ));
    bringIn(dispatch, WRONG, true);
    assertEquals(2, desk.rows(dispatch, AZ).size());
  }

  @Test
  void theRightDocumentBringsBackWhatTheWrongOneTookAway() {
    Dispatch dispatch = translated();
    List<String> before = written(dispatch);
    bringIn(dispatch, WRONG, true);
    assertEquals(List.of(" NEW", " NEW"), written(dispatch).subList(0, 2));
    Correction back = bringIn(dispatch, RIGHT);
    assertEquals(4, back.restored());
    assertEquals(List.of(0, 0, 0, 2), counts(back));
    assertEquals("Convoy reaches Barda", back.dispatch().title());
    assertEquals(before, written(dispatch));
    assertEquals(2, back.dispatch().targets().get(0).confirmed());
    // what came back goes and comes back once more, and can be written on
    bringIn(dispatch, WRONG, true);
    bringIn(dispatch, RIGHT);
    assertEquals(before, written(dispatch));
    desk.save(desk.row(dispatch, AZ, 2), "Yol açıqdır.", SegmentState.TRANSLATED);
    assertEquals("Yol açıqdır.", desk.row(dispatch, AZ, 2).translation().target().plain());
  }

  @Test
  void aSentenceThatIsAgainWhatItWasIsConfirmedAgain() {
    Dispatch dispatch = translated();
    List<String> before = written(dispatch);
    Correction changed = bringIn(dispatch, RIGHT.replace("Twelve", "Fourteen"));
    assertEquals(List.of(3, 1, 0, 0), counts(changed));
    assertEquals(SegmentState.DRAFT, desk.row(dispatch, AZ, 3).translation().state());
    assertEquals(1, bringIn(dispatch, RIGHT).restored());
    assertEquals(before, written(dispatch));
  }

  @Test
  void anUndoneVersionLeavesTheDispatchAsItWas() {
    Dispatch dispatch = translated();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            desk.dispatches
                .corrections()
                .undo(dispatch.id(), desk.dispatches.get(dispatch.id()).version(), "Rauf"));
    List<String> before = written(dispatch);
    Correction wrong = bringIn(dispatch, WRONG, true);
    Correction undone =
        desk.dispatches.corrections().undo(dispatch.id(), wrong.dispatch().version(), "Rauf");
    assertEquals(4, undone.restored());
    assertEquals(before, written(dispatch));
    assertEquals(RIGHT, desk.exported(dispatch, Desk.EN));
  }

  @Test
  void aSentenceThatIsMovedKeepsItsTranslation() {
    Dispatch dispatch = desk.dispatch(FIRST, AZ);
    desk.save(desk.row(dispatch, AZ, 4), "Heç kim xəsarət almayıb.", SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, AZ, 5), "Körpü bağlıdır.", SegmentState.DRAFT);
    Correction made =
        bringIn(
            dispatch,
            "Convoy reaches Barda\n\nNobody was hurt. The bridge is closed.\n\nNew words stand"
                + " here. The road to Barda is open. Twelve trucks left Ganja in the morning.\n");
    assertEquals(List.of(5, 0, 1, 0), counts(made));
    assertEquals(SegmentState.TRANSLATED, desk.row(dispatch, AZ, 2).translation().state());
    assertEquals("Körpü bağlıdır.", desk.row(dispatch, AZ, 3).translation().target().plain());
  }

  @Test
  void anotherFormatIsSaidAndNotHeld() {
    Dispatch dispatch = page("<p>One two three. Four.</p>");
    Correction seen =
        desk.dispatches
            .corrections()
            .preview(dispatch.id(), Upload.pasted("One two three. Four.\n"));
    assertFalse(seen.held());
    assertEquals(
        List.of(
            "The dispatch is HTML so far; with this it is plain text, and is exported as such."),
        seen.doubts());
  }

  private Dispatch translated() {
    Dispatch dispatch = desk.dispatch(RIGHT, AZ, RU);
    desk.save(desk.row(dispatch, AZ, 2), "Bərdəyə yol açıqdır.", SegmentState.REVIEWED);
    desk.save(desk.row(dispatch, AZ, 3), "Səhər on iki maşın çıxıb.", SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, RU, 4), "Никто не пострадал.", SegmentState.DRAFT);
    return dispatch;
  }

  private List<String> written(Dispatch dispatch) {
    List<String> written = new ArrayList<>();
    for (var language : List.of(AZ, RU)) {
      for (SegmentRow row : desk.rows(dispatch, language)) {
        Translation one = row.translation();
        written.add(one.target().plain() + " " + one.state());
      }
    }
    return written;
  }

  private Correction bringIn(Dispatch dispatch, String text) {
    return bringIn(dispatch, text, false);
  }

  private Correction bringIn(Dispatch dispatch, String text, boolean meant) {
    Dispatch now = desk.dispatches.get(dispatch.id());
    Upload upload =
        text.startsWith("<html")
            ? new Upload("p.html", text.getBytes(StandardCharsets.UTF_8))
            : Upload.pasted(text);
    return desk.dispatches.corrections().bringIn(now.id(), now.version(), upload, meant, "Rauf");
  }

  private void join(Dispatch dispatch, int number) {
    Segment one = desk.row(dispatch, AZ, number).segment();
    Segment next = desk.row(dispatch, AZ, number + 1).segment();
    desk.dispatches
        .cuts()
        .join(
            new Cuts.Seen(one.id(), one.version()),
            new Cuts.Seen(next.id(), next.version()),
            "Leyla");
  }

  private String source(Dispatch dispatch, int number) {
    return desk.row(dispatch, AZ, number).segment().source().plain();
  }

  private static List<Integer> counts(Correction correction) {
    return List.of(
        correction.kept(), correction.changed(), correction.added(), correction.removed());
  }
}
