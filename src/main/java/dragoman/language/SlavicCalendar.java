package dragoman.language;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The cases of Russian and Ukrainian months and days of the week. */
final class SlavicCalendar {
  private static final String[] SLOTS = {"nom", "gen", "dat", "acc", "ins", "pre"};

  private SlavicCalendar() {}

  /** Takes forms one by one. */
  @FunctionalInterface
  interface Taker {
    void take(boolean month, int value, String slot, String form);
  }

  static void forms(String code, Taker taker) {
    if (code.equals("ru")) {
      String soft = "ь я ю ь ем е";
      months(
          taker,
          "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
          new String[] {
            soft,
            soft,
            "- а у - ом е",
            soft,
            "й я ю й ем е",
            soft,
            soft,
            "- а у - ом е",
            soft,
            soft,
            "ь я ю ь ём е",
            "ь я ю ь ём е"
          });
      String a = "а ы е у ой е";
      days(
          taker,
          "воскресень понедельник вторник сред четверг пятниц суббот",
          new String[] {
            "е я ю е ем е", "- а у - ом е", "- а у - ом е", a, "- а у - ом е", "а ы е у ей е", a
          });
    } else {
      String soft = "ень ня ню ень нем ні";
      months(
          taker,
          "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
          new String[] {
            soft,
            "ий ого ому ий им ому",
            soft,
            soft,
            soft,
            soft,
            soft,
            soft,
            soft,
            soft,
            "- а у - ом і",
            soft
          });
      days(
          taker,
          "неділ понеділ вівтор серед четвер п'ятниц субот",
          new String[] {
            "я і і ю ею і",
            "ок ка ку ок ком ку",
            "ок ка ку ок ком ку",
            "а и і у ою і",
            "- га гу - гом зі",
            "я і і ю ею і",
            "а и і у ою і"
          });
    }
  }

  private static void months(Taker taker, String stems, String[] endings) {
    all(taker, true, stems, endings);
  }

  private static void days(Taker taker, String stems, String[] endings) {
    all(taker, false, stems, endings);
  }

  private static void all(Taker taker, boolean month, String stems, String[] endings) {
    String[] stem = stems.split(" ");
    for (int i = 0; i < stem.length; i++) {
      String[] own = endings[i].split(" ");
      for (int k = 0; k < own.length; k++) {
        String form = stem[i] + (own[k].equals("-") ? "" : own[k]);
        taker.take(month, i + 1, SLOTS[k], form);
      }
    }
  }

  /** Of the cases that a form may be, those that stand behind the word before it. */
  static Set<String> narrowed(String text, int at, Set<String> slots) {
    String before = text.substring(0, at).stripTrailing();
    String word = before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    boolean led = before.matches("(?isu).*(?:^|[^\\p{L}])(?:в|во|у|на|за) [\\p{L}]+");
    String allowed =
        switch (word.replaceAll("[^\\p{L}]", "")) {
          case "в", "во", "у" -> "acc pre";
          case "на", "за", "через", "про" -> "acc";
          case "до", "с", "со", "от", "після", "после", "від", "из", "з", "із", "для", "ранее" ->
              "gen";
          case "к", "по" -> "dat";
          case "о", "об" -> "pre";
          case "между", "перед", "над", "між" -> "ins";
          default -> led ? "acc" : word.matches(".*\\d") ? "gen" : "nom gen ins dat";
        };
    Set<String> kept = new LinkedHashSet<>(slots);
    kept.removeIf(slot -> !allowed.contains(slot));
    return kept.isEmpty() ? slots : kept;
  }
}
