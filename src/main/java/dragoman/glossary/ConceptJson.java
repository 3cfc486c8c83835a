package dragoman.glossary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dragoman.storage.StorageException;
import java.util.Optional;

/** A concept as it is kept beside others: in its history, and with what was planned for it. */
public final class ConceptJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private ConceptJson() {}

  /** The concept as JSON. */
  public static String write(Concept concept) {
    try {
      return JSON.writeValueAsString(concept);
    } catch (JsonProcessingException e) {
      throw new StorageException("A concept cannot be written as JSON.", e);
    }
  }

  /** The concept again; nothing where the text is empty. */
  public static Optional<Concept> read(String json) {
    try {
      return json.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(json, Concept.class));
    } catch (JsonProcessingException e) {
      throw new StorageException("A concept cannot be read from JSON.", e);
    }
  }
}
