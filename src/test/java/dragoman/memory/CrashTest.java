package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process while it confirms; what it had acknowledged must be there, and be found. */
class CrashTest {
  private static final int KILLS = 6;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedOutlivesKill9() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    Random random = new Random(4);
    for (int round = 0; round < KILLS; round++) {
      acknowledged.addAll(confirmUntilKilled(round, 1 + random.nextInt(12)));
    }
    assertTrue(acknowledged.size() >= KILLS, acknowledged.toString());
    try (Database database = Database.inFolder(folder);
        Memories memories = Memories.open(database, folder.resolve("index"))) {
      Memory memory = memories.find("news").orElseThrow();
      List<String> stored = new ArrayList<>();
      memories.eachUnit(memory, unit -> stored.add(unit.variants().get(0).text().plain()));
      for (String sentence : acknowledged) {
        assertTrue(stored.contains(sentence), "not in the database: " + sentence);
        List<Match> matches =
            memories.lookup(
                Query.of(
                    LanguageTag.of("en"), LanguageTag.of("az"), TaggedText.of(sentence), 100, 5));
        assertEquals(1, matches.size(), "not found: " + sentence);
      }
    }
  }

  private List<String> confirmUntilKilled(int round, int enough)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ConfirmingProcess.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == enough) {
          // SIGKILL, by the handle, which leaves the pipe open: what stands in it was acknowledged.
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(acknowledged.size() >= enough, "the process ended by itself in round " + round);
    return acknowledged;
  }
}
