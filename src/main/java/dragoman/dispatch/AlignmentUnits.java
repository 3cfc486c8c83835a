package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Property;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes units of linked sentences, with where they come from. */
public final class AlignmentUnits {
  /** The property that says how probable it is that a unit's texts answer each other. */
  public static final String CONFIDENCE = "x-alignment-confidence";

  /** The property that names the file which a unit's text of a language comes from. */
  public static final String FILE = "x-alignment-file";

  private final List<LanguageTag> languages;
  private final List<String> files;

  /**
   * @param languages of the texts
   * @param files what the texts are called; empty where nothing is known
   */
  public AlignmentUnits(List<LanguageTag> languages, List<String> files) {
    this.languages = List.copyOf(languages);
    this.files = List.copyOf(files);
  }

  /**
   * A unit with a variant for each text that has sentences.
   *
   * @param sides the linked sentences of each text, in order
   * @param before for each text the sentence before them; an empty text where they begin it
   * @param after for each text the sentence behind them; an empty text where they end it
   * @param confidence empty where a person linked them
   */
  public NewUnit unit(
      List<List<String>> sides,
      List<String> before,
      List<String> after,
      OptionalDouble confidence) {
    List<Variant> variants = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    confidence.ifPresent(
        sure ->
            properties.add(new Property(CONFIDENCE, "", String.format(Locale.ROOT, "%.2f", sure))));
    for (int side = 0; side < languages.size(); side++) {
      LanguageTag language = languages.get(side);
      String text =
          sides.get(side).stream()
              .map(String::strip)
              .filter(sentence -> !sentence.isEmpty())
              .collect(Collectors.joining(" "));
      if (!text.isEmpty()) {
        variants.add(Variant.of(language, TaggedText.of(text)));
        contexts.add(
            new Context(
                language,
                Optional.of(before.get(side).strip()),
                Optional.of(after.get(side).strip())));
        if (!files.get(side).isEmpty()) {
          properties.add(new Property(FILE, language.value(), files.get(side)));
        }
      }
    }
    return new NewUnit(variants, new Metadata(Map.of(), properties, List.of()), contexts);
  }
}
