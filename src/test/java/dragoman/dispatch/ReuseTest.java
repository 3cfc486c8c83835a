package dragoman.dispatch;

import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.memory.Memory;
import dragoman.memory.Unit;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a memory was of use. */
class ReuseTest {
  @TempDir Path folder;

  @Test
  void onlyConfirmedSentencesThatWereMadeFromAMatchOfTheMemoryCount() {
    try (Desk desk = Desk.in(folder)) {
      Dispatch first = desk.dispatch("The road is open. The bridge is closed.", AZ, RU);
      desk.save(desk.row(first, AZ, 1), "Yol açıqdır.", SegmentState.TRANSLATED);
      Memory memory = desk.memories.find("Working memory").orElseThrow();
      Unit unit = desk.lookup(Desk.EN, AZ, "The road is open.").get(0).unit();

      Dispatch second = desk.dispatch("The road is open. The road is open now.", AZ);
      take(desk, desk.row(second, AZ, 1), unit, "exact", SegmentState.TRANSLATED);
      take(desk, desk.row(second, AZ, 2), unit, "fuzzy", SegmentState.DRAFT);

      Reuse reuse = desk.dispatches.reuse(memory.id());
      assertEquals(2, reuse.confirmed());
      assertEquals(List.of(new Reuse.Kind("exact", 1)), reuse.kinds());
      assertEquals(1, reuse.months().stream().mapToLong(Reuse.Month::translations).sum());
      assertEquals(
          List.of(unit.id()), reuse.most().stream().map(used -> used.unit().id()).toList());

      Memory other = desk.memories.create("other", "");
      assertEquals(
          new Reuse(2, List.of(), List.of(), List.of()), desk.dispatches.reuse(other.id()));
    }
  }

  private static void take(Desk desk, SegmentRow row, Unit unit, String kind, SegmentState state) {
    desk.dispatches.save(
        row.segment().id(),
        AZ,
        row.translation().version(),
        TaggedText.of("Yol açıqdır."),
        state,
        Optional.of(new Origin(unit.id(), 100, kind)),
        "Leyla");
  }
}
