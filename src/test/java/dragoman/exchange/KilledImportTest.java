package dragoman.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.memory.Match;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Query;
import dragoman.memory.UnitWriter;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of an import, twice, and imports the same file again. */
@Timeout(180)
class KilledImportTest {
  private static final int UNITS = 6_000;

  @TempDir Path folder;

  @Test
  void anImportThatWasKilledGoesOnWithoutDoublingAUnit() throws Exception {
    Path file = file();
    Path killed = folder.resolve("killed");
    long first = importUntilKilled(killed, file, 1);
    long second = importUntilKilled(killed, file, first);
    assertTrue(second >= first, first + " durable, then " + second);
    String whole = importWhole(folder.resolve("whole"), file, 0);
    // The last units of the file never were durable: a batch was not full.
    assertEquals(whole, importWhole(killed, file, first));
  }

  private Path file() throws IOException {
    StringBuilder tmx =
        new StringBuilder("<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\">");
    tmx.append("<note>of the desk</note></header><body>\n");
    for (int i = 0; i < UNITS; i++) {
      tmx.append(
              "<tu creationdate=\"20250102T030405Z\" creationid=\"x\"><tuv xml:lang=\"en\"><seg>")
          .append(sentence(i))
          .append("</seg></tuv><tuv xml:lang=\"az\"><seg>")
          .append(i)
          .append(" nömrəli karvan çıxdı.</seg></tuv></tu>\n");
    }
    return Files.writeString(folder.resolve("a.tmx"), tmx.append("</body></tmx>\n"));
  }

  private static String sentence(int i) {
    return "Convoy w" + Integer.toString(i, 36) + " left for camp v" + Integer.toString(i * 7, 36);
  }

  private long importUntilKilled(Path data, Path file, long enough)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProcess.class.getName(),
                data.toString(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long durable = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        durable = Long.parseLong(line);
        if (durable >= enough) {
          // SIGKILL, by the handle, which leaves the pipe open: what stands in it was durable.
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(durable >= enough, "the process ended by itself behind " + durable);
    assertTrue(durable < UNITS, "the whole file was durable");
    return durable;
  }

  /** The memory as TMX once the whole file is in it. */
  private static String importWhole(Path data, Path file, long atLeastThere) throws IOException {
    try (Database database = Database.inFolder(data);
        Memories memories = Memories.open(database, data.resolve("index"));
        InputStream in = Files.newInputStream(file)) {
      Memory memory = memories.find("news").orElseGet(() -> memories.create("news", ""));
      try (UnitWriter writer = memories.writer(memory, "test")) {
        ImportReport report = UnitFile.into(writer, "a.tmx", in);
        assertEquals(UNITS, report.added() + report.unchanged(), report.toString());
        assertTrue(report.added() > 0, report.toString());
        assertTrue(report.unchanged() >= atLeastThere, report.toString());
      }
      for (int i : List.of(0, 2_000, 4_999, 5_000, UNITS - 1)) {
        TaggedText text = TaggedText.of(sentence(i));
        List<Match> found =
            memories.lookup(Query.of(LanguageTag.of("en"), LanguageTag.of("az"), text, 100, 5));
        assertEquals(1, found.size(), "found for " + text.plain());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      UnitFile.write(memories, memory, UnitFilter.ALL, out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }
}
