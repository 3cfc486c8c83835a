package dragoman.language;

/** Russian prepositions before sounds: во Франции, со Швецией, об Иране. */
final class RussianSounds {
  private RussianSounds() {}

  /** The preposition as it is written before a word; both in small letters. */
  static String preposition(String word, String next) {
    return switch (word) {
      case "в", "во" -> next.matches("[вф][бвгджзклмнпрстфхцчшщ].*|вторник.*|львов.*") ? "во" : "в";
      case "с", "со" ->
          next.matches("[сзшж][бвгджзклмнпрстфхцчшщ].*|щ.*|вс.*|льв.*|мн.*") ? "со" : "с";
      case "о", "об" -> next.matches("[аоуыэи].*") ? "об" : "о";
      case "к", "ко" -> next.matches("вс.*|мн.*|львов.*") ? "ко" : "к";
      default -> word;
    };
  }
}
