package dragoman.dispatch.care;

import static dragoman.dispatch.care.Ward.EN;
import static dragoman.dispatch.care.Ward.RU;
import static dragoman.dispatch.care.Ward.text;
import static dragoman.dispatch.care.Ward.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Step;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import dragoman.storage.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same statements on the other database. */
class CarePostgresTest {
  @TempDir Path folder;

  @Test
  void stepsOfEveryActionAreAppliedAndUndone() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Ward ward =
            new Ward(
                folder,
                Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
      ward.add(
          unit("The road  is open.", "Yol açıqdır."),
          new NewUnit(
              List.of(
                  Variant.of(EN, text("The road is open.")),
                  Variant.of(RU, text("Дорога <b>открыта</b>."))),
              Metadata.EMPTY,
              List.of(new Context(EN, Optional.of("Before."), Optional.empty()))),
          unit("It was founded in 2015.", "2014-cü ildə yaradılıb."),
          unit("Hello there.", "Salam."),
          unit("Hello there.", "Salam olsun."));
      List<List<Variant>> before = ward.units().stream().map(Unit::variants).toList();
      ward.search();
      for (Step.Action action : Step.Action.values()) {
        Step step =
            ward.care.plan(
                new CareSelection(ward.everything(), List.of(), List.of()),
                action,
                Keep.NEWEST,
                "Leyla");
        ward.care.await();
        Step applied = ward.apply(step);
        assertEquals(Step.State.APPLIED, applied.state(), applied.problem());
        assertEquals(applied.planned(), applied.done());
        Step undone = ward.undo(applied);
        assertEquals(Step.State.UNDONE, undone.state(), undone.problem());
        assertEquals(undone.done(), undone.undone());
        assertEquals(before, ward.units().stream().map(Unit::variants).toList());
      }
      assertEquals(2, ward.found(CareKind.DUPLICATE).size());
      assertEquals(1, ward.care.survey(ward.filter(CareKind.NUMBERS)).pairs().size());
    }
  }
}
