package dragoman.cli;

import dragoman.alignment.Group;
import dragoman.alignment.Text;
import dragoman.dispatch.AlignmentUnits;
import dragoman.exchange.TmxWriter;
import dragoman.memory.NewUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes an alignment as links or as TMX, or gives its units. */
final class AlignOutput {
  private final List<Text> texts;
  private final List<String> files;
  private final List<Group> groups;

  /**
   * @param files what the texts are called
   */
  AlignOutput(List<Text> texts, List<String> files, List<Group> groups) {
    this.texts = texts;
    this.files = files;
    this.groups = groups;
  }

  /** A file is there as a whole or not at all, whenever the program ends. */
  void write(boolean links, String output) throws IOException {
    if (output.equals(Streams.STANDARD)) {
      plainly(links, output);
      return;
    }
    String part = output + ".part";
    plainly(links, part);
    Files.move(Path.of(part), Path.of(output), StandardCopyOption.REPLACE_EXISTING);
  }

  private void plainly(boolean links, String output) throws IOException {
    if (links) {
      try (Writer out = Streams.writer(output)) {
        for (Group group : groups) {
          out.write(
              group.sides().stream().map(AlignOutput::places).collect(Collectors.joining("\t"))
                  + "\n");
        }
      }
    } else {
      try (OutputStream out = Streams.stream(output);
          TmxWriter tmx = new TmxWriter(out)) {
        units(group -> true, unit -> tmx.unit(unit.variants(), unit.metadata()));
      }
    }
  }

  /** A unit for each wanted group with two sides or more. */
  void units(Predicate<Group> wanted, Consumer<NewUnit> consumer) {
    AlignmentUnits units = new AlignmentUnits(texts.stream().map(Text::language).toList(), files);
    int[] at = new int[texts.size()];
    for (Group group : groups) {
      List<List<String>> sides = new ArrayList<>();
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      for (int side = 0; side < at.length; side++) {
        List<String> sentences = texts.get(side).sentences();
        int end = at[side] + group.sides().get(side).size();
        sides.add(sentences.subList(at[side], end));
        before.add(at[side] > 0 ? sentences.get(at[side] - 1) : "");
        after.add(end < sentences.size() ? sentences.get(end) : "");
        at[side] = end;
      }
      if (!group.open() && wanted.test(group)) {
        NewUnit unit = units.unit(sides, before, after, OptionalDouble.of(group.confidence()));
        if (unit.variants().size() > 1) {
          consumer.accept(unit);
        }
      }
    }
  }

  private static String places(List<Integer> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
