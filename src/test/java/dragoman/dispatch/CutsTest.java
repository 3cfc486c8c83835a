package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutsTest {
  private static final String TEXT =
      "The road is open. Twelve trucks left. Nobody was hurt.\n\nA second convoy follows.\n";

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
  void aJoinedSentenceHasBothTextsAndTheTranslationsOfBothInEveryLanguage() {
    Dispatch dispatch = desk.dispatch(TEXT, AZ, RU);
    desk.save(desk.row(dispatch, AZ, 1), "Yol açıqdır.", SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, AZ, 2), "On iki maşın çıxıb.", SegmentState.DRAFT);
    desk.save(desk.row(dispatch, RU, 2), "Выехали двенадцать машин.", SegmentState.TRANSLATED);
    long words = desk.dispatches.get(dispatch.id()).targets().get(0).words();

    Cuts.Cut cut = join(dispatch, 1);

    assertEquals(List.of("The road is open. Twelve trucks left."), sources(cut.segments()));
    assertEquals(
        List.of(
            "1 The road is open. Twelve trucks left.",
            "2 Nobody was hurt.",
            "3 A second convoy follows."),
        numbered(dispatch));
    Translation az = desk.row(dispatch, AZ, 1).translation();
    assertEquals("Yol açıqdır. On iki maşın çıxıb.", az.target().plain());
    assertEquals(SegmentState.DRAFT, az.state());
    assertTrue(az.unit().isEmpty());
    Translation ru = desk.row(dispatch, RU, 1).translation();
    assertEquals("Выехали двенадцать машин.", ru.target().plain());
    assertEquals(SegmentState.DRAFT, ru.state());
    Target progress = desk.dispatches.get(dispatch.id()).targets().get(0);
    assertEquals(3, progress.segments());
    assertEquals(0, progress.confirmed());
    assertEquals(words, progress.words());
    // what was confirmed is in the memory as it was, also once the whole is confirmed
    desk.save(desk.row(dispatch, AZ, 1), "Yol açıqdır, maşınlar çıxıb.", SegmentState.TRANSLATED);
    assertEquals(
        "Yol açıqdır.", desk.lookup(EN, AZ, "The road is open.").get(0).target().text().plain());
    assertEquals(1, desk.dispatches.get(dispatch.id()).targets().get(0).confirmed());
    assertEquals(
        TEXT.replace("The road is open. Twelve trucks left.", "Yol açıqdır, maşınlar çıxıb."),
        desk.exported(dispatch, AZ));
  }

  @Test
  void undoneAJoinGivesBackBothTargetsAndStates() {
    Dispatch dispatch = desk.dispatch(TEXT, AZ, RU);
    desk.save(desk.row(dispatch, AZ, 1), "Yol açıqdır.", SegmentState.TRANSLATED);
    SegmentRow second =
        desk.save(desk.row(dispatch, AZ, 2), "On iki maşın çıxıb.", SegmentState.REVIEWED);
    desk.save(desk.row(dispatch, RU, 2), "Выехали машины.", SegmentState.DRAFT);
    Target before = desk.dispatches.get(dispatch.id()).targets().get(0);
    long example = join(dispatch, 1).example().id();

    List<Segment> apart = desk.dispatches.cuts().undo(dispatch.id(), example, "Rauf");

    assertEquals(List.of("The road is open.", "Twelve trucks left."), sources(apart));
    assertEquals(second.segment().id(), apart.get(1).id());
    assertEquals(SegmentState.TRANSLATED, desk.row(dispatch, AZ, 1).translation().state());
    assertTrue(desk.row(dispatch, AZ, 1).translation().unit().isPresent());
    Translation again = desk.row(dispatch, AZ, 2).translation();
    assertEquals("On iki maşın çıxıb.", again.target().plain());
    assertEquals(SegmentState.REVIEWED, again.state());
    assertEquals(second.translation().unit(), again.unit());
    assertEquals("", desk.row(dispatch, RU, 1).translation().target().plain());
    assertEquals("Выехали машины.", desk.row(dispatch, RU, 2).translation().target().plain());
    assertEquals(before, desk.dispatches.get(dispatch.id()).targets().get(0));
    assertEquals(List.of(), desk.dispatches.cuts().examples(EN));
    assertEquals(
        List.of(SegmentState.REVIEWED, SegmentState.REVIEWED),
        desk.dispatches.history(second.segment().id(), AZ).stream().map(Change::state).toList());
    refused("nothing to undo", () -> desk.dispatches.cuts().undo(dispatch.id(), example, "Rauf"));
    // and once more, all over again
    long other = join(dispatch, 1).example().id();
    desk.dispatches.cuts().undo(dispatch.id(), other, "Rauf");
    assertEquals(SegmentState.REVIEWED, desk.row(dispatch, AZ, 2).translation().state());
  }

  @Test
  void anUndoNeverLosesWhatWasWrittenSince() {
    Dispatch dispatch = desk.dispatch(TEXT, AZ, RU);
    desk.save(desk.row(dispatch, AZ, 1), "Yol açıqdır.", SegmentState.TRANSLATED);
    long example = join(dispatch, 1).example().id();
    desk.save(desk.row(dispatch, RU, 1), "Дорога открыта.", SegmentState.DRAFT);
    refused(
        "written in ru since by Leyla",
        () -> desk.dispatches.cuts().undo(dispatch.id(), example, "Rauf"));
    Cuts.Cut split = split(dispatch, 1, 8, Optional.empty());
    refused("cut otherwise", () -> desk.dispatches.cuts().undo(dispatch.id(), example, "Rauf"));
    assertEquals("Дорога открыта.", desk.row(dispatch, RU, 1).translation().target().plain());
    assertEquals(2, split.segments().size());
  }

  @Test
  void aSplitLeavesTheTargetWithTheFirstPartOrCutsItToo() {
    Dispatch dispatch = desk.dispatch("The road is open and trucks left.", AZ, RU);
    desk.save(desk.row(dispatch, AZ, 1), "Yol açıqdır və maşınlar çıxıb.", SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, RU, 1), "Дорога открыта.", SegmentState.TRANSLATED);

    Cuts.Cut cut = split(dispatch, 1, 17, Optional.of(new Cuts.TargetCut(AZ, 12)));

    assertEquals(List.of("The road is open", "and trucks left."), sources(cut.segments()));
    assertEquals("Yol açıqdır", desk.row(dispatch, AZ, 1).translation().target().plain());
    assertEquals("və maşınlar çıxıb.", desk.row(dispatch, AZ, 2).translation().target().plain());
    assertEquals(SegmentState.DRAFT, desk.row(dispatch, AZ, 2).translation().state());
    assertEquals("Дорога открыта.", desk.row(dispatch, RU, 1).translation().target().plain());
    assertEquals(SegmentState.DRAFT, desk.row(dispatch, RU, 1).translation().state());
    assertEquals(SegmentState.NEW, desk.row(dispatch, RU, 2).translation().state());

    desk.dispatches.cuts().undo(dispatch.id(), cut.example().id(), "Leyla");
    assertEquals(1, desk.rows(dispatch, AZ).size());
    Translation whole = desk.row(dispatch, AZ, 1).translation();
    assertEquals("Yol açıqdır və maşınlar çıxıb.", whole.target().plain());
    assertEquals(SegmentState.TRANSLATED, whole.state());
    assertEquals(2, desk.dispatches.history(cut.segments().get(1).id(), AZ).size() + 1);
  }

  @Test
  void aPlaceThatIsNoneIsRefusedInASentence() {
    Dispatch dispatch =
        desk.dispatch("Go \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 home now.", AZ);
    for (int at : List.of(-5, 0, 21, 500)) {
      refused("no text", () -> split(dispatch, 1, at, Optional.empty()));
    }
    refused("inside of a character", () -> split(dispatch, 1, 4, Optional.empty()));
    refused("inside of a character", () -> split(dispatch, 1, 6, Optional.empty()));
    desk.save(desk.row(dispatch, AZ, 1), "e\u0301v\uD83D\uDE00", SegmentState.DRAFT);
    refused(
        "translation cannot be cut",
        () -> split(dispatch, 1, 12, Optional.of(new Cuts.TargetCut(AZ, 3))));
    assertEquals(1, desk.rows(dispatch, AZ).size());
  }

  @Test
  void whatIsLockedFinalOrInAnotherParagraphIsRefused() {
    Dispatch dispatch = desk.dispatch(TEXT, AZ, RU);
    refused("ends its paragraph", () -> join(dispatch, 3));
    refused(
        "no neighbours",
        () -> desk.dispatches.cuts().join(seen(dispatch, 1), seen(dispatch, 3), "Leyla"));
    SegmentRow row = desk.save(desk.row(dispatch, RU, 2), "Машины.", SegmentState.FINAL);
    refused("Sentence 2 is final in ru", () -> join(dispatch, 1));
    refused("Sentence 2 is final in ru", () -> split(dispatch, 2, 7, Optional.empty()));
    SegmentRow draft = desk.save(row, "Машины.", SegmentState.DRAFT);
    desk.dispatches.lock(draft.segment().id(), RU, draft.translation().version(), true, "Rauf");
    refused("Sentence 2 is locked in ru", () -> join(dispatch, 1));
    assertEquals(4, desk.rows(dispatch, AZ).size());
  }

  @Test
  void whoCutsASentenceThatIsCutOtherwiseByNowIsTold() {
    Dispatch dispatch = desk.dispatch(TEXT, AZ);
    Cuts.Seen first = seen(dispatch, 1);
    Cuts.Seen second = seen(dispatch, 2);
    SegmentRow stale = desk.row(dispatch, AZ, 2);
    desk.dispatches.cuts().join(first, second, "Leyla");
    assertThrows(
        StaleVersionException.class,
        () -> desk.dispatches.cuts().split(first, 9, Optional.empty(), "Rauf"));
    assertThrows(
        NoSuchElementException.class,
        () -> desk.dispatches.cuts().split(second, 9, Optional.empty(), "Rauf"));
    NoSuchElementException gone =
        assertThrows(
            NoSuchElementException.class,
            () -> desk.save(stale, "On iki maşın.", SegmentState.TRANSLATED));
    assertTrue(gone.getMessage().contains("joined"), gone.getMessage());
  }

  @Test
  void tagsGoWithTheirWordsAndComeBack() {
    String page =
        "<html lang=\"en\"><body><p><b>One <i>two.</i></b> <i>Three.</i> Four <b>five. Six</b>"
            + " seven.</p></body></html>";
    Dispatch dispatch = desk.file("p.html", page.getBytes(StandardCharsets.UTF_8), AZ);
    assertEquals(List.of("One [two.]", "Three.", "Four [five.", "Six] seven."), marked(dispatch));
    desk.save(
        desk.row(dispatch, AZ, 1),
        like(desk.row(dispatch, AZ, 1), "Bir [iki.]"),
        SegmentState.TRANSLATED);
    desk.save(desk.row(dispatch, AZ, 2), "Üç.", SegmentState.TRANSLATED);
    SegmentRow third = desk.row(dispatch, AZ, 3);
    desk.save(third, like(third, "Dörd [beş."), SegmentState.TRANSLATED);

    long first = join(dispatch, 1).example().id();
    assertEquals("[One [two.]] [Three.]", marked(dispatch).get(0));
    assertEquals("[Bir [iki.]] [Üç.]", marked(desk.row(dispatch, AZ, 1).translation().target()));
    assertEquals(
        translated(page)
            .replace("One <i>two.", "Bir <i>iki.")
            .replace("Three.", "Üç.")
            .replace("Four <b>five.", "Dörd <b>beş."),
        desk.exported(dispatch, AZ));

    join(dispatch, 2);
    assertEquals("Four [five. Six] seven.", marked(dispatch).get(1));
    // the half that is alone in the target is left out where its other half is not translated
    assertEquals(
        translated(page)
            .replace("One <i>two.", "Bir <i>iki.")
            .replace("Three.", "Üç.")
            .replace("Four <b>five. Six</b> seven.", "Dörd beş."),
        desk.exported(dispatch, AZ));

    Cuts.Cut cut = split(dispatch, 2, "Four five.".length(), Optional.empty());
    assertEquals(List.of("Four [five.", "Six] seven."), marked(dispatch).subList(1, 3));
    assertEquals("Dörd [beş.", marked(desk.row(dispatch, AZ, 2).translation().target()));
    assertEquals(SplittingExample.Kind.SPLIT, cut.example().kind());
    desk.dispatches.cuts().undo(dispatch.id(), first, "Leyla");
    assertEquals(List.of("One [two.]", "Three.", "Four [five.", "Six] seven."), marked(dispatch));
    assertEquals(translated(page), new String(sourceExport(dispatch), StandardCharsets.UTF_8));
  }

  @Test
  void wordDocumentsComeBackWithTheirTextAfterJoinsAndSplits() {
    byte[] docx =
        Docx.of(
            Docx.paragraph(
                Docx.run("One two. "), Docx.run("Three", "<w:b/>"), Docx.run(" four. Five.")));
    Dispatch dispatch = desk.file("d.docx", docx, AZ);
    join(dispatch, 1);
    split(dispatch, 1, 4, Optional.empty());
    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    assertEquals(
        List.of("One", "two. Three four.", "Five."),
        rows.subList(0, 3).stream().map(row -> row.segment().source().plain()).toList());
    rows.forEach(row -> desk.save(row, row.segment().source(), SegmentState.TRANSLATED));
    Dispatch again = desk.file("again.docx", desk.export(dispatch, AZ), RU);
    assertEquals(List.of("One two.", "[Three] four.", "Five."), marked(again).subList(0, 3));
    assertEquals(rows.size(), desk.dispatches.units(dispatch.id()).size());
  }

  @Test
  void everyChoiceIsKeptAsAnExampleUntilItIsTakenBack() {
    Dispatch dispatch = desk.dispatch("Call Gen. Maharramov today. He knows.", AZ);
    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    int at = "Call Gen.".length();
    Cuts.Cut split =
        rows.size() == 2 ? split(dispatch, 1, at, Optional.empty()) : join(dispatch, 1);
    SplittingExample example = split.example();
    assertEquals(List.of(example), desk.dispatches.cuts().examples(EN));
    assertEquals("Call Gen.", example.before());
    assertEquals(" ", example.gap());
    assertEquals("Maharramov today.", example.after());
    assertEquals("Leyla", example.who());
    assertEquals(dispatch.id(), example.dispatch());
    // the opposite at the same place overrules it; undone, the first holds again
    Cuts.Cut back = rows.size() == 2 ? join(dispatch, 1) : split(dispatch, 1, at, Optional.empty());
    assertEquals(List.of(back.example()), desk.dispatches.cuts().examples(EN));
    desk.dispatches.cuts().undo(dispatch.id(), back.example().id(), "Leyla");
    assertEquals(List.of(example), desk.dispatches.cuts().examples(EN));
    assertEquals(List.of(), desk.dispatches.cuts().examples(AZ));
    // one undo after the other, as far back as one likes
    desk.dispatches.cuts().undo(dispatch.id(), example.id(), "Leyla");
    assertEquals(List.of(), desk.dispatches.cuts().examples(EN));
    assertEquals(
        rows.stream().map(row -> row.segment().source()).toList(),
        desk.rows(dispatch, AZ).stream().map(row -> row.segment().source()).toList());
  }

  @Test
  void twoWhoCutAtOnceOnPostgresLoseNothing(@TempDir Path folder) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Desk other =
            new Desk(
                Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                folder.resolve("pg"))) {
      atOnce(other);
    }
  }

  @Test
  void twoWhoCutAtOnceLoseNothing() throws Exception {
    atOnce(desk);
  }

  /** Many join, split and write the same few sentences; every refusal is one of those foreseen. */
  private static void atOnce(Desk desk) throws Exception {
    Dispatch dispatch = desk.dispatch("One two. Three four. Five six. Seven eight.", AZ, RU);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int turn = i;
      running.add(
          threads.submit(
              () -> {
                for (int j = 0; j < 12; j++) {
                  attempt(desk, dispatch, turn, j);
                }
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();
    List<SegmentRow> rows = desk.rows(dispatch, AZ);
    assertEquals(
        "One two. Three four. Five six. Seven eight.",
        String.join(" ", rows.stream().map(row -> row.segment().source().plain()).toList()));
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(i + 1, rows.get(i).segment().number());
    }
    Target target = desk.dispatches.get(dispatch.id()).targets().get(0);
    assertEquals(rows.size(), target.segments());
    assertEquals(
        rows.stream().filter(row -> row.translation().state().confirmed()).count(),
        target.confirmed());
  }

  private static void attempt(Desk desk, Dispatch dispatch, int turn, int round) {
    try {
      List<SegmentRow> rows = desk.rows(dispatch, turn % 2 == 0 ? AZ : RU);
      SegmentRow row = rows.get(round % rows.size());
      if (turn < 2) {
        desk.save(row, "mətn " + turn + " " + round, SegmentState.TRANSLATED);
      } else if (round % 2 == 0 && rows.size() > 1) {
        SegmentRow first = rows.get(0);
        desk.dispatches
            .cuts()
            .join(
                new Cuts.Seen(first.segment().id(), first.segment().version()),
                new Cuts.Seen(rows.get(1).segment().id(), rows.get(1).segment().version()),
                "Leyla");
      } else {
        int at = row.segment().source().plain().indexOf(' ');
        desk.dispatches
            .cuts()
            .split(
                new Cuts.Seen(row.segment().id(), row.segment().version()),
                at,
                Optional.empty(),
                "Leyla");
      }
    } catch (StaleVersionException | NoSuchElementException | IllegalArgumentException expected) {
      assertTrue(expected.getMessage().endsWith("."), expected.getMessage());
    }
  }

  private Cuts.Cut join(Dispatch dispatch, int number) {
    return desk.dispatches.cuts().join(seen(dispatch, number), seen(dispatch, number + 1), "Leyla");
  }

  private Cuts.Cut split(Dispatch dispatch, int number, int at, Optional<Cuts.TargetCut> target) {
    return desk.dispatches.cuts().split(seen(dispatch, number), at, target, "Leyla");
  }

  private Cuts.Seen seen(Dispatch dispatch, int number) {
    Segment segment = desk.row(dispatch, dispatch.targets().get(0).language(), number).segment();
    return new Cuts.Seen(segment.id(), segment.version());
  }

  private List<String> numbered(Dispatch dispatch) {
    return desk.rows(dispatch, AZ).stream()
        .map(row -> row.segment().number() + " " + row.segment().source().plain())
        .toList();
  }

  private List<String> marked(Dispatch dispatch) {
    return desk.rows(dispatch, dispatch.targets().get(0).language()).stream()
        .map(row -> marked(row.segment().source()))
        .toList();
  }

  /** With a bracket for each tag of a pair. */
  private static String marked(TaggedText text) {
    StringBuilder marked = new StringBuilder(text.plain());
    for (int i = text.tags().size() - 1; i >= 0; i--) {
      Tag tag = text.tags().get(i);
      marked.insert(
          tag.at(), tag.kind() == Tag.Kind.OPEN ? "[" : tag.kind() == Tag.Kind.CLOSE ? "]" : "|");
    }
    return marked.toString();
  }

  /** A target with the source's tags, in order, where brackets stand. */
  private static TaggedText like(SegmentRow row, String marked) {
    List<Tag> own = row.segment().source().tags();
    List<Tag> tags = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (char c : marked.toCharArray()) {
      if (c == '[' || c == ']') {
        tags.add(own.get(tags.size()).moved(plain.length()));
      } else {
        plain.append(c);
      }
    }
    return new TaggedText(plain.toString(), tags);
  }

  /** As the page says its language once it is given out. */
  private static String translated(String page) {
    return page.replace("lang=\"en\"", "lang=\"az\"");
  }

  private byte[] sourceExport(Dispatch dispatch) {
    for (SegmentRow row : desk.rows(dispatch, AZ)) {
      desk.save(row, row.segment().source(), SegmentState.TRANSLATED);
    }
    return desk.export(dispatch, AZ);
  }

  private static List<String> sources(List<Segment> segments) {
    return segments.stream().map(segment -> segment.source().plain()).toList();
  }

  private static void refused(String why, org.junit.jupiter.api.function.Executable work) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, work);
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }
}
