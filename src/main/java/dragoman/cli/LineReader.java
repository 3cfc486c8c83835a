package dragoman.cli;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads UTF-8 a line at a time and holds no more than one; a line that is not UTF-8 is told by its
 * number, and all before it were given.
 */
public final class LineReader implements Closeable {
  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int filled;
  private long number;

  LineReader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /**
   * The next line without its end (LF or CR LF), or nothing at the input's end.
   *
   * @throws CommandException if it cannot be read or is not UTF-8
   */
  public Optional<String> next() {
    line.reset();
    try {
      boolean any = false;
      while (true) {
        if (at == filled) {
          filled = in.read(buffer);
          at = 0;
          if (filled <= 0) {
            filled = 0;
            return any ? Optional.of(decoded()) : Optional.empty();
          }
        }
        any = true;
        int end = at;
        while (end < filled && buffer[end] != '\n') {
          end++;
        }
        line.write(buffer, at, end - at);
        if (end < filled) {
          at = end + 1;
          return Optional.of(decoded());
        }
        at = end;
      }
    } catch (IOException e) {
      throw new CommandException("Reading " + name + " failed: " + e.getMessage() + ".", e);
    }
  }

  /** The number of the line that was given last, from 1. */
  public long number() {
    return number;
  }

  private String decoded() {
    number++;
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
    } catch (CharacterCodingException e) {
      throw new CommandException(
          "Line " + number + " of " + name + " is not UTF-8; convert the file to UTF-8 first.", e);
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
