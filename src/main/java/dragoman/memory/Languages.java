package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers tags by their spelling, and their keys: both are asked for with every variant read. */
final class Languages {
  private static final int MOST = 10_000;

  private final Map<String, LanguageTag> tags = new ConcurrentHashMap<>();
  private final Map<LanguageTag, String> keys = new ConcurrentHashMap<>();

  LanguageTag tag(String spelling) {
    LanguageTag known = tags.get(spelling);
    if (known == null) {
      known = LanguageTag.of(spelling);
      if (tags.size() < MOST) {
        tags.put(spelling, known);
      }
    }
    return known;
  }

  String key(LanguageTag tag) {
    String known = keys.get(tag);
    if (known == null) {
      known = tag.key();
      if (keys.size() < MOST) {
        keys.put(tag, known);
      }
    }
    return known;
  }
}
