package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds any part of a text, without regard to case as each language has it; where that finds
 * nothing, without regard to marks and signs either, ı as i and ə as e. The index tells which units
 * may have it, the database which do; where the index cannot tell, every unit is read.
 */
final class Searching {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** With more changes than this behind the index, all units are read in their order. */
  private static final long MOST_BEHIND = 50_000;

  private static final int LEAST_READ = 64;
  private static final int MOST_READ = 1_000;

  private final Jdbi jdbi;
  private final MemoryRows memories;
  private final UnitRows units;
  private final Languages languages;
  private final Analyzer analyzer;
  private final Segments segments;
  private final IndexFollower follower;

  Searching(
      Jdbi jdbi,
      MemoryRows memories,
      UnitRows units,
      Languages languages,
      Analyzer analyzer,
      Segments segments,
      IndexFollower follower) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.units = units;
    this.languages = languages;
    this.analyzer = analyzer;
    this.segments = segments;
    this.follower = follower;
  }

  Page<Unit> search(UnitSearch search) {
    List<Memory> asked = List.of(memories.get(search.memoryId()));
    if (search.text().isEmpty() && search.language().isEmpty()) {
      return all(search);
    }
    if (search.deleted()) {
      return search(search, new Scan(asked, true));
    }
    return answered(asked, source -> search(search, source));
  }

  /** The same, by reading every unit: slow, and the proof. */
  Page<Unit> searchExhaustively(UnitSearch search) {
    return search(search, new Scan(List.of(memories.get(search.memoryId())), search.deleted()));
  }

  Page<Concordance> concordance(
      String text,
      LanguageTag language,
      LanguageTag other,
      List<Memory> asked,
      int offset,
      int limit) {
    return answered(asked, source -> concordance(text, language, other, offset, limit, source));
  }

  /** Every unit whose text in a language may have what a probe looks for. */
  void each(Probe probe, List<Memory> asked, BiPredicate<Memory, Unit> consumer) {
    Needle needle =
        probe.whole()
            ? new Needle.Forms(probe.text(), probe.language(), analyzer)
            : new Needle.Loose(probe.text());
    Optional<String> key = Optional.of(languages.key(probe.language()));
    Set<Long> given = new HashSet<>();
    answered(
        asked,
        source -> {
          PageInMaking<Unit> page = new PageInMaking<>(0, Integer.MAX_VALUE);
          source.find(
              needle,
              key,
              page,
              (memory, unit) -> {
                boolean found = variants(unit, key).anyMatch(needle::in);
                if (found && given.add(unit.id()) && !consumer.test(memory, unit)) {
                  page.end();
                }
              });
          return page.page();
        });
  }

  /** The same, by reading every unit: slow, and the proof. */
  Page<Concordance> concordanceExhaustively(
      String text,
      LanguageTag language,
      LanguageTag other,
      List<Memory> asked,
      int offset,
      int limit) {
    return concordance(text, language, other, offset, limit, new Scan(asked, false));
  }

  private Page<Unit> all(UnitSearch search) {
    List<Unit> page = new ArrayList<>();
    long[] passed = {0};
    int read = (int) Math.min(MOST_READ, (long) search.offset() + search.limit());
    units.each(
        search.memoryId(),
        search.deleted(),
        read,
        placed -> {
          if (passed[0]++ >= search.offset()) {
            page.add(placed.unit());
          }
          return page.size() < search.limit();
        });
    return new Page<>(page, units.count(search.memoryId(), search.deleted()));
  }

  private Page<Unit> search(UnitSearch search, Source source) {
    Optional<String> key = search.language().map(languages::key);
    PageInMaking<Unit> exact = new PageInMaking<>(search.offset(), search.limit());
    Needle needle = new Needle.Exact(search.text());
    source.find(needle, key, exact, (memory, unit) -> holding(unit, key, needle, exact));
    Needle.Loose loose = new Needle.Loose(search.text());
    if (!exact.none() || loose.empty()) {
      return exact.page();
    }
    PageInMaking<Unit> page = new PageInMaking<>(search.offset(), search.limit());
    source.find(loose, key, page, (memory, unit) -> holding(unit, key, loose, page));
    return page.page();
  }

  private void holding(Unit unit, Optional<String> key, Needle needle, PageInMaking<Unit> page) {
    if (variants(unit, key).anyMatch(needle::in)) {
      page.add(unit);
    }
  }

  private Page<Concordance> concordance(
      String text, LanguageTag language, LanguageTag other, int offset, int limit, Source source) {
    PageInMaking<Concordance> page = new PageInMaking<>(offset, limit);
    Optional<String> key = Optional.of(languages.key(language));
    Needle.Loose loose = new Needle.Loose(text);
    Needle.Forms forms = new Needle.Forms(text, language, analyzer);
    Needle base = new Needle.Exact(text);
    places(source, base, key, other, false, page);
    if (page.none() && !loose.empty()) {
      base = loose;
      places(source, base, key, other, false, page);
    }
    if (!page.stopped() && !forms.empty()) {
      places(source, new Needle.Besides(forms, base), key, other, true, page);
    }
    return page.page();
  }

  private void places(
      Source source,
      Needle needle,
      Optional<String> key,
      LanguageTag other,
      boolean otherForm,
      PageInMaking<Concordance> page) {
    source.find(
        needle,
        key,
        page,
        (memory, unit) ->
            variants(unit, key)
                .filter(needle::in)
                .forEach(
                    v ->
                        page.add(
                            new Concordance(memory, unit, v, unit.variant(other), otherForm))));
  }

  private Stream<Variant> variants(Unit unit, Optional<String> key) {
    return unit.variants().stream()
        .filter(v -> key.isEmpty() || languages.key(v.language()).equals(key.get()));
  }

  /** Answers by the index, or where that cannot be, by the database alone. */
  private <T> Page<T> answered(List<Memory> asked, Function<Source, Page<T>> answer) {
    long last = follower.lastPlace();
    follower.await(last, PATIENCE);
    Optional<UnitIndex.Snapshot> snapshot = follower.snapshot();
    if (snapshot.isEmpty()) {
      return answer.apply(new Scan(asked, false));
    }
    try {
      return answer.apply(source(asked, snapshot.get(), last));
    } catch (UncheckedIOException e) {
      follower.distrust(e.getCause());
      return answer.apply(new Scan(asked, false));
    } finally {
      Lookup.release(snapshot.get());
    }
  }

  private Source source(List<Memory> asked, UnitIndex.Snapshot snapshot, long last) {
    return last - snapshot.place() > MOST_BEHIND
        ? new Scan(asked, false)
        : new Indexed(asked, snapshot, last);
  }

  /** What would be answered if this were what the index holds, and this the last change. */
  Page<Unit> search(UnitSearch search, UnitIndex.Snapshot snapshot, long last) {
    return search(search, source(List.of(memories.get(search.memoryId())), snapshot, last));
  }

  /** Where units come from that may have what is looked for, in the order of the answer. */
  private interface Source {
    void find(
        Needle needle,
        Optional<String> languageKey,
        PageInMaking<?> page,
        BiConsumer<Memory, Unit> consumer);
  }

  private final class Scan implements Source {
    private final List<Memory> asked;
    private final boolean deleted;

    Scan(List<Memory> asked, boolean deleted) {
      this.asked = asked;
      this.deleted = deleted;
    }

    @Override
    public void find(
        Needle needle,
        Optional<String> languageKey,
        PageInMaking<?> page,
        BiConsumer<Memory, Unit> consumer) {
      for (Memory memory : asked) {
        units.each(
            memory.id(),
            deleted,
            MOST_READ,
            placed -> {
              if (page.enough()) {
                return false;
              }
              page.read();
              consumer.accept(memory, placed.unit());
              return true;
            });
      }
    }
  }

  private final class Indexed implements Source {
    private final List<Memory> asked;
    private final Map<Long, Integer> ranks = new HashMap<>();
    private final UnitIndex.Snapshot snapshot;
    private final Set<Long> changed = new HashSet<>();
    private final long[] tail;

    Indexed(List<Memory> asked, UnitIndex.Snapshot snapshot, long last) {
      this.asked = asked;
      this.snapshot = snapshot;
      for (Memory memory : asked) {
        ranks.put(memory.id(), ranks.size());
      }
      tail = tail(last);
    }

    /** What changed behind the index's place: read again with every page, as it then is. */
    private long[] tail(long last) {
      LongStream.Builder places = LongStream.builder();
      long place = snapshot.place();
      boolean more = place < last;
      // To the end, not to the last place: a unit that changes meanwhile moves behind it.
      while (more) {
        long from = place;
        List<UnitRows.Stood> page = jdbi.withHandle(h -> UnitRows.movedAfter(h, from, MOST_READ));
        for (UnitRows.Stood unit : page) {
          Integer rank = ranks.get(unit.memoryId());
          if (changed.add(unit.id()) && rank != null) {
            places.add(Occurrences.place(rank, unit.id()));
          }
          place = unit.place();
        }
        more = page.size() == MOST_READ;
      }
      return places.build().sorted().distinct().toArray();
    }

    @Override
    public void find(
        Needle needle,
        Optional<String> languageKey,
        PageInMaking<?> page,
        BiConsumer<Memory, Unit> consumer) {
      try {
        Occurrences occurrences = needle.occurrences(snapshot.reader(), segments, languageKey);
        long after = -1;
        int chunk = Math.min(MOST_READ, Math.max(LEAST_READ, page.wanted()));
        while (true) {
          long[] places =
              merged(occurrences.next(ranks, after, MOST_READ, changed), after, MOST_READ);
          for (int from = 0; from < places.length; from += chunk) {
            if (page.enough()) {
              return;
            }
            read(
                Arrays.copyOfRange(places, from, Math.min(from + chunk, places.length)),
                page,
                consumer);
          }
          if (places.length < MOST_READ || page.enough()) {
            return;
          }
          after = places[places.length - 1];
          chunk = MOST_READ;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private long[] merged(long[] indexed, long after, int most) {
      if (tail.length == 0) {
        return indexed;
      }
      return LongStream.concat(
              Arrays.stream(indexed), Arrays.stream(tail).filter(p -> p > after).limit(most))
          .sorted()
          .limit(most)
          .toArray();
    }

    private void read(long[] places, PageInMaking<?> page, BiConsumer<Memory, Unit> consumer) {
      List<Long> ids = Arrays.stream(places).map(Occurrences::unitId).boxed().toList();
      Map<Long, UnitRows.Placed> read = jdbi.withHandle(h -> units.byIds(h, ids, false));
      for (UnitRows.Placed placed : read.values()) {
        if (page.enough()) {
          return;
        }
        Unit unit = placed.unit();
        Integer rank = ranks.get(unit.memoryId());
        if (!unit.deleted() && rank != null) {
          page.read();
          consumer.accept(asked.get(rank), unit);
        }
      }
    }
  }
}
