package dragoman.exchange;

import dragoman.text.Encodings;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * A table in a text file as spreadsheets write it: in UTF-8, or in another encoding that shows
 * beyond doubt; parted by the separator that its {@code sep=} line names, or its header uses. Bytes
 * that the encoding does not have become {@link XmlEncoding#BROKEN}, so that the row can be named.
 *
 * @param characters from the header on
 * @param separator comma, semicolon or tab
 * @param before lines that stood before the header
 * @param notice what a person should know of how it was read, one sentence
 */
record CsvFile(BufferedReader characters, char separator, int before, Optional<String> notice) {
  static final String BROKEN_ROW =
      "it has bytes that are not UTF-8; save the file as “CSV UTF-8” and import it again";

  private static final String SEPARATORS = ",;\t";
  private static final int SAMPLE = 1 << 18;
  private static final int LONGEST_HEADER = 1 << 16;

  /**
   * Opens a table.
   *
   * @param expected the separator where the header has none
   */
  static CsvFile open(InputStream in, char expected) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(SAMPLE);
    byte[] sample = bytes.readNBytes(SAMPLE);
    bytes.reset();
    Charset charset = Encodings.surely(sample).orElse(StandardCharsets.UTF_8);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                charset
                    .newDecoder()
                    .replaceWith(XmlEncoding.BROKEN)
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    String first = firstLine(reader);
    char separator = separator(first, expected);
    int before = 0;
    if (first.regionMatches(true, 0, "sep=", 0, 4) && first.length() <= 5) {
      reader.readLine();
      before = 1;
    }
    Optional<String> notice =
        charset.name().startsWith("UTF-")
            ? Optional.empty()
            : Optional.of("the file is in " + charset.name() + ", not UTF-8, and was read so.");
    return new CsvFile(reader, separator, before, notice);
  }

  /** How its rows are written. */
  CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreSurroundingSpaces(false)
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    StringBuilder line = new StringBuilder();
    for (int c = reader.read();
        c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_HEADER - 1;
        c = reader.read()) {
      line.append((char) c);
    }
    reader.reset();
    return line.toString();
  }

  private static char separator(String header, char expected) {
    if (header.regionMatches(true, 0, "sep=", 0, 4)) {
      char named = header.length() == 5 ? header.charAt(4) : expected;
      return SEPARATORS.indexOf(named) >= 0 ? named : expected;
    }
    char best = expected;
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String header, char separator) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == separator ? 1 : 0;
    }
    return count;
  }
}
