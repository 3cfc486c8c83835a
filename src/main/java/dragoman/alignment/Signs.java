package dragoman.alignment;

import dragoman.language.LanguageTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a text and its translation have in common without any dictionary: numbers, dates, and how
 * names begin to sound. To find which of many texts belong together. For one thread.
 */
public final class Signs {
  private static final int SHORTEST_NUMBER = 2;
  private final Sounds sounds = new Sounds();
  private final Map<LanguageTag, Reader> readers = new HashMap<>();

  /** The signs of a text; that two texts share rare ones speaks for one being the other's. */
  public Set<String> of(Text text) {
    Side side =
        readers
            .computeIfAbsent(text.language(), tag -> new Reader(tag, sounds, Meanings.of(tag)))
            .read(text);
    Set<String> signs = new HashSet<>();
    for (Token token : side.tokens()) {
      if (token.number() && token.form().length() >= SHORTEST_NUMBER) {
        signs.add("#" + token.form());
      } else if (!token.number()) {
        token.meanings().forEach(meaning -> signs.add("=" + meaning));
        Anchors.longKeys(token).forEach(key -> signs.add("~" + key));
      }
    }
    return signs;
  }
}
