package dragoman.cli;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of {@code --input} and {@code --output}: UTF-8, {@code -} for the standard streams. */
public final class Streams {
  /** The name that stands for standard input or output. */
  public static final String STANDARD = "-";

  private Streams() {}

  /**
   * Opens an input for reading lines.
   *
   * @throws CommandException if there is no such file or it cannot be opened
   */
  public static LineReader lines(String input) {
    return new LineReader(
        bytes(input), input.equals(STANDARD) ? "the standard input" : "the file " + input);
  }

  /**
   * Opens an input.
   *
   * @throws CommandException if there is no such file or it cannot be opened
   */
  public static InputStream bytes(String input) {
    if (input.equals(STANDARD)) {
      return System.in;
    }
    Path file = Path.of(input);
    if (Files.isDirectory(file)) {
      throw new CommandException("The input " + input + " is a folder, not a file.");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new CommandException("There is no file " + input + ".", e);
    } catch (IOException e) {
      throw new CommandException("The file " + input + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Opens an output for text; closing flushes, and leaves the standard output open.
   *
   * @throws CommandException if the file cannot be written
   */
  public static Writer writer(String output) {
    return new BufferedWriter(
        new OutputStreamWriter(stream(output), StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * Opens an output for bytes; closing flushes, and leaves the standard output open.
   *
   * @throws CommandException if the file cannot be written
   */
  public static OutputStream stream(String output) {
    if (output.equals(STANDARD)) {
      return new FilterOutputStream(System.out) {
        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
          out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
          flush();
        }
      };
    }
    try {
      return new FileOutputStream(output);
    } catch (IOException e) {
      throw new CommandException("The file " + output + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Standard output as UTF-8, whatever the terminal's default is. */
  public static PrintWriter output() {
    return new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
  }

  /** Standard error as UTF-8, whatever the terminal's default is. */
  public static PrintWriter errors() {
    return new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
  }
}
