package dragoman.dispatch;

import static dragoman.dispatch.Desk.AR;
import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.memory.Match;
import dragoman.memory.NewUnit;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchesTest {
  private static final String CONVOY =
      "Aid convoy reaches Barda\ndate 2026-11-21 By Desk\n\n"
          + "The road to Barda is open. Twelve trucks left Ganja in the morning.\n"
          + "A second convoy will follow.\n";

  @TempDir Path folder;

  @Test
  void aDispatchGoesFromTextToTranslationAndOutOnH2() {
    try (Desk desk = Desk.in(folder)) {
      walk(desk);
    }
  }

  @Test
  void aDispatchGoesFromTextToTranslationAndOutOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Desk desk =
            new Desk(
                Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                folder.resolve("index"))) {
      walk(desk);
      twoAtATime(desk);
    }
  }

  private static void walk(Desk desk) {
    desk.term("Ganja", "Gəncə");
    Dispatch made = desk.dispatch(CONVOY, AZ, RU);
    assertEquals("Aid convoy reaches Barda", made.title());
    assertEquals("aid-convoy-reaches-barda", made.slug());
    assertEquals(Optional.of(LocalDate.of(2026, 11, 21)), made.dated());
    assertEquals("Desk", made.byLine());
    assertEquals(List.of(5, 5), made.targets().stream().map(Target::segments).toList());

    List<SegmentRow> rows = desk.rows(made, AZ);
    assertEquals(
        List.of(
            Segment.Kind.HEADLINE,
            Segment.Kind.DATELINE,
            Segment.Kind.TEXT,
            Segment.Kind.TEXT,
            Segment.Kind.TEXT),
        rows.stream().map(row -> row.segment().kind()).toList());
    assertEquals("The road to Barda is open.", rows.get(2).segment().source().plain());

    SegmentRow draft = desk.save(rows.get(2), "Bərdəyə yol", SegmentState.DRAFT);
    assertEquals(1, draft.translation().version());
    assertEquals(List.of(), desk.lookup(EN, AZ, "The road to Barda is open."));
    SegmentRow done = desk.save(draft, "Bərdəyə gedən yol açıqdır.", SegmentState.TRANSLATED);
    assertEquals(2, done.translation().version());
    assertTrue(done.translation().unit().isPresent());
    desk.save(desk.row(made, RU, 3), "Дорога в Барду открыта.", SegmentState.TRANSLATED);

    Match found = desk.lookup(EN, AZ, "The road to Barda is open.").get(0);
    assertEquals("Bərdəyə gedən yol açıqdır.", found.target().text().plain());
    assertEquals(Saving.WORKING_MEMORY, found.memory().name());
    assertEquals(String.valueOf(made.id()), found.unit().origin().get("dispatch"));
    assertEquals(
        "Дорога в Барду открыта.",
        desk.lookup(AZ, RU, "Bərdəyə gedən yol açıqdır.").get(0).target().text().plain());

    Target az = desk.dispatches.get(made.id()).targets().get(0);
    assertEquals(1, az.confirmed());
    assertEquals(az.words() - 6, az.wordsLeft());

    Help help = desk.dispatches.help(rows.get(3).segment().id(), AZ);
    assertEquals("Gəncə", help.terms().get(0).targets().get(0).text());
    Help sibling = desk.dispatches.help(rows.get(2).segment().id(), RU);
    assertEquals(List.of(), sibling.matches(), "its own translation is no match");
    assertEquals("Bərdəyə gedən yol açıqdır.", sibling.siblings().get(0).target().plain());

    List<Change> history = desk.dispatches.history(rows.get(2).segment().id(), AZ);
    assertEquals(
        List.of(SegmentState.TRANSLATED, SegmentState.DRAFT),
        history.stream().map(Change::state).toList());
    assertTrue(history.get(0).terms().isPresent());
    assertEquals("Leyla", history.get(0).by());

    assertEquals(
        CONVOY.replace("The road to Barda is open.", "Bərdəyə gedən yol açıqdır."),
        desk.exported(made, AZ));
    assertEquals(CONVOY, desk.exported(made, EN));
    List<NewUnit> units = desk.dispatches.units(made.id());
    assertEquals(1, units.size());
    assertEquals(3, units.get(0).variants().size());

    Dispatch other = desk.dispatch("The road to Barda is open. Nothing like it.", AZ);
    Pretranslated report =
        desk.dispatches.pretranslate(other.id(), List.of(AZ), 75, "Leyla").get(0);
    assertEquals(new Pretranslated(AZ, 0, 1, 0, 0, 0, 0, 1), report);
    Translation inserted = desk.row(other, AZ, 1).translation();
    assertEquals(SegmentState.DRAFT, inserted.state());
    assertEquals(100, inserted.origin().orElseThrow().score());

    assertEquals(2, desk.dispatches.list(DispatchFilter.ALL).total());
    assertEquals(List.of(made.id()), ids(desk, "convoy BARDA", Optional.empty()));
    assertEquals(List.of(made.id()), ids(desk, "", Optional.of(DispatchFilter.Progress.BEGUN)));
    assertEquals(
        List.of(other.id()), ids(desk, "", Optional.of(DispatchFilter.Progress.UNTOUCHED)));
  }

  private static List<Long> ids(
      Desk desk, String search, Optional<DispatchFilter.Progress> progress) {
    return desk
        .dispatches
        .list(
            new DispatchFilter(
                search, Optional.of(AZ), Optional.of(Dispatch.State.OPEN), progress, 0, 10))
        .items()
        .stream()
        .map(Dispatch::id)
        .toList();
  }

  @Test
  void whoComesSecondIsToldAndNothingIsOverwritten() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      SegmentRow seen = desk.row(made, AZ, 3);
      desk.save(seen, "Birinci.", SegmentState.DRAFT);
      StaleSegmentException stale =
          assertThrows(
              StaleSegmentException.class,
              () -> desk.save(seen, "İkinci.", SegmentState.TRANSLATED));
      assertEquals("Birinci.", stale.current().translation().target().plain());
      assertEquals(List.of(), desk.lookup(EN, AZ, "The road to Barda is open."));
      assertEquals(1, desk.dispatches.history(seen.segment().id(), AZ).size());
    }
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    try (Desk desk = Desk.in(folder)) {
      twoAtATime(desk);
    }
  }

  private static void twoAtATime(Desk desk) throws Exception {
    Dispatch made = desk.dispatch("Nobody has seen this sentence yet.", AZ);
    SegmentRow seen = desk.row(made, AZ, 1);
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String text = "Cavab " + i + ".";
        tries.add(
            () -> {
              try {
                desk.save(seen, text, SegmentState.TRANSLATED);
                return true;
              } catch (StaleSegmentException e) {
                return false;
              }
            });
      }
      int won = 0;
      for (Future<Boolean> one : people.invokeAll(tries)) {
        won += one.get() ? 1 : 0;
      }
      assertEquals(1, won);
      assertEquals(1, desk.dispatches.history(seen.segment().id(), AZ).size());
      Set<String> targets = new TreeSet<>();
      desk.lookup(EN, AZ, "Nobody has seen this sentence yet.")
          .forEach(match -> targets.add(match.target().text().plain()));
      assertEquals(Set.of(desk.row(made, AZ, 1).translation().target().plain()), targets);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void everythingIsThereAfterARestart() {
    Dispatch made;
    try (Desk desk = Desk.in(folder)) {
      made = desk.dispatch(CONVOY, AZ);
      desk.save(desk.row(made, AZ, 3), "Yol açıqdır.", SegmentState.TRANSLATED);
    }
    try (Desk desk = Desk.in(folder)) {
      assertEquals("Yol açıqdır.", desk.row(made, AZ, 3).translation().target().plain());
      assertEquals(1, desk.lookup(EN, AZ, "The road to Barda is open.").size());
      assertEquals(1, desk.dispatches.get(made.id()).targets().get(0).confirmed());
      assertTrue(desk.exported(made, AZ).contains("Yol açıqdır."));
    }
  }

  @Test
  void confirmingAgainCorrectsTheMemoryAndUnconfirmingKeepsIt() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      SegmentRow first = desk.save(desk.row(made, AZ, 3), "Yol aciqdir.", SegmentState.TRANSLATED);
      SegmentRow back = desk.save(first, "Yol aciqdir.", SegmentState.DRAFT);
      assertEquals(0, desk.dispatches.get(made.id()).targets().get(0).confirmed());
      desk.save(back, "Yol açıqdır.", SegmentState.TRANSLATED);
      List<Match> matches = desk.lookup(EN, AZ, "The road to Barda is open.");
      assertEquals(1, matches.size());
      assertEquals("Yol açıqdır.", matches.get(0).target().text().plain());
    }
  }

  @Test
  void aLockedSegmentIsRefusedUntilItIsUnlocked() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      SegmentRow row = desk.row(made, AZ, 3);
      SegmentRow locked = desk.dispatches.lock(row.segment().id(), AZ, 0, true, "Rauf");
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> desk.save(locked, "x", SegmentState.DRAFT));
      assertEquals("Segment 3 is locked; unlock it before you change it.", e.getMessage());
      assertEquals(1, desk.dispatches.pretranslate(made.id(), List.of(), 75, "x").get(0).passed());
      SegmentRow open = desk.dispatches.lock(row.segment().id(), AZ, 1, false, "Rauf");
      assertEquals(3, desk.save(open, "x", SegmentState.DRAFT).translation().version());
    }
  }

  @Test
  void whatCannotBeConfirmedIsSaid() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      SegmentRow row = desk.row(made, AZ, 3);
      assertEquals(
          "Segment 3 has no translation to confirm; write one first.",
          refused(() -> desk.save(row, "  ", SegmentState.TRANSLATED)));
      assertEquals(
          "The translation of segment 3 holds a broken character at place 2; delete it and type it"
              + " again.",
          refused(() -> desk.save(row, "a\uD83D", SegmentState.DRAFT)));
      TaggedText tagged = new TaggedText("a", List.of(new Tag(0, Tag.Kind.OPEN, 7, "b", "")));
      assertEquals(
          "The tag 7 at place 0 is not in the source; take tags from the source alone.",
          refused(() -> desk.save(row, tagged, SegmentState.DRAFT)));
      assertTrue(
          refused(() -> desk.dispatches.segments(made.id(), AR, 0, 10))
              .contains("not wanted in ar"));
      assertThrows(NoSuchElementException.class, () -> desk.dispatches.get(99));
      assertEquals(0, desk.row(made, AZ, 3).translation().version());
    }
  }

  @Test
  void aFileThatIsHereAlreadyIsSaid() {
    try (Desk desk = Desk.in(folder)) {
      Upload upload = Upload.pasted(CONVOY);
      assertEquals(Optional.empty(), desk.dispatches.preview(upload, Optional.empty()).same());
      Dispatch made = desk.dispatch(CONVOY, AZ);
      assertEquals(
          Optional.of(
              "The text is here already as “aid-convoy-reaches-barda”, taken in by Leyla; open that"
                  + " one, or go on to have it twice."),
          desk.dispatches.preview(upload, Optional.empty()).same().map(Preview.Same::notice));
      Preview.Same same =
          desk.dispatches
              .preview(Upload.pasted(CONVOY.replace("\n", "\r\n")), Optional.empty())
              .same()
              .orElseThrow();
      assertEquals(made.id(), same.id());
      assertEquals(AZ, same.language());
      NewDispatch sent =
          new NewDispatch(
              upload,
              "",
              "",
              "",
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.of(EN),
              List.of(AZ),
              Optional.of(made.identity()));
      assertTrue(refused(() -> desk.dispatches.create(sent, "x")).contains("is already here"));
    }
  }

  @Test
  void languagesThatCannotBeTargetsAreRefused() {
    try (Desk desk = Desk.in(folder)) {
      assertTrue(refused(() -> desk.dispatch(CONVOY)).contains("no target language"));
      assertTrue(
          refused(() -> desk.dispatch(CONVOY, LanguageTag.of("en-GB"))).contains("written in en"));
      assertTrue(
          refused(() -> desk.dispatch(CONVOY, AZ, LanguageTag.of("az-Latn-AZ")))
              .contains("are the same language"));
    }
  }

  private static String refused(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }

  @Test
  void tagsComeBackWithTheSourcesLabelsAndCodes() {
    try (Desk desk = Desk.in(folder)) {
      String page =
          "<html lang=\"en\"><body><p>The <b class='x'>road</b> is open.</p></body></html>";
      Dispatch made = desk.file("r.html", page.getBytes(StandardCharsets.UTF_8), AZ);
      SegmentRow row = desk.row(made, AZ, 1);
      TaggedText sent =
          new TaggedText(
              "Yol açıqdır.",
              List.of(
                  new Tag(0, Tag.Kind.OPEN, 1, "?", ""), new Tag(3, Tag.Kind.CLOSE, 1, "?", "")));
      SegmentRow saved = desk.save(row, sent, SegmentState.TRANSLATED);
      assertEquals("b", saved.translation().target().tags().get(0).label());
      assertEquals("<b class='x'>", saved.translation().target().tags().get(0).data());
      assertEquals(saved, desk.row(made, AZ, 1));
      assertEquals(
          "<html lang=\"az\"><body><p><b class='x'>Yol</b> açıqdır.</p></body></html>",
          desk.exported(made, AZ));
    }
  }

  @Test
  void aDispatchIsChangedDeletedAndRestored() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      desk.save(desk.row(made, AZ, 3), "Yol açıqdır.", SegmentState.TRANSLATED);
      Dispatch wanted =
          made.withTargets(List.of(new Target(RU, 0, 0, 0, 0), new Target(AZ, 0, 0, 0, 0)));
      Dispatch changed = desk.dispatches.update(wanted, "Rauf");
      assertEquals(2, changed.version());
      assertEquals(List.of(0, 1), changed.targets().stream().map(Target::confirmed).toList());
      assertThrows(StaleVersionException.class, () -> desk.dispatches.update(wanted, "Rauf"));
      desk.dispatches.delete(made.id(), 2, "Rauf");
      assertThrows(NoSuchElementException.class, () -> desk.dispatches.get(made.id()));
      assertEquals(0, desk.dispatches.list(DispatchFilter.ALL).total());
      assertEquals(1, desk.dispatches.restore(made.id(), 3, "Rauf").targets().get(1).confirmed());
    }
  }

  @Test
  void listenersHearOfEveryChangeAndOfNothingElse() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      List<SegmentChanged> heard = new ArrayList<>();
      desk.dispatches.onChange(
          change -> {
            throw new IllegalStateException("a broken listener");
          });
      desk.dispatches.onChange(heard::add);
      SegmentRow row = desk.save(desk.row(made, AZ, 3), "Yol", SegmentState.DRAFT);
      desk.save(row, "Yol", SegmentState.DRAFT);
      assertEquals(List.of(new SegmentChanged(made.id(), row, "Leyla")), heard);
    }
  }

  @Test
  void pretranslationStoresManyAtATimeAndTellsOfEachOnce() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch first = desk.dispatch("The road to Barda is open.", AZ);
      desk.save(desk.row(first, AZ, 1), "Bərdəyə gedən yol açıqdır.", SegmentState.TRANSLATED);
      Dispatch long_ = desk.dispatch("The road to Barda is open.\n".repeat(450), AZ);
      desk.save(desk.row(long_, AZ, 7), "Mənim mətnim.", SegmentState.DRAFT);
      List<Long> told = new ArrayList<>();
      // someone types into a sentence of the second batch while the first one is stored
      desk.dispatches.onChange(
          change -> {
            if (told.isEmpty()) {
              told.add(change.row().segment().id());
              desk.save(desk.row(long_, AZ, 300), "Onun mətni.", SegmentState.DRAFT);
            } else {
              told.add(change.row().segment().id());
            }
          });
      Pretranslated report =
          desk.dispatches.pretranslate(long_.id(), List.of(AZ), 75, "Leyla").get(0);
      assertEquals(1, report.passed());
      assertEquals(449, told.size());
      assertEquals(449, new HashSet<>(told).size());
      List<String> texts =
          desk.rows(long_, AZ).stream().map(r -> r.translation().target().plain()).toList();
      assertEquals("Mənim mətnim.", texts.get(6));
      assertEquals("Onun mətni.", texts.get(299));
      assertEquals(448, Collections.frequency(texts, "Bərdəyə gedən yol açıqdır."));
    }
  }

  @Test
  void aTermAloneIsPretranslatedFromTheGlossary() {
    try (Desk desk = Desk.in(folder)) {
      desk.term("Ganja", "Gəncə");
      Dispatch made = desk.dispatch("Weather\n\nGanja\n", AZ);
      assertEquals(
          new Pretranslated(AZ, 0, 0, 0, 0, 1, 0, 1),
          desk.dispatches.pretranslate(made.id(), List.of(), 75, "x").get(0));
      assertEquals("Weather\n\nGəncə\n", desk.exported(made, AZ));
    }
  }

  @Test
  void fiveMegabytesAreKeptInPiecesAndComeBack() {
    try (Desk desk = Desk.in(folder)) {
      String line = "Nobody was hurt, the ministry said. ";
      String text = (line.repeat(20).strip() + "\n").repeat(2000);
      Dispatch made = desk.dispatch("Hail\n\n" + text, AZ);
      assertEquals(40_001, made.targets().get(0).segments());
      assertEquals("Hail\n\n" + text, desk.exported(made, EN));
      assertEquals(10, desk.dispatches.segments(made.id(), AZ, 39_991, 10).items().size());
    }
  }

  @Test
  void aCrashInTheMiddleOfAConfirmationLeavesNeitherHalf() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch made = desk.dispatch(CONVOY, AZ);
      SegmentRow row = desk.row(made, AZ, 3);
      assertThrows(
          IllegalStateException.class,
          () ->
              desk.database
                  .jdbi()
                  .useTransaction(
                      handle -> {
                        desk.save(row, "Yol açıqdır.", SegmentState.TRANSLATED);
                        throw new IllegalStateException("the power fails");
                      }));
      assertEquals(0, desk.row(made, AZ, 3).translation().version());
      assertEquals(List.of(), desk.lookup(EN, AZ, "The road to Barda is open."));
      assertEquals(
          OptionalInt.empty(),
          desk.dispatches.history(row.segment().id(), AZ).stream().mapToInt(c -> 1).findFirst());
    }
  }
}
