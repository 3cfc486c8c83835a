package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script meets on the command line: counts, exit codes, one line for what failed. */
class CommandsTest {
  private static final String TMX =
      "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"en\"><seg>Stop.</seg></tuv>"
          + "<tuv xml:lang=\"az\"><seg>Dayan.</seg></tuv></tu></body></tmx>";

  @TempDir Path folder;
  private String data;

  private record Run(int code, String output, String errors) {}

  private static Run run(String... arguments) {
    PrintStream output = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = DragomanCommand.run(arguments);
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(output);
      System.setErr(errors);
    }
  }

  @BeforeEach
  void name() {
    data = folder.resolve("data").toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static void assertOneLine(Run run) {
    assertEquals(1, run.code(), run.toString());
    assertEquals(1, run.errors().lines().count(), run.errors());
    assertFalse(run.errors().contains("Exception"), run.errors());
  }

  @Test
  void commandsWorkOnPostgresWithoutADatabaseInTheFolder() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Run imported =
          run(
              "tm",
              "import",
              file("a.tmx", TMX),
              "--memory",
              "news",
              "--data",
              data,
              "--database",
              url);
      assertEquals(0, imported.code(), imported.toString());
      Run exported = run("tm", "export", "--memory", "news", "--data", data, "--database", url);
      assertTrue(exported.output().contains("Dayan."), exported.toString());
      assertFalse(Files.exists(folder.resolve("data").resolve("dragoman.mv.db")));
      String saved = folder.resolve("saved").toString();
      assertOneLine(run("backup", saved, "--data", data, "--database", url));
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidWithoutItsPassword() {
    Run run =
        run(
            "tm",
            "export",
            "--memory",
            "news",
            "--data",
            data,
            "--database",
            "jdbc:postgresql://127.0.0.1:1/none?user=nobody&password=hidden");
    assertOneLine(run);
    assertFalse(run.errors().contains("hidden"), run.errors());
  }

  @Test
  void everyCommandSaysItsVersion() {
    for (String[] command :
        List.of(
            new String[] {"--version"},
            new String[] {"serve", "--version"},
            new String[] {"tm", "lookup", "--version"})) {
      Run run = run(command);
      assertEquals(0, run.code());
      assertTrue(run.output().startsWith("Dragoman "), run.toString());
    }
  }

  @Test
  void aCommandThatReadsMakesNoFolder() {
    for (String[] command :
        List.of(
            new String[] {"tm", "lookup", "--from", "en", "--to", "az", "--input", "x"},
            new String[] {"tm", "export", "--memory", "m"},
            new String[] {"glossary", "export"},
            new String[] {"check", "--from", "en", "--to", "az"},
            new String[] {"user", "list"},
            new String[] {"token", "list"},
            new String[] {"backup", folder.resolve("b.zip").toString()})) {
      String[] all = Arrays.copyOf(command, command.length + 2);
      all[command.length] = "--data";
      all[command.length + 1] = data;
      if (command[1].equals("lookup")) {
        all[7] = assertDoes(() -> file("x", "Stop."));
      }
      Run run = run(all);
      assertOneLine(run);
      assertTrue(run.errors().contains("There is no data folder " + data), run.errors());
      assertFalse(Files.exists(Path.of(data)));
    }
  }

  private interface Doing {
    String run() throws IOException;
  }

  private static String assertDoes(Doing doing) {
    return org.junit.jupiter.api.Assertions.assertDoesNotThrow(doing::run);
  }

  @Test
  void aFileThatFailsMakesNoMemoryAndTheNextOneIsRead() throws IOException {
    String bad = file("bad.tmx", "\u0001\u0002");
    Run run = run("tm", "import", bad, "--memory", "bad", "--data", data);
    assertOneLine(run);
    assertOneLine(run("tm", "export", "--memory", "bad", "--data", data));
    run = run("tm", "import", bad, file("a.tmx", TMX), "--memory", "good", "--data", data);
    assertOneLine(run);
    assertTrue(run.output().contains("1 unit read, 1 added"), run.output());
    assertEquals(0, run("tm", "export", "--memory", "good", "--data", data).code());
  }

  @Test
  void aLineWithoutATabIsSkippedAndTheNextOnesAreChecked() throws IOException {
    String glossary = file("g.csv", "en,az\nGanja,Gəncə\n");
    String input = file("c.tsv", "no tab\nGanja is old.\tŞəhər qədimdir.\nnor here\n");
    Run run = run("check", "--from", "en", "--to", "az", "--glossary", glossary, "--input", input);
    assertEquals(1, run.code());
    assertEquals(2, run.errors().lines().count(), run.errors());
    assertTrue(run.output().contains("\"segment\":2"), run.output());
  }

  @Test
  void translateTakesDocumentsOnly() throws IOException {
    run("tm", "import", file("a.tmx", TMX), "--memory", "m", "--data", data);
    Run run = run("translate", file("b.tmx", TMX), "--from", "en", "--to", "az", "--data", data);
    assertOneLine(run);
    assertTrue(run.errors().contains(".docx"), run.errors());
    assertEquals(
        2,
        run("translate", file("b.txt", "x"), "--from", "en", "--to", "zxx", "--data", data).code());
  }

  @Test
  void aBackupGivesBackAllThatWasThere() throws IOException {
    run("tm", "import", file("a.tmx", TMX), "--memory", "m", "--data", data);
    run("glossary", "import", file("g.csv", "en,az\nGanja,Gəncə\n"), "--data", data);
    String backup = folder.resolve("all.backup").toString();
    assertEquals(0, run("backup", backup, "--data", data).code());
    assertEquals(0, run("backup", backup, "--data", data).code());
    String other = folder.resolve("other").toString();
    Run restored = run("restore", backup, "--data", other);
    assertEquals(0, restored.code(), restored.errors());
    assertEquals(
        run("tm", "export", "--memory", "m", "--data", data).output(),
        run("tm", "export", "--memory", "m", "--data", other).output());
    assertTrue(run("glossary", "export", "--data", other).output().contains("Gəncə"));
    Run found =
        run(
            "tm",
            "lookup",
            "--from",
            "az",
            "--to",
            "en",
            "--data",
            other,
            "--input",
            file("q", "Dayan.\n"));
    assertTrue(found.output().contains("\"target\":\"Stop.\""), found.output());
    Run again = run("restore", backup, "--data", other);
    assertOneLine(again);
    assertTrue(again.errors().contains("is not empty"), again.errors());
  }

  @Test
  void aBackupThatIsCutOrDamagedOrNoneRestoresNothing() throws IOException {
    run("tm", "import", file("a.tmx", TMX), "--memory", "m", "--data", data);
    Path backup = folder.resolve("b.zip");
    run("backup", backup.toString(), "--data", data);
    byte[] whole = Files.readAllBytes(backup);
    String other = folder.resolve("other").toString();
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x55;
    for (byte[] bad :
        List.of(
            new byte[0],
            Arrays.copyOf(whole, 100),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1),
            flipped,
            TMX.getBytes(StandardCharsets.UTF_8))) {
      Files.write(backup, bad);
      assertOneLine(run("restore", backup.toString(), "--data", other));
      assertFalse(Files.exists(Path.of(other)), bad.length + " bytes");
    }
    assertOneLine(run("restore", folder.resolve("none.zip").toString(), "--data", other));
    assertOneLine(run("backup", folder.resolve("no/such/folder.zip").toString(), "--data", data));
  }
}
