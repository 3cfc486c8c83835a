package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up desk whose agency writes “qzlr.” before names: its translators join what is cut. */
class SentenceModelsTest {
  private static final List<String> NAMES =
      List.of("Harun", "Leyla", "Murad", "Nigar", "Rauf", "Aysel", "Tural", "Sevda");
  private static final List<String> DEEDS =
      List.of("opened the road", "spoke to the families", "counted the houses", "left for town");
  private static final String UNSEEN = "In the north qzlr. Kamran waited. He had no news.";

  @TempDir Path folder;

  @Test
  void offersAModelWithItsGainOnH2() throws Exception {
    try (Desk desk = Desk.in(folder)) {
      exercise(desk);
    }
    try (Desk again = Desk.in(folder)) {
      assertEquals(2, again.rows(again.dispatch(UNSEEN, AZ), AZ).size(), "after a start");
    }
  }

  @Test
  void offersAModelWithItsGainOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Desk desk =
            new Desk(
                Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                folder)) {
      exercise(desk);
    }
  }

  private static void exercise(Desk desk) throws Exception {
    work(desk, 12);
    DeskRules rules = desk.dispatches.rules();
    try (SentenceModels models = SentenceModels.open(desk.database, rules, 30, 10)) {
      Learning before = only(models);
      assertEquals(EN, before.language());
      assertEquals(36, before.sentences());
      assertEquals(12, before.corrections());
      assertTrue(before.enough() && before.newest().isEmpty());

      SentenceModel model = trained(models).newest().orElseThrow();
      assertEquals(SentenceModel.Outcome.OFFERED, model.outcome());
      assertTrue(model.gain() > 0.1, model.toString());
      assertEquals(12, model.corrections());
      assertFalse(model.enabled());
      assertEquals(3, desk.rows(desk.dispatch(UNSEEN, AZ), AZ).size(), "not used unseen");

      SentenceModel on = models.enable(model.id(), model.version(), true, "Leyla");
      assertTrue(on.enabled());
      assertEquals("Leyla", on.changedBy());
      assertEquals(2, desk.rows(desk.dispatch(UNSEEN, AZ), AZ).size());
      assertThrows(StaleVersionException.class, () -> models.enable(model.id(), 1, false, "Rauf"));

      SentenceModel second = trained(models).newest().orElseThrow();
      assertTrue(second.id() != model.id());
      assertTrue(second.gain() > 0.1, "measured against the rules alone: " + second);
      assertEquals(on, only(models).inUse().orElseThrow());
      models.enable(second.id(), 1, true, "Leyla");
      assertEquals(second.id(), only(models).inUse().orElseThrow().id(), "one at a time");
      assertFalse(models.get(model.id()).enabled());
      models.enable(second.id(), 2, false, "Leyla");
      assertEquals(3, desk.rows(desk.dispatch(UNSEEN, AZ), AZ).size());
      models.enable(second.id(), 3, true, "Leyla");

      DeskRule own = rules.save(DeskRule.breaks(EN, "qzlr\\.", "\\s", ""), "Leyla");
      assertEquals(3, desk.rows(desk.dispatch(UNSEEN, AZ), AZ).size(), "the desk's rule wins");
      rules.delete(own.id(), 1, "Leyla");
      assertThrows(NoSuchElementException.class, () -> models.get(4711));
    }
  }

  @Test
  void beforeThereIsEnoughNothingIsTrainedAndItIsSaidWhy() {
    try (Desk desk = Desk.in(folder);
        SentenceModels models = SentenceModels.open(desk.database, desk.dispatches.rules())) {
      assertEquals(List.of(), models.all());
      work(desk, 2);
      assertFalse(only(models).enough());
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> models.train(EN));
      assertTrue(e.getMessage().contains("2 joins and splits in en"), e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> models.train(RU));
    }
  }

  @Test
  void whatIsTooMuchAlikeGivesNoModelAndNothingToSwitchOn() throws Exception {
    try (Desk desk = Desk.in(folder);
        SentenceModels models = SentenceModels.open(desk.database, desk.dispatches.rules(), 1, 0)) {
      Dispatch dispatch = desk.dispatch("Report\n\nThe road is open.", AZ);
      desk.save(desk.row(dispatch, AZ, 2), "x", SegmentState.TRANSLATED);
      SentenceModel model = trained(models).newest().orElseThrow();
      assertEquals(SentenceModel.Outcome.TOO_ALIKE, model.outcome());
      assertThrows(
          IllegalArgumentException.class, () -> models.enable(model.id(), 1, true, "Leyla"));
    }
  }

  @Test
  void aCloseStopsTheTrainingAndKeepsNothingOfIt() throws Exception {
    try (Desk desk = Desk.in(folder)) {
      work(desk, 6);
      DeskRules rules = desk.dispatches.rules();
      SentenceModels models = SentenceModels.open(desk.database, rules, 1, 1);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch closing = new CountDownLatch(1);
      models.onChange(
          () -> {
            begun.countDown();
            await(closing);
          });
      models.train(EN);
      assertTrue(begun.await(60, TimeUnit.SECONDS));
      Thread closer = new Thread(models::close);
      closer.start();
      closing.countDown();
      closer.join(60_000);
      assertFalse(closer.isAlive());
      models.train(EN);
      try (SentenceModels later = SentenceModels.open(desk.database, rules, 1, 1)) {
        assertTrue(only(later).newest().isEmpty());
        assertTrue(trained(later).newest().isPresent(), "it is trained anew");
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Learning only(SentenceModels models) {
    assertEquals(1, models.all().size());
    return models.all().get(0);
  }

  private static Learning trained(SentenceModels models) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(2); // that it begins, and that it is done
    models.onChange(told::countDown);
    models.train(LanguageTag.of("en-GB"));
    assertTrue(told.await(120, TimeUnit.SECONDS));
    return only(models);
  }

  /** Takes dispatches in, joins what the rules cut behind “qzlr.”, and confirms every sentence. */
  private static void work(Desk desk, int dispatches) {
    for (int i = 0; i < dispatches; i++) {
      String text =
          "Report %d\n\nOn day %d qzlr. %s %s. %s %s. Nobody was hurt."
              .formatted(
                  i,
                  i,
                  NAMES.get(i % 8),
                  DEEDS.get(i % 4),
                  NAMES.get((i + 3) % 8),
                  DEEDS.get((i + 1) % 4));
      Dispatch dispatch = desk.dispatch(text, AZ);
      Segment first = desk.row(dispatch, AZ, 2).segment();
      Segment next = desk.row(dispatch, AZ, 3).segment();
      desk.dispatches
          .cuts()
          .join(
              new Cuts.Seen(first.id(), first.version()),
              new Cuts.Seen(next.id(), next.version()),
              "Leyla");
      for (SegmentRow row : desk.rows(dispatch, AZ)) {
        desk.save(row, "x" + row.segment().number(), SegmentState.TRANSLATED);
      }
    }
  }
}
