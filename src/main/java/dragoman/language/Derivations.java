package dragoman.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The adjectives and peoples of places that no rule makes from the place's name ({@code Германия}:
 * {@code немецкий}, {@code немец}), from the language's file {@code derived-xx.txt}: a line a name,
 * behind a colon the base forms of its words, parted by spaces. The line {@code +} has beginnings
 * of words that make another place's name with an adjective beside them ({@code Французская
 * Гвиана}).
 */
final class Derivations {
  private final Map<String, List<String>> words;

  private Derivations(Map<String, List<String>> words) {
    this.words = Map.copyOf(words);
  }

  /** The file of a language. */
  static Derivations of(LanguageTag language) {
    Folding folding = Folding.of(language);
    String name = "derived-" + language.language() + ".txt";
    Map<String, List<String>> words = new HashMap<>();
    try (InputStream in = Derivations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name + ".");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          List<String> derived =
              List.of(folding.fold(line.substring(colon + 1).strip()).split("\\s+"));
          words.put(folding.fold(line.substring(0, colon).strip()), derived);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Derivations(words);
  }

  /** Whether a folded word makes another place's name of an adjective beside it. */
  boolean makesAnotherName(String word) {
    return of("+").stream().anyMatch(word::startsWith);
  }

  /** The base forms of the words made from a name; all folded. */
  List<String> of(String base) {
    return words.getOrDefault(base, List.of());
  }
}
