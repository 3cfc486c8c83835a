package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.Dragoman;
import dragoman.language.LanguageTag;
import dragoman.memory.NewUnit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
  private static final String PAGE =
      "<html lang=\"en\"><body><p>The road is open. Nothing like it.</p></body></html>\n";

  @TempDir Path folder;
  private String data;
  private Path page;

  private record Run(int code, String output, String errors) {}

  private Run run(String... arguments) {
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
  void fillTheMemory() throws IOException {
    data = folder.resolve("data").toString();
    page = Files.writeString(folder.resolve("road.html"), PAGE);
    try (Dragoman dragoman = Dragoman.open(Path.of(data));
        UnitWriter writer =
            dragoman.memories().writer(dragoman.memories().create("m", ""), "Leyla")) {
      writer.add(
          NewUnit.of(
              variant("en", "The road is open."),
              variant("az", "Yol açıqdır."),
              variant("ar", "الطريق مفتوح.")));
    }
  }

  private static Variant variant(String language, String text) {
    return Variant.of(LanguageTag.of(language), TaggedText.of(text));
  }

  @Test
  void theDocumentGoesToAFileAndTheReportToStandardOutput() throws IOException {
    Path out = folder.resolve("road.az.html");
    Run run =
        run(
            "translate",
            page.toString(),
            "--from",
            "en",
            "--to",
            "az",
            "--output",
            out.toString(),
            "--data",
            data);
    assertEquals(0, run.code(), run.errors());
    assertEquals("", run.errors());
    assertEquals(
        PAGE.replace("The road is open.", "Yol açıqdır.").replace("\"en\"", "\"az\""),
        Files.readString(out));
    assertEquals(
        "az: 1 of 2 segments: 0 context, 1 exact, 0 near, 0 fuzzy, 0 terms; 3 of 7 words left;"
            + " written to "
            + out
            + System.lineSeparator(),
        run.output());
  }

  @Test
  void theDocumentGoesToStandardOutputAndTheReportToStandardError() {
    Run run = run("translate", page.toString(), "--from", "en", "--to", "az", "--data", data);
    assertEquals(0, run.code(), run.errors());
    assertTrue(run.output().startsWith("<html lang=\"az\"><body><p>Yol açıqdır. "), run.output());
    assertTrue(run.errors().startsWith("az: 1 of 2 segments"), run.errors());
  }

  @Test
  void everyLanguageGetsItsOwnFile() throws IOException {
    String out = folder.resolve("out.html").toString();
    Run run =
        run(
            "translate",
            page.toString(),
            "--from",
            "en",
            "--to",
            "az,ar",
            "--output",
            out,
            "--data",
            data);
    assertEquals(0, run.code(), run.errors());
    assertTrue(Files.readString(folder.resolve("out.az.html")).contains("Yol açıqdır."));
    String arabic = Files.readString(folder.resolve("out.ar.html"));
    assertTrue(arabic.contains("الطريق مفتوح. Nothing like it."), arabic);
    assertTrue(arabic.contains("dir=\"rtl\""), arabic);
    assertFalse(Files.exists(Path.of(out)));
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    Path broken = Files.writeString(folder.resolve("a.docx"), "no zip");
    Run bad = run("translate", broken.toString(), "--from", "en", "--to", "az", "--data", data);
    assertEquals(1, bad.code());
    assertEquals(1, bad.errors().lines().count(), bad.errors());
    assertTrue(bad.errors().contains("is no Word document"), bad.errors());
    Run none = run("translate", "none.txt", "--from", "en", "--to", "az", "--data", data);
    assertEquals(1, none.code());
    assertEquals(1, none.errors().lines().count(), none.errors());
    Run same = run("translate", page.toString(), "--from", "en", "--to", "en-GB", "--data", data);
    assertEquals(2, same.code());
    Run two = run("translate", page.toString(), "--from", "en", "--to", "az,ru", "--data", data);
    assertEquals(2, two.code());
  }
}
