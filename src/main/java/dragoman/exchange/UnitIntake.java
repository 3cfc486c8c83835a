package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Tally;
import dragoman.memory.UnitWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the units of a file into a memory, which is opened with the first of them. What a file's
 * header says is kept by the memory; where the memory keeps another header already, the units say
 * themselves what differs.
 */
final class UnitIntake implements UnitSink {
  private final Supplier<UnitWriter> memory;
  private Optional<UnitWriter> writer = Optional.empty();
  private Metadata header = Metadata.EMPTY;
  private Map<String, String> unlike = Map.of();

  UnitIntake(Supplier<UnitWriter> memory) {
    this.memory = memory;
  }

  @Override
  public void header(Metadata said) {
    header = said;
  }

  @Override
  public void unit(NewUnit unit, long line) {
    if (writer.isEmpty()) {
      writer = Optional.of(memory.get());
      keepHeader(writer.get());
    }
    writer.get().add(unlike.isEmpty() ? unit : saying(unit));
  }

  private void keepHeader(UnitWriter into) {
    if (!header.isEmpty()) {
      Metadata before = into.header(kept -> TmxHeader.joined(kept, header));
      unlike = before.isEmpty() ? Map.of() : TmxHeader.unlike(before, header);
    }
  }

  private NewUnit saying(NewUnit unit) {
    Metadata said = unit.metadata();
    Map<String, String> attributes = new LinkedHashMap<>(said.attributes());
    unlike.forEach(attributes::putIfAbsent);
    return new NewUnit(
        unit.variants(),
        new Metadata(attributes, said.properties(), said.notes(), said.markup()),
        unit.contexts());
  }

  /** What became of the units, all of which are durable when this returns. */
  Tally tally() {
    return writer
        .map(
            open -> {
              open.flush();
              return open.tally();
            })
        .orElse(new Tally(0, 0, 0));
  }
}
