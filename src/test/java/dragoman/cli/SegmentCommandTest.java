package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCommandTest {
  @TempDir Path folder;

  private record Run(int code, String errors) {}

  private static Run run(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int code = DragomanCommand.run(arguments);
      return new Run(code, errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSentenceALineAndAnEmptyLineAfterEachParagraph() throws IOException {
    Path in =
        file("in.txt", "\uFEFFOne came. Two went.\r\nA line alone\n\nƏ. Əliyev gəldi. O getdi.");
    Path out = folder.resolve("out.txt");
    Run run =
        run("segment", "--language", "az", "--input", in.toString(), "--output", out.toString());
    assertEquals(new Run(0, ""), run);
    assertEquals(
        "One came.\nTwo went.\n\nA line alone\n\n\nƏ. Əliyev gəldi.\nO getdi.\n\n",
        Files.readString(out));
  }

  @Test
  void explainTellsOnStandardErrorWhatDecidedEachPlace() throws IOException {
    Path in = file("in.txt", "Mr. Li came. He left.\n");
    Path out = folder.resolve("out.txt");
    Run run =
        run(
            "segment",
            "--language",
            "en",
            "--explain",
            "--input",
            in.toString(),
            "--output",
            out.toString());
    assertEquals(0, run.code());
    List<String> lines = run.errors().lines().toList();
    assertEquals(2, lines.size(), run.errors());
    assertTrue(
        lines
            .get(0)
            .matches(
                "1:3 holds  Mr\\.│ Li came\\. He left\\.  because: titles and ranks before a name.*"
                    + " \\(english\\.srx:\\d+\\)"),
        run.errors());
    assertTrue(
        lines
            .get(1)
            .matches(
                "1:12 breaks  Mr\\. Li came\\.│ He left\\.  because: a stop.* \\(default\\.srx:\\d+\\)"),
        run.errors());
  }

  @Test
  void whatIsGoodBeforeALineThatIsNotUtf8IsWritten() throws IOException {
    Path in =
        file("in.txt", new byte[] {'A', '.', ' ', 'B', '.', '\n', (byte) 0xFF, '\n', 'C', '\n'});
    Path out = folder.resolve("out.txt");
    Run run =
        run("segment", "--language", "de", "--input", in.toString(), "--output", out.toString());
    assertEquals(1, run.code());
    assertTrue(run.errors().startsWith("Line 2 of the file "), run.errors());
    assertEquals(1, run.errors().lines().count());
    assertTrue(Files.readString(out).startsWith("A."), Files.readString(out));
  }

  @Test
  void whatIsWrongIsToldInOneLine() throws IOException {
    Path none = folder.resolve("none");
    Path bad = file("bad.srx", "<a/>");
    Path in = file("in.txt", "A\n");
    assertOneLine(run("segment", "--language", "en", "--input", none.toString()), 1);
    assertOneLine(run("segment", "--language", "en", "--input", folder.toString()), 1);
    assertOneLine(
        run("segment", "--language", "en", "--input", in.toString(), "--srx", bad.toString()), 1);
    assertOneLine(
        run("segment", "--language", "en", "--input", in.toString(), "--srx", none.toString()), 1);
    assertEquals(2, run("segment", "--language", "not a tag").code());
    assertEquals(2, run("segment").code());
  }

  private static void assertOneLine(Run run, int code) {
    assertEquals(code, run.code());
    assertEquals(1, run.errors().lines().count(), run.errors());
  }
}
