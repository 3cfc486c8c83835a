package dragoman.memory;

/**
 * 64-bit hashes of texts, the same in every run and version, since database and index keep them:
 * FNV-1a over UTF-16 units, mixed by MurmurHash3's finalizer.
 *
 * <p>A hash only ever narrows. Where it decides what is found, the texts themselves are compared.
 */
final class Hash64 {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long state = BASIS;

  static long of(CharSequence text) {
    return new Hash64().add(text).value();
  }

  Hash64 add(CharSequence text) {
    return add(text, 0, text.length());
  }

  Hash64 add(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      state = (state ^ text.charAt(i)) * PRIME;
    }
    return separate();
  }

  Hash64 add(int number) {
    state = (state ^ (number & 0xffff)) * PRIME;
    state = (state ^ (number >>> 16)) * PRIME;
    return separate();
  }

  /** Keeps “ab”, “c” apart from “a”, “bc”; 0x10000 is no UTF-16 unit. */
  private Hash64 separate() {
    state = (state ^ 0x10000) * PRIME;
    return this;
  }

  long value() {
    long h = state;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
