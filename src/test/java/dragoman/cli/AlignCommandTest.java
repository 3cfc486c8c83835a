package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {
  @TempDir Path folder;
  private Path english;
  private Path azerbaijani;

  @BeforeEach
  void write() throws IOException {
    english = folder.resolve("en.txt");
    azerbaijani = folder.resolve("az.txt");
    Files.writeString(
        english, "The bridge at Barda is open. Two schools were closed.\n\nRain & wind: 40 %.\n");
    Files.writeString(
        azerbaijani, "Bərdədəki körpü açıqdır. İki məktəb bağlanıb.\nYağış və külək: 40 %.\n");
  }

  private int align(String... more) {
    String[] first = {"align", "--from", "en", "--to", "az"};
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return DragomanCommand.run(all);
  }

  private int pair(Path source, Path target, Path output, String... options) {
    String[] all = new String[6 + options.length];
    System.arraycopy(
        new String[] {
          "--source",
          source.toString(),
          "--target",
          target.toString(),
          "--output",
          output.toString()
        },
        0,
        all,
        0,
        6);
    System.arraycopy(options, 0, all, 6, options.length);
    return align(all);
  }

  @Test
  void paragraphsAreSplitAndUnitsWritten() throws IOException {
    Path output = folder.resolve("out.tmx");
    assertEquals(0, pair(english, azerbaijani, output));
    String tmx = Files.readString(output);
    assertTrue(tmx.contains("<tuv xml:lang=\"en\"><seg>Two schools were closed.</seg>"), tmx);
    assertTrue(tmx.contains("<tuv xml:lang=\"az\"><seg>İki məktəb bağlanıb.</seg>"), tmx);
    assertTrue(tmx.contains("x-alignment-confidence"), tmx);
    assertEquals(4, tmx.split("<tu>").length);
  }

  @Test
  void linksCountSentencesFromNone() throws IOException {
    Path output = folder.resolve("out.links");
    assertEquals(0, pair(english, azerbaijani, output, "--links"));
    assertEquals("0\t0\n1\t1\n2\t2\n", Files.readString(output));
  }

  @Test
  void aBatchDoesWhatItCanAndSaysWhatFailed() throws IOException {
    Path list = folder.resolve("list.tsv");
    Path good = folder.resolve("good.links");
    Path bad = folder.resolve("bad.links");
    Files.writeString(
        list,
        String.join(
            "\n",
            "no tabs",
            english + "\t" + english + "\t" + bad,
            english + "\t" + folder.resolve("none.txt") + "\t" + folder.resolve("x"),
            english + "\t" + azerbaijani + "\t" + good,
            english + "\t" + azerbaijani + "\t" + good));
    assertEquals(1, align("--links", "--batch", list.toString()));
    assertEquals("0\t0\n1\t1\n2\t2\n", Files.readString(good));
    assertFalse(Files.exists(bad));
  }

  @Test
  void nothingIsWrittenForTextsThatCannotBeAligned() {
    Path output = folder.resolve("out.tmx");
    assertEquals(1, pair(azerbaijani, english, output));
    assertEquals(1, pair(english, english, output));
    assertEquals(1, pair(english, folder.resolve("none.txt"), output));
    assertFalse(Files.exists(output));
  }

  @Test
  void aWrongUsageIsTwo() {
    assertEquals(2, align());
    assertEquals(2, align("--source", english.toString()));
    assertEquals(2, align("--batch", "list", "--output", "x"));
  }
}
