package dragoman.alignment;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.language.Words.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of dates, numbers, measures and countries mean in one language, from Unicode's
 * locale data (CLDR) as ICU brings it: Dienstag, çərşənbə axşamı and الثلاثاء are {@code day:3}.
 */
final class Meanings {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_PREFIX = 4;
  private static final int LONGEST_ENDING = 6;
  private static final List<String> CURRENCIES =
      List.of("USD", "EUR", "GBP", "RUB", "TRY", "AZN", "JPY", "CNY", "IRR", "GEL", "AMD", "UAH");
  private static final List<String> LANGUAGES =
      List.of("en", "az", "ru", "tr", "hy", "ka", "uk", "kk", "fr", "de", "ar", "fa", "es", "zh");
  private static final List<MeasureUnit> UNITS =
      List.of(
          MeasureUnit.YEAR,
          MeasureUnit.MONTH,
          MeasureUnit.WEEK,
          MeasureUnit.DAY,
          MeasureUnit.HOUR,
          MeasureUnit.MINUTE,
          MeasureUnit.SECOND,
          MeasureUnit.KILOMETER,
          MeasureUnit.METER,
          MeasureUnit.CENTIMETER,
          MeasureUnit.MILE,
          MeasureUnit.FOOT,
          MeasureUnit.INCH,
          MeasureUnit.KILOGRAM,
          MeasureUnit.POUND,
          MeasureUnit.TON,
          MeasureUnit.LITER,
          MeasureUnit.PERCENT,
          MeasureUnit.CELSIUS);

  private final LanguageTag language;
  private final Map<String, Set<String>> words = new HashMap<>();

  private Meanings(LanguageTag language) {
    this.language = language;
  }

  /** Reads what CLDR knows of a language; a language it does not know has no meanings. */
  static Meanings of(LanguageTag language) {
    Meanings meanings = new Meanings(language);
    ULocale locale = ULocale.forLanguageTag(language.value());
    boolean known = false;
    for (ULocale available : ULocale.getAvailableLocales()) {
      known |= available.getLanguage().equals(locale.getLanguage());
    }
    if (known) {
      meanings.calendar(locale);
      meanings.places(locale);
      meanings.numbers(locale);
      meanings.measures(locale);
    }
    return meanings;
  }

  /** What a word in small letters means, with any ending; nothing for most words. */
  Set<String> of(String form) {
    Set<String> whole = words.get(form);
    if (whole != null) {
      return whole;
    }
    int shortest = Math.max(SHORTEST_PREFIX, form.length() - LONGEST_ENDING);
    for (int end = form.length() - 1; end >= shortest; end--) {
      Set<String> meaning = words.get(form.substring(0, end));
      if (meaning != null) {
        return meaning;
      }
    }
    return Set.of();
  }

  private void calendar(ULocale locale) {
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        String[] months = symbols.getMonths(context, width);
        for (int i = 0; i < months.length; i++) {
          add(months[i], "month:" + i);
        }
        String[] days = symbols.getWeekdays(context, width);
        for (int i = 1; i < days.length; i++) {
          add(days[i], "day:" + i);
        }
      }
    }
    RelativeDateTimeFormatter relative = RelativeDateTimeFormatter.getInstance(locale);
    add(relative.format(Direction.LAST, AbsoluteUnit.DAY), "relative:-1");
    add(relative.format(Direction.THIS, AbsoluteUnit.DAY), "relative:0");
    add(relative.format(Direction.NEXT, AbsoluteUnit.DAY), "relative:1");
  }

  private void places(ULocale locale) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    for (String region : ULocale.getISOCountries()) {
      add(names.regionDisplayName(region), "region:" + region);
    }
    for (String continent : List.of("002", "019", "142", "150", "009", "005", "021")) {
      add(names.regionDisplayName(continent), "region:" + continent);
    }
    for (String each : LANGUAGES) {
      add(names.languageDisplayName(each), "language:" + each);
    }
  }

  private void numbers(ULocale locale) {
    RuleBasedNumberFormat spelled =
        new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    for (int i = 2; i <= 20; i++) {
      add(spelled.format(i), "number:" + i);
    }
    for (int i = 30; i <= 100; i += 10) {
      add(spelled.format(i), "number:" + i);
    }
    for (long i = 1000; i <= 1_000_000_000_000L; i *= 1000) {
      for (Word word : Words.of(language, spelled.format(i))) {
        if (!spelled.format(1).equals(word.form())) {
          add(word.form(), "scale:" + i);
        }
      }
    }
    for (String rules : spelled.getRuleSetNames()) {
      if (rules.startsWith("%spellout-ordinal")) {
        for (int i = 1; i <= 10; i++) {
          add(spelled.format(i, rules), "ordinal:" + i);
        }
      }
    }
  }

  private void measures(ULocale locale) {
    MeasureFormat format = MeasureFormat.getInstance(locale, FormatWidth.WIDE);
    for (MeasureUnit unit : UNITS) {
      for (int amount : new int[] {1, 2, 5}) {
        add(
            format.formatMeasures(new Measure(amount, unit)).replaceAll("\\p{Nd}", " "),
            "unit:" + unit.getSubtype());
      }
    }
    for (String code : CURRENCIES) {
      Currency currency = Currency.getInstance(code);
      add(currency.getName(locale, Currency.LONG_NAME, new boolean[1]), "currency:" + code);
    }
  }

  private void add(String name, String meaning) {
    for (Word word : Words.of(language, Casing.folded(language, name))) {
      String form = word.form();
      if (form.length() >= SHORTEST && !word.number()) {
        put(form, meaning);
        String stem = form.substring(0, form.length() - 1);
        if (stem.length() >= SHORTEST_PREFIX) {
          put(stem, meaning);
        }
      }
    }
  }

  private void put(String form, String meaning) {
    words.computeIfAbsent(form, any -> new HashSet<>()).add(meaning);
  }
}
