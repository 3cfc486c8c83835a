package dragoman.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must agree with a month or a day of the week beside it. */
final class CalendarNeighbours {
  private static final Pattern SLAVIC =
      Pattern.compile("(?iu)(?<![\\p{L}])(во?|у|со?|з|із|зі)([ \\u00A0])((?:[\\p{L}]{3,12} )?)$");
  private static final Pattern FRENCH = Pattern.compile("(?i)\\b(d['’]|de )$");
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])([\\p{L}]{2,}(?:ий|ый|ой|ую|юю|ое|ее|этот|эту|это|весь|всю|всё|у|е|ю|є)|этот|эту|это|цю|цей|це) $");

  /** Feminine, masculine and neuter days of the week, Sunday first. */
  private static final Map<String, String> GENDERS = Map.of("ru", "nmmfmff", "uk", "fmmfmff");

  private CalendarNeighbours() {}

  /**
   * Adds what has to change beside the name.
   *
   * @return whether all that agrees is mended
   */
  static boolean agree(
      LanguageTag language,
      String text,
      CalendarNames.Found old,
      int now,
      String name,
      List<Edit> edits) {
    String before = text.substring(0, old.start());
    switch (language.language()) {
      case "ru", "uk" -> {
        String written = Casing.lower(language, text.substring(old.start(), old.end()));
        return slavic(language, before, old, written.replace('’', '\''), now, name, edits);
      }
      case "fr" -> {
        Matcher of = FRENCH.matcher(before);
        if (of.find()) {
          boolean vowel = name.matches("(?iu)[aâoéè].*");
          boolean capital = Character.isUpperCase(of.group(1).charAt(0));
          String mark = before.indexOf('’') >= 0 || text.indexOf('’') >= 0 ? "’" : "'";
          String word = (capital ? "D" : "d") + (vowel ? mark : "e ");
          if (!word.equals(of.group(1)) && vowel != of.group(1).matches("(?i)d['’]")) {
            edits.add(new Edit(of.start(1), of.end(1), word));
          }
        }
        return true;
      }
      case "az" -> {
        return azerbaijani(text, old, now, edits);
      }
      default -> {
        return true;
      }
    }
  }

  /** Bazar, cümə, şənbə and çərşənbə need günü where bazar ertəsi does without. */
  private static boolean azerbaijani(
      String text, CalendarNames.Found old, int now, List<Edit> edits) {
    boolean weekday = old.kind() == CalendarNames.Kind.WEEKDAY;
    boolean alone = old.slots().contains("") && !text.startsWith(" gün", old.end());
    boolean was = old.value() == 2 || old.value() == 3 || old.value() == 5;
    boolean will = now == 2 || now == 3 || now == 5;
    if (weekday && alone && was && !will) {
      edits.add(new Edit(old.end(), old.end(), " günü"));
    }
    return true;
  }

  private static boolean slavic(
      LanguageTag language,
      String before,
      CalendarNames.Found old,
      String oldName,
      int now,
      String name,
      List<Edit> edits) {
    boolean russian = language.language().equals("ru");
    boolean certain = true;
    String small = Casing.lower(language, name).replace('’', '\'');
    Matcher preposition = SLAVIC.matcher(before);
    boolean led = preposition.find();
    String adjective = led ? preposition.group(3).strip() : "";
    String next = adjective.isEmpty() ? small : adjective.toLowerCase(language.locale());
    if (old.kind() == CalendarNames.Kind.WEEKDAY) {
      Matcher agreeing = ADJECTIVE.matcher(before);
      String genders = GENDERS.get(language.language());
      char was = genders.charAt(old.value() - 1);
      char will = genders.charAt(now - 1);
      if (was != will && agreeing.find()) {
        String made = other(agreeing.group(1), was, will, russian);
        if (made.isEmpty()) {
          return false;
        }
        edits.add(new Edit(agreeing.start(1), agreeing.end(1), made));
      }
    }
    if (led) {
      String word = preposition.group(1);
      String low = word.toLowerCase(language.locale());
      char ahead = ahead(before, preposition.start(1));
      String right =
          russian
              ? RussianSounds.preposition(low, next)
              : UkrainianSounds.preposition(low, next, ahead).orElse(low);
      String first = adjective.isEmpty() ? oldName : next;
      String followed =
          russian
              ? RussianSounds.preposition(low, first)
              : UkrainianSounds.preposition(low, first, ahead).orElse(low);
      certain = followed.equals(low) || !russian;
      if (!right.equals(low) && followed.equals(low)) {
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        edits.add(
            new Edit(
                preposition.start(1),
                preposition.end(1),
                capital ? Casing.capitalized(language, right) : right));
      }
    }
    return certain;
  }

  private static char ahead(String text, int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? '.' : Character.toLowerCase(text.charAt(i));
  }

  /** An adjective or pronoun in the accusative of another gender; empty where it is none. */
  private static String other(String word, char was, char will, boolean russian) {
    String[][] rows =
        russian
            ? new String[][] {
              {"этот", "эту", "это"}, {"весь", "всю", "всё"}, {"ний", "нюю", "нее"},
              {"щий", "щую", "щее"}, {"ший", "шую", "шее"}, {"ый", "ую", "ое"},
              {"кий", "кую", "кое"}, {"ой", "ую", "ое"}
            }
            : new String[][] {{"цей", "цю", "це"}, {"ній", "ню", "нє"}, {"ий", "у", "е"}};
    int from = "mfn".indexOf(was);
    int to = "mfn".indexOf(will);
    for (String[] row : rows) {
      if (word.endsWith(row[from])) {
        return word.substring(0, word.length() - row[from].length()) + row[to];
      }
    }
    return "";
  }
}
