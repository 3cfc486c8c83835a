package dragoman.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dragoman.storage.StorageException;
import dragoman.text.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database keeps as JSON: tags, metadata, origins. Nothing to say is a NULL. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Tag>> TAGS = new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, String>> STRINGS =
      new TypeReference<>() {};

  private Json() {}

  static String ofTags(List<Tag> tags) {
    return tags.isEmpty() ? null : write(tags);
  }

  static List<Tag> tags(String json) {
    return json == null ? List.of() : read(json, TAGS);
  }

  static String ofMetadata(Metadata metadata) {
    if (metadata.isEmpty()) {
      return null;
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("attributes", metadata.attributes());
    parts.put("properties", metadata.properties());
    parts.put("notes", metadata.notes());
    if (!metadata.markup().isEmpty()) {
      parts.put("markup", metadata.markup());
    }
    return write(parts);
  }

  static Metadata metadata(String json) {
    return json == null ? Metadata.EMPTY : read(json, new TypeReference<Metadata>() {});
  }

  static String ofStrings(Map<String, String> strings) {
    return strings.isEmpty() ? null : write(strings);
  }

  static Map<String, String> strings(String json) {
    return json == null ? Map.of() : read(json, STRINGS);
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new StorageException("A unit's tags or notes cannot be stored: " + e.getMessage(), e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new StorageException(
          "The database holds tags or notes that cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
