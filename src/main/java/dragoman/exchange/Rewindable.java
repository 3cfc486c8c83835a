package dragoman.exchange;

import java.io.IOException;
import java.io.Reader;

/**
 * A reader that remembers the last characters it gave out, so that reading can be taken up again
 * behind a place that an XML parser could not get over. Memory is bounded by the window.
 */
final class Rewindable extends Reader {
  private static final int WINDOW = 1 << 16;
  private static final int GIVEN_AT_ONCE = 1 << 13;

  private final Reader source;
  private final char[] window = new char[WINDOW];
  private long fetched;
  private long position;
  private boolean ended;
  private String before = "";

  Rewindable(Reader source) {
    this.source = source;
  }

  /** How many characters have been given out from the start of the file. */
  long position() {
    return position;
  }

  /** Gives out these characters first; they count for no place. */
  void prepend(String characters) {
    before = characters;
  }

  /** Goes back to a place that is still in the window; an older one becomes the oldest there is. */
  void rewind(long to) {
    position = Math.max(Math.max(0, fetched - WINDOW), Math.min(to, fetched));
  }

  /** The next character of the file, whatever was prepended; -1 at its end. */
  int next() throws IOException {
    if (position == fetched && !fetch(1)) {
      return -1;
    }
    return window[(int) (position++ % WINDOW)];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!before.isEmpty()) {
      int count = Math.min(length, before.length());
      before.getChars(0, count, into, offset);
      before = before.substring(count);
      return count;
    }
    if (position == fetched && !fetch(Math.min(length, GIVEN_AT_ONCE))) {
      return -1;
    }
    int count = (int) Math.min(length, fetched - position);
    for (int i = 0; i < count; i++) {
      into[offset + i] = window[(int) (position++ % WINDOW)];
    }
    return count;
  }

  private boolean fetch(int most) throws IOException {
    if (ended) {
      return false;
    }
    int at = (int) (fetched % WINDOW);
    int count = source.read(window, at, Math.min(most, WINDOW - at));
    if (count < 0) {
      ended = true;
      return false;
    }
    fetched += count;
    return true;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
