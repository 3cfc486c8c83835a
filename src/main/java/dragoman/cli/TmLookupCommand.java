package dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dragoman.Dragoman;
import dragoman.dispatch.GlossaryNames;
import dragoman.language.LanguageTag;
import dragoman.memory.Match;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Query;
import dragoman.memory.Repair;
import dragoman.memory.Repaired;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Looks sentences up in the memories, one a line, and writes their matches, a JSON object a line.
 */
@Command(
    name = "lookup",
    mixinStandardHelpOptions = true,
    description = "Finds matches: a sentence a line in, a line of JSON out.")
final class TmLookupCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCANNED_AT_ONCE = 100;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "L", description = "source language")
  private LanguageTag from;

  @Option(names = "--to", required = true, paramLabel = "L", description = "target language")
  private LanguageTag to;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      defaultValue = "70",
      description = "the least score, 1 to 101 (default: ${DEFAULT-VALUE})")
  private int threshold;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many matches at most (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--memory", paramLabel = "NAME", description = "only this memory")
  private Optional<String> memory;

  @Option(
      names = "--exhaustive",
      description = "score every unit without the index: slow, and the proof")
  private boolean exhaustive;

  @Mixin private DataFolder data;

  @Option(names = "--input", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String input;

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Override
  public Integer call() throws IOException {
    refuseOutOfRange();
    try (LineReader lines = Streams.lines(input);
        Dragoman dragoman = data.openExisting();
        Writer out = Streams.writer(output)) {
      Memories memories = dragoman.memories();
      List<Long> asked = asked(memories);
      if (!exhaustive) {
        memories.awaitIndex(LONGEST_WAIT);
      }
      Repair repair = new Repair(new GlossaryNames(dragoman.glossary().current()));
      answer(memories, repair, asked, lines, out);
    }
    return 0;
  }

  private void refuseOutOfRange() {
    if (threshold < 1 || threshold > 101) {
      throw new ParameterException(spec.commandLine(), "--threshold must be 1 to 101.");
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more.");
    }
  }

  private List<Long> asked(Memories memories) {
    if (memory.isEmpty()) {
      return List.of();
    }
    Memory found =
        memories
            .find(memory.get())
            .orElseThrow(() -> new CommandException("There is no memory “" + memory.get() + "”."));
    return List.of(found.id());
  }

  private void answer(
      Memories memories, Repair repair, List<Long> asked, LineReader lines, Writer out)
      throws IOException {
    long[] nanos = new long[1024];
    int count = 0;
    long start = System.nanoTime();
    // The scan reads every unit anyway: a block of sentences goes with one reading.
    int block = exhaustive ? SCANNED_AT_ONCE : 1;
    List<String> texts = new ArrayList<>();
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      texts.clear();
      for (; line.isPresent() && texts.size() < block; line = lines.next()) {
        texts.add(line.get());
      }
      List<Query> queries = texts.stream().map(text -> query(text, asked)).toList();
      long[] own = new long[texts.size()];
      long before = System.nanoTime();
      List<List<Match>> found =
          exhaustive
              ? memories.lookupExhaustively(queries, own)
              : List.of(memories.lookup(queries.get(0)));
      // What the sentences of a block share, the reading of the units, falls on each alike.
      long shared = (System.nanoTime() - before - Arrays.stream(own).sum()) / texts.size();
      for (int i = 0; i < texts.size(); i++) {
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = own[i] + shared;
        write(texts.get(i), queries.get(i), found.get(i), repair, out);
      }
    }
    out.flush();
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    PrintWriter errors = Streams.errors();
    errors.println(
        String.format(
            Locale.ROOT,
            "%d %s in %.3f s: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms",
            count,
            count == 1 ? "lookup" : "lookups",
            (System.nanoTime() - start) / 1e9,
            percentile(sorted, 50),
            percentile(sorted, 95),
            percentile(sorted, 99)));
  }

  private Query query(String text, List<Long> asked) {
    return new Query(from, to, TaggedText.of(text), Optional.empty(), threshold, limit, asked);
  }

  private static void write(
      String text, Query query, List<Match> matches, Repair repair, Writer out) throws IOException {
    ObjectNode row = JSON.createObjectNode();
    row.put("query", text);
    ArrayNode array = row.putArray("matches");
    for (Match match : matches) {
      ObjectNode node = array.addObject();
      node.put("score", match.score());
      node.put("source", match.source().text().plain());
      node.put("target", match.target().text().plain());
      node.put("memory", match.memory().name());
      node.put("unit", match.unit().id());
      node.put("kind", match.kind().label());
      repair
          .repair(query, match)
          .filter(Repaired::certain)
          .ifPresent(repaired -> node.put("repaired", repaired.text().plain()));
    }
    out.write(JSON.writeValueAsString(row));
    out.write('\n');
  }

  /** Milliseconds that so many of a hundred lookups took at most (nearest rank). */
  private static double percentile(long[] sorted, int of100) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(of100 / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}
