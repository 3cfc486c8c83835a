package dragoman.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ukrainian prepositions between sounds: у Баку, в Одесі, зі Швеції. */
final class UkrainianSounds {
  private static final String VOWELS = "аеєиіїоуюя";

  private UkrainianSounds() {}

  /** What the preposition behind a changed word becomes, if it changes. */
  static Optional<Edit> behind(String text, int end, String old, String now) {
    Matcher next = Pattern.compile("(?u) ([ву]) (\\p{L}+)").matcher(text);
    boolean was = VOWELS.indexOf(old.charAt(old.length() - 1)) >= 0;
    boolean is = VOWELS.indexOf(now.charAt(now.length() - 1)) >= 0;
    if (was == is || !next.find(end) || next.start() != end) {
      return Optional.empty();
    }
    String word = next.group(1);
    String other = next.group(2).toLowerCase(Locale.ROOT);
    boolean followed =
        preposition(word, other, old.charAt(old.length() - 1)).equals(Optional.of(word));
    return preposition(word, other, now.charAt(now.length() - 1))
        .filter(right -> followed && !right.equals(word))
        .map(right -> new Edit(next.start(1), next.end(1), right));
  }

  /**
   * The preposition as it is written between two sounds.
   *
   * @param before the letter before it, a mark where there is none
   * @return nothing where good writers differ
   */
  static Optional<String> preposition(String word, String next, char before) {
    boolean vowelBefore = VOWELS.indexOf(before) >= 0;
    boolean vowelNext = VOWELS.indexOf(next.charAt(0)) >= 0;
    switch (word) {
      case "в", "у" -> {
        if (next.matches(
            "[вф].*|льв.*|[сзтдх]в.*|[шщчжцсзк][бвгґджзклмнпрстфхцчшщ][бвгґджзклмнпрстфхцчшщ].*")) {
          return Optional.of("у");
        }
        if (vowelNext) {
          return Optional.of("в");
        }
        return Optional.of(vowelBefore ? "в" : "у");
      }
      case "з", "із", "зі" -> {
        if (next.matches("[сзшщ][бвгґджзклмнпрстфхцчшщ].*|щ.*|льв.*")) {
          return Optional.of("зі");
        }
        boolean sibilant = next.matches("[сзшчжц].*");
        if (word.equals("із") && !vowelNext && (sibilant || !vowelBefore)) {
          return Optional.of("із");
        }
        return sibilant ? Optional.empty() : Optional.of("з");
      }
      default -> {
        return Optional.of(word);
      }
    }
  }
}
