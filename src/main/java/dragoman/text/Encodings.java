package dragoman.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the character encoding of a text: its byte order mark, what it says of itself, UTF-8 if it
 * is valid, and else the likeliest of the encodings that desks send.
 */
public final class Encodings {
  /** Of a long text its beginning is enough to tell the encoding. */
  private static final int SAMPLE = 1 << 16;

  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

  /** Labels that mean a larger set in practice (WHATWG Encoding Standard). */
  private static final Map<String, String> MEANS =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "US-ASCII", "windows-1252",
          "ISO-8859-9", "windows-1254",
          "ISO-8859-5", "ISO-8859-5");

  private static final List<String> SENT =
      List.of(
          "windows-1251",
          "windows-1254",
          "windows-1252",
          "windows-1256",
          "KOI8-R",
          "KOI8-U",
          "IBM866",
          "ISO-8859-5",
          "ISO-8859-6",
          "windows-1250");

  /** How plausible a text must be, and by how much more than any other, to be surely so. */
  private static final double SURE = 0.8;

  private static final double CLEARLY = 0.1;
  private static final int LEAST_LETTERS = 3;

  private Encodings() {}

  /**
   * A text and how it was encoded.
   *
   * @param text the text without its byte order mark
   * @param charset its encoding
   * @param mark the byte order mark that stood before it; empty for none
   */
  public record Decoded(String text, Charset charset, byte[] mark) {

    /** The same text as bytes again. */
    public byte[] encode(String other) {
      byte[] body = other.getBytes(charset);
      byte[] all = new byte[mark.length + body.length];
      System.arraycopy(mark, 0, all, 0, mark.length);
      System.arraycopy(body, 0, all, mark.length, body.length);
      return all;
    }
  }

  /**
   * Decodes a plain text, or a page if {@code html}, whose own word for its encoding counts.
   *
   * @param called what a sentence to a person calls the text
   * @throws IllegalArgumentException if it is in no encoding known here, or not in the one that it
   *     names; the message is one sentence for a person
   */
  public static Decoded decode(String called, byte[] bytes, boolean html) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(called, bytes, StandardCharsets.UTF_8, 3);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return strict(called, bytes, StandardCharsets.UTF_16LE, 2);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return strict(called, bytes, StandardCharsets.UTF_16BE, 2);
    }
    Optional<Charset> unmarked = utf16(bytes);
    if (unmarked.isPresent()) {
      return strict(called, bytes, unmarked.get(), 0);
    }
    Optional<String> utf8 = tryDecode(bytes, 0, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return new Decoded(utf8.get(), StandardCharsets.UTF_8, new byte[0]);
    }
    Optional<Charset> declared = html ? declared(bytes) : Optional.empty();
    if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
      Optional<String> text = tryDecode(bytes, 0, declared.get());
      if (text.isPresent()) {
        return new Decoded(text.get(), declared.get(), new byte[0]);
      }
    }
    return likeliest(called, bytes);
  }

  /**
   * The encoding of a text of which this is the beginning, only where no other is likely: by its
   * byte order mark, the zero bytes of UTF-16, valid UTF-8, or one-byte letters that make sense in
   * one encoding alone.
   */
  public static Optional<Charset> surely(byte[] beginning) {
    if (begins(beginning, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (begins(beginning, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (begins(beginning, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    byte[] even = Arrays.copyOf(beginning, beginning.length & ~1);
    Optional<Charset> unmarked = utf16(even);
    if (unmarked.isPresent()) {
      return unmarked;
    }
    // A character that the beginning cuts in two says nothing against UTF-8.
    for (int cut = 0; cut < 4 && cut <= beginning.length; cut++) {
      byte[] whole = Arrays.copyOf(beginning, beginning.length - cut);
      if (tryDecode(whole, 0, StandardCharsets.UTF_8).isPresent()) {
        return Optional.of(StandardCharsets.UTF_8);
      }
    }
    return surelyOneByte(beginning);
  }

  private static Optional<Charset> surelyOneByte(byte[] bytes) {
    Optional<Decoded> best = Optional.empty();
    double bestPoints = SURE;
    for (String name : SENT) {
      Charset candidate = Charset.forName(name);
      Optional<String> text = tryDecode(bytes, 0, candidate);
      if (text.isEmpty() || text.get().chars().filter(c -> c >= 0x80).count() < LEAST_LETTERS) {
        continue;
      }
      double points = Plausibility.of(text.get()) - capitals(text.get()) / 2;
      boolean same = best.isPresent() && best.get().text().equals(text.get());
      if (points >= SURE && !same) {
        if (best.isPresent() && Math.abs(points - bestPoints) < CLEARLY) {
          return Optional.empty();
        }
        if (best.isEmpty() || points > bestPoints) {
          best = Optional.of(new Decoded(text.get(), candidate, new byte[0]));
          bestPoints = points;
        }
      }
    }
    return best.map(Decoded::charset);
  }

  /** What part of the letters beyond ASCII are capitals: KOI8 has those where others have small. */
  private static double capitals(String text) {
    long letters = text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
    long capitals = text.chars().filter(c -> c >= 0x80 && Character.isUpperCase(c)).count();
    return letters == 0 ? 0 : (double) capitals / letters;
  }

  private static Decoded likeliest(String called, byte[] bytes) {
    Set<String> names = new LinkedHashSet<>();
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample(bytes));
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() >= 10) {
        names.add(MEANS.getOrDefault(match.getName(), match.getName()));
      }
    }
    names.addAll(SENT);
    String best = null;
    Charset charset = null;
    double bestPoints = Double.NEGATIVE_INFINITY;
    int rank = 0;
    for (String name : names) {
      Optional<Charset> candidate = charset(name);
      if (candidate.isEmpty() || name.startsWith("UTF-")) {
        continue;
      }
      Optional<String> text = tryDecode(bytes, 0, candidate.get());
      if (text.isPresent()) {
        double points = Plausibility.of(text.get()) - 0.002 * rank;
        if (points > bestPoints) {
          bestPoints = points;
          best = text.get();
          charset = candidate.get();
        }
      }
      rank++;
    }
    if (best == null) {
      throw new IllegalArgumentException(
          called
              + " is in no character encoding that we know; save it as UTF-8 and send it again.");
    }
    return new Decoded(best, charset, new byte[0]);
  }

  private static Decoded strict(String called, byte[] bytes, Charset charset, int mark) {
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in)
              .toString();
      byte[] kept = new byte[mark];
      System.arraycopy(bytes, 0, kept, 0, mark);
      return new Decoded(text, charset, kept);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          called
              + " says it is "
              + charset.name()
              + " but is not at byte "
              + (in.position() + 1)
              + "; save it as UTF-8 and send it again.",
          e);
    }
  }

  private static Optional<String> tryDecode(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException notThisOne) {
      return Optional.empty();
    }
  }

  /** UTF-16 without a mark shows by the zero bytes of its spaces and line ends. */
  private static Optional<Charset> utf16(byte[] bytes) {
    int little = 0;
    int big = 0;
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    for (int i = 0; i < pairs; i++) {
      int first = bytes[2 * i];
      int second = bytes[2 * i + 1];
      if (second == 0 && (first == ' ' || first == '\n' || first == '\r')) {
        little++;
      } else if (first == 0 && (second == ' ' || second == '\n' || second == '\r')) {
        big++;
      }
    }
    if (bytes.length % 2 != 0 || Math.max(little, big) * 50 < pairs) {
      return Optional.empty();
    }
    return Optional.of(little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    Matcher meta = META.matcher(head);
    return meta.find() ? charset(meta.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      String means = MEANS.get(charset.name());
      return Optional.of(means == null ? charset : Charset.forName(means));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static byte[] sample(byte[] bytes) {
    if (bytes.length <= SAMPLE) {
      return bytes;
    }
    byte[] sample = new byte[SAMPLE];
    System.arraycopy(bytes, 0, sample, 0, SAMPLE);
    return sample;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
