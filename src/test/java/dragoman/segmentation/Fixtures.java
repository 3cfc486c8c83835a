package dragoman.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Our own paragraphs in doubt: a paragraph a line, {@code │} where a sentence ends, {@code #}
 * before a comment.
 */
final class Fixtures {
  static final List<String> LANGUAGES =
      List.of(
          "en", "az", "ru", "tr", "uk", "hy", "ka", "kk", "fr", "de", "es", "it", "ar", "fa", "he",
          "el", "nl", "pl", "cs", "hi", "da", "und");

  /** So many of {@link #LANGUAGES}, from the first on, are fully covered. */
  static final int OF_THE_DESK = 15;

  private Fixtures() {}

  /** A paragraph as it reads and the sentences that it holds. */
  record Paragraph(String text, List<String> sentences) {}

  static List<Paragraph> of(String language) {
    try (InputStream in =
        Fixtures.class.getResourceAsStream("/dragoman/segmentation/" + language + ".txt")) {
      List<Paragraph> paragraphs = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> sentences = new ArrayList<>();
          for (String sentence : line.split("│")) {
            sentences.add(sentence.strip());
          }
          paragraphs.add(new Paragraph(line.replace("│", ""), sentences));
        }
      }
      return paragraphs;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
