package dragoman.language;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.FixedDecimal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number asks of the noun behind it: nothing in Azerbaijani, one of three forms in Russian.
 * The plural categories are CLDR's; the forms of Slavic nouns stand in {@code counted-xx.txt}.
 */
final class Counting {
  private static final Set<String> NONE = Set.of("az", "tr", "kk", "hu", "ka", "fa", "hy");
  private static final Pattern NEXT = Pattern.compile("[ \\u00A0\\u202F]([\\p{L}'’ʼ-]+)");
  private static final String GENITIVE_RU =
      "около|до|от|более|менее|свыше|порядка|из|без|для|после|больше|меньше|против|среди|у";
  private static final String GENITIVE_UK =
      "близько|до|від|понад|більше|менше|для|після|без|серед|проти|біля";
  private static final String FUNCTION =
      "по|до|и|или|в|во|на|из|при|за|с|со|к|от|против|й|і|та|або|у|з|із|від|проти|und|bis|oder|zu|von|et|à|ou|contre|sur";
  private static final String ADVERBIAL = "на|за|через|по|в|во|під|впродовж|протягом|у";

  private final LanguageTag language;
  private final PluralRules rules;
  private final List<List<String>> nouns;

  Counting(LanguageTag language) {
    this.language = language;
    this.rules = PluralRules.forLocale(language.icu());
    this.nouns = slavic(language.language()) ? read(language.language()) : List.of();
  }

  private static boolean slavic(String code) {
    return code.equals("ru") || code.equals("uk");
  }

  private static List<List<String>> read(String code) {
    List<List<String>> nouns = new ArrayList<>();
    try (InputStream in = Counting.class.getResourceAsStream("counted-" + code + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file counted-" + code + ".txt.");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          nouns.add(List.of(line.strip().split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nouns;
  }

  private String category(BigDecimal number) {
    return rules.select(new FixedDecimal(number.doubleValue(), Math.max(0, number.scale())));
  }

  /**
   * What the words behind a number become.
   *
   * @param at behind the number
   * @return nothing where they cannot be told
   */
  Optional<List<Edit>> recount(String text, int start, int at, BigDecimal old, BigDecimal now) {
    if (NONE.contains(language.language())) {
      return Optional.of(List.of());
    }
    String was = category(old);
    String will = category(now);
    Matcher next = NEXT.matcher(text);
    if (was.equals(will) || !next.find(at) || next.start() != at) {
      return Optional.of(List.of());
    }
    String word =
        Casing.lower(language, next.group(1))
            .replace('’', '\'')
            .replace('ʼ', '\'')
            .replace('ё', 'е');
    if (unchanging(word, old) || word.matches(FUNCTION)) {
      return Optional.of(List.of());
    }
    if (slavic(language.language())) {
      return slavic(text, start, next, word, was, will);
    }
    return language.language().equals("fr") ? french(next, word, will) : Optional.empty();
  }

  /** Abbreviations and words that have one form; a year's number. */
  private boolean unchanging(String word, BigDecimal number) {
    boolean year = number.scale() <= 0 && number.intValue() >= 1000 && number.intValue() <= 2100;
    return switch (language.language()) {
      case "ru" ->
          word.matches("тыс|млн|млрд|трлн|км|м|кв|га|кг|г|евро|евро|чел|ч|мин|сек|л|кВт|мвт")
              || year && word.matches("год.*|гг?");
      case "uk" ->
          word.matches("тис|млн|млрд|трлн|км|м|кв|га|кг|г|євро|грн|хв|год|л|мвт")
              || year && word.matches("р|рр|року|році|рік|роком");
      case "de" ->
          word.matches("uhr|euro|prozent|dollar|km|kilometer|meter|grad|liter|manat|mio|mrd");
      case "fr" -> word.matches("h|heures?|km|m|kg|pour|%|fois|mois");
      default -> false;
    };
  }

  private Optional<List<Edit>> french(Matcher next, String word, String will) {
    if (word.matches("millions?|milliards?|billions?")) {
      String bare = word.replaceFirst("s$", "");
      return Optional.of(
          List.of(new Edit(next.start(1), next.end(1), will.equals("one") ? bare : bare + "s")));
    }
    return Optional.empty();
  }

  private Optional<List<Edit>> slavic(
      String text, int start, Matcher next, String word, String was, String will) {
    boolean russian = language.language().equals("ru");
    SlavicRenaming.Before before = SlavicRenaming.Before.of(text, start, language);
    String governor = before.adjacent() ? before.word() : "";
    boolean one = was.equals("one") || will.equals("one");
    boolean oblique =
        word.matches(russian ? ".+(?:ам|ям|ами|ями|ах|ях)" : ".+(?:ам|ям|ами|ями|ах|ях)");
    boolean genitive = governor.matches(russian ? GENITIVE_RU : GENITIVE_UK);
    if (oblique || genitive) {
      return one ? Optional.empty() : Optional.of(List.of());
    }
    boolean adverbial = governor.matches(ADVERBIAL);
    Set<String> made = new LinkedHashSet<>();
    for (List<String> noun : nouns) {
      if (plain(form(noun, was, false)).equals(word) || plain(form(noun, was, true)).equals(word)) {
        if (one && !adverbial && !measure(noun.get(0))) {
          return Optional.empty();
        }
        made.add(form(noun, will, adverbial));
      }
    }
    if (made.size() != 1) {
      return Optional.empty();
    }
    String form = made.iterator().next();
    boolean capital = Character.isUpperCase(next.group(1).codePointAt(0));
    return Optional.of(
        List.of(
            new Edit(
                next.start(1), next.end(1), capital ? Casing.capitalized(language, form) : form)));
  }

  private static String plain(String form) {
    return form.replace('ё', 'е');
  }

  /** What is measured by asks no verb to agree. */
  private static boolean measure(String noun) {
    return noun.matches(
        "процент|доллар|манат|рубль|миллион|миллиард|километр|метр|градус|балл|пункт|год|час|день|месяц"
            + "|минута|неделя|тонна|тысяча|лира|відсоток|долар|мільйон|мільярд|кілометр|рік|година|тиждень"
            + "|місяць|хвилина|тисяча|ліра|гривня|градус|раз|бал");
  }

  private String form(List<String> noun, String category, boolean object) {
    return switch (category) {
      case "one" -> object && noun.size() > 3 ? noun.get(3) : noun.get(0);
      case "few" -> noun.get(1);
      case "other" -> fraction(noun);
      default -> noun.get(2);
    };
  }

  /** A fraction has the genitive singular, in Russian the form behind two. */
  private String fraction(List<String> noun) {
    if (language.language().equals("ru")) {
      return noun.get(1);
    }
    String base = noun.get(0);
    if (base.endsWith("рік")) {
      return "року";
    }
    if (base.endsWith("ок")) {
      return base.substring(0, base.length() - 2) + "ка";
    }
    if (base.matches(".*[дж]ень")) {
      return base.substring(0, base.length() - 3) + "ня";
    }
    if (base.endsWith("ь") && noun.size() == 3) {
      return base.substring(0, base.length() - 1) + "я";
    }
    return base.matches(".*[бвгґджзклмнпрстфхцчшщ]") && noun.size() == 3 ? base + "а" : noun.get(1);
  }
}
