package dragoman.dispatch.care;

import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** One search through a memory, unit by unit, then through those that share a text. */
final class Surveying {
  private static final int BATCH = 500;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Memory memory;
  private final Inspector inspector;
  private final BooleanSupplier stopped;
  private final List<CareStore.NewFinding> waiting = new ArrayList<>();
  private long read;
  private long written;

  Surveying(
      Jdbi jdbi, Memories memories, Memory memory, Inspector inspector, BooleanSupplier stopped) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.memory = memory;
    this.inspector = inspector;
    this.stopped = stopped;
  }

  /**
   * Runs to its end.
   *
   * @throws CancellationException if it was stopped
   */
  void run() {
    Grouping grouping = new Grouping(inspector);
    memories.eachUnit(
        memory,
        unit -> {
          goOn();
          read++;
          grouping.add(unit);
          inspector
              .faults(unit)
              .forEach(fault -> waiting.add(new CareStore.NewFinding(unit, fault, 0, false)));
          writeIfMany();
        });
    write();
    grouping.each(this::standing, this::found);
    write();
  }

  private List<Unit> standing(Collection<Long> ids) {
    goOn();
    return memories.units(ids).stream()
        .filter(unit -> !unit.deleted() && unit.memoryId() == memory.id())
        .toList();
  }

  private void found(Grouping.Group group) {
    for (Grouping.Member member : group.members()) {
      Fault fault = new Fault(group.kind(), group.from(), group.to(), member.told());
      waiting.add(new CareStore.NewFinding(member.unit(), fault, group.bundle(), member.wanted()));
    }
    writeIfMany();
  }

  private void goOn() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private void writeIfMany() {
    if (waiting.size() >= BATCH || read - written >= BATCH) {
      write();
    }
  }

  private void write() {
    jdbi.useTransaction(
        h -> {
          CareStore store = new CareStore(h);
          store.insert(memory.id(), waiting);
          store.progress(memory.id(), read);
        });
    waiting.clear();
    written = read;
  }
}
