package dragoman.cli;

import dragoman.alignment.Alignment;
import dragoman.alignment.Bead;
import dragoman.alignment.Text;
import dragoman.alignment.TextPair;
import dragoman.exchange.TmxWriter;
import dragoman.memory.Metadata;
import dragoman.memory.Property;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an alignment as links or as TMX. */
final class AlignOutput {
  /** The property that says how probable it is that a unit's two texts answer each other. */
  private static final String CONFIDENCE = "x-alignment-confidence";

  private AlignOutput() {}

  /** A bead a line: places of the source, a tab, places of the target. */
  static void links(Alignment alignment, String output) throws IOException {
    try (Writer out = Streams.writer(output)) {
      for (Bead bead : alignment.beads()) {
        out.write(places(bead.source()) + "\t" + places(bead.target()) + "\n");
      }
    }
  }

  /** A unit for each bead with two sides. */
  static void tmx(TextPair pair, Alignment alignment, String output) throws IOException {
    try (OutputStream out = Streams.stream(output);
        TmxWriter tmx = new TmxWriter(out)) {
      for (Bead bead : alignment.beads()) {
        if (!bead.open()) {
          String confidence = String.format(Locale.ROOT, "%.2f", bead.confidence());
          tmx.unit(
              List.of(variant(pair.source(), bead.source()), variant(pair.target(), bead.target())),
              new Metadata(Map.of(), List.of(new Property(CONFIDENCE, "", confidence)), List.of()));
        }
      }
    }
  }

  private static Variant variant(Text text, List<Integer> places) {
    String joined =
        places.stream()
            .map(place -> text.sentences().get(place).strip())
            .collect(Collectors.joining(" "));
    return Variant.of(text.language(), TaggedText.of(joined));
  }

  private static String places(List<Integer> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
