package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import dragoman.text.Tag;
import java.util.Optional;
import java.util.regex.Pattern;

/** When texts are taken for the same, and which of a unit's texts is the source. */
final class Texts {
  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u200B\\uFEFF]+");
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private Texts() {}

  /** The text that a unit was translated from: what its file says, else its first. */
  static Variant source(Unit unit) {
    Optional<Variant> said =
        Optional.ofNullable(unit.metadata().attributes().get("srclang"))
            .filter(tag -> !tag.equals("*all*"))
            .flatMap(
                tag ->
                    unit.variants().stream()
                        .filter(v -> v.language().value().equalsIgnoreCase(tag))
                        .findFirst());
    return said.orElseGet(() -> unit.variants().get(0));
  }

  /** The same for texts of one language that differ in nothing but white space. */
  static String key(Variant variant) {
    StringBuilder key = new StringBuilder(variant.language().key()).append('\n');
    key.append(SPACES.matcher(variant.text().plain()).replaceAll(" ").strip());
    for (Tag tag : variant.text().tags()) {
      key.append('\n').append(tag.kind().ordinal()).append(tag.id()).append(tag.label());
    }
    return key.toString();
  }

  /** 64 bits of a key. */
  static long hash(String key) {
    long hash = key.length();
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * MIX;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Whether there is a letter or a digit in a text. */
  static boolean says(Variant variant) {
    return variant.text().plain().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The text of a language in the very spelling of its tag. */
  static Optional<Variant> in(Unit unit, LanguageTag language) {
    return unit.variants().stream().filter(v -> v.language().equals(language)).findFirst();
  }
}
