package dragoman.dispatch;

import dragoman.memory.Memories;
import dragoman.memory.Unit;
import dragoman.storage.StaleVersionException;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Mends the places that were chosen, or brings them back. Each is durable with the note that it is
 * done, so that a step that was broken off goes on where it was; what somebody changed meanwhile is
 * left alone.
 */
final class ImpactMending {
  private static final int BATCH = 200;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Dispatches dispatches;
  private final BooleanSupplier goOn;

  ImpactMending(Jdbi jdbi, Memories memories, Dispatches dispatches, BooleanSupplier goOn) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.dispatches = dispatches;
    this.goOn = goOn;
  }

  /** Mends; false if it was told to stop before the end. */
  boolean apply(long id, String who) {
    return run(id, ImpactPlace.State.CHOSEN, ImpactPlace.State.DONE, who);
  }

  /** Brings back; false if it was told to stop before the end. */
  boolean undo(long id, String who) {
    return run(id, ImpactPlace.State.DONE, ImpactPlace.State.UNDONE, who);
  }

  private boolean run(long id, ImpactPlace.State from, ImpactPlace.State to, String who) {
    while (goOn.getAsBoolean()) {
      List<ImpactPlace> places = jdbi.withHandle(h -> new ImpactStore(h).next(id, from, BATCH));
      if (places.isEmpty()) {
        return true;
      }
      for (ImpactPlace place : places) {
        if (!goOn.getAsBoolean()) {
          return false;
        }
        one(id, place, to, who);
      }
    }
    return false;
  }

  private void one(long id, ImpactPlace place, ImpactPlace.State to, String who) {
    boolean back = to == ImpactPlace.State.UNDONE;
    TaggedText text = back ? place.target() : place.mended().orElseThrow();
    String refused;
    try {
      jdbi.useTransaction(
          h -> {
            ImpactStore store = new ImpactStore(h);
            long version = Math.max(place.version(), store.reached(id, place));
            store.became(id, place, to, write(place, version, text, who), place.reason());
          });
      return;
    } catch (StaleVersionException | NoSuchElementException e) {
      refused = "somebody changed it meanwhile";
    } catch (IllegalArgumentException e) {
      // read-only, locked, or no longer wanted in the language: the message says which
      refused = e.getMessage();
    }
    String why = refused;
    jdbi.useHandle(
        h ->
            new ImpactStore(h)
                .became(
                    id,
                    place,
                    back ? ImpactPlace.State.KEPT : ImpactPlace.State.SKIPPED,
                    place.reached(),
                    why));
  }

  /** Writes a text over a version, and gives the version that it makes. */
  private long write(ImpactPlace place, long version, TaggedText text, String who) {
    if (place.kind() == ImpactPlace.Kind.UNIT) {
      Unit unit = memories.unit(place.ref());
      if (unit.deleted()) {
        throw new StaleVersionException("unit " + place.ref());
      }
      return memories.updateVariant(place.ref(), version, place.language(), text, who).version();
    }
    SegmentRow row = dispatches.segment(place.ref(), place.language());
    return dispatches
        .save(
            place.ref(),
            place.language(),
            version,
            text,
            row.translation().state(),
            row.translation().origin(),
            who)
        .translation()
        .version();
  }
}
