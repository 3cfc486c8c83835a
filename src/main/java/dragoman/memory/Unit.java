package dragoman.memory;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One meaning in n languages (a TMX {@code tu}), as it stands now.
 *
 * @param id assigned by the database; grows
 * @param memoryId the memory that holds it
 * @param version grows by one with every change
 * @param variants in the order in which they came
 * @param metadata what a file said of it
 * @param deleted whether it is kept only to be restored
 * @param changedAt when it last changed
 * @param changedBy who changed it last
 * @param origin where its last confirmation came from (dispatch, slug, segment); empty for imports
 */
public record Unit(
    long id,
    long memoryId,
    long version,
    List<Variant> variants,
    Metadata metadata,
    boolean deleted,
    Instant changedAt,
    String changedBy,
    Map<String, String> origin) {

  public Unit {
    variants = List.copyOf(variants);
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
  }

  /** The text in a language: the very tag if there is one, else the first that meets it. */
  public Optional<Variant> variant(LanguageTag language) {
    return variants.stream()
        .filter(v -> v.language().equals(language))
        .findFirst()
        .or(() -> variants.stream().filter(v -> v.language().meets(language)).findFirst());
  }
}
