package dragoman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.dispatch.DispatchFilter;
import dragoman.glossary.ConceptFilter;
import dragoman.memory.Memory;
import dragoman.memory.UnitSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @Test
  void anEmptyFolderGetsTheSamplesAndTheSecondTimeNothing(@TempDir Path folder) throws Exception {
    try (Dragoman dragoman = Dragoman.open(folder)) {
      dragoman.loadDemo();
      List<Long> first = counts(dragoman);
      assertEquals(3, first.get(0));
      assertTrue(first.get(1) >= 120, "concepts: " + first.get(1));
      assertTrue(first.get(2) >= 150, "units: " + first.get(2));
      dragoman.loadDemo();
      assertEquals(first, counts(dragoman));
    }
  }

  @Test
  void aFolderThatHasSomethingIsLeftAsItIs(@TempDir Path folder) throws Exception {
    try (Dragoman dragoman = Dragoman.open(folder)) {
      dragoman.memories().create("Ours", "");
      dragoman.loadDemo();
      assertEquals(List.of(0L, 0L, 0L), counts(dragoman));
    }
  }

  private static List<Long> counts(Dragoman dragoman) {
    long units = 0;
    for (Memory memory : dragoman.memories().list()) {
      units +=
          dragoman
              .memories()
              .search(new UnitSearch(memory.id(), "", Optional.empty(), false, 0, 1))
              .total();
    }
    return List.of(
        dragoman.dispatches().list(DispatchFilter.ALL).total(),
        dragoman.glossary().search(ConceptFilter.ALL, 0, 1).total(),
        units);
  }
}
