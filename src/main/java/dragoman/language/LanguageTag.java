package dragoman.language;

import com.ibm.icu.impl.ValidIdentifiers;
import com.ibm.icu.util.ULocale;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A BCP 47 language tag, kept as it was given but in canonical spelling ({@code az_AZ} becomes
 * {@code az-AZ}).
 *
 * <p>Two tags {@linkplain #meets meet} when language and script are the same once the likely script
 * is filled in (UTS 35, likely subtags): {@code az}, {@code az-AZ} and {@code az-Latn-AZ} meet,
 * {@code az-Cyrl} does not. A tag that names no language ({@code x-desk}, {@code und-Cyrl}) meets
 * itself only.
 *
 * @param value the tag in canonical spelling, never empty
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {
  private static final int MOST_KNOWN = 10_000;

  private static final Set<ValidIdentifiers.Datasubtype> LANGUAGES =
      EnumSet.of(
          ValidIdentifiers.Datasubtype.regular,
          ValidIdentifiers.Datasubtype.macroregion,
          ValidIdentifiers.Datasubtype.deprecated,
          ValidIdentifiers.Datasubtype.private_use,
          ValidIdentifiers.Datasubtype.reserved);

  /** A language with an extended one behind it, which only these have (RFC 5646, section 2.2.2). */
  private static final Pattern EXTENDED =
      Pattern.compile("(?i)(?!(?:ar|kok|lv|ms|sgn|sw|uz|zh)-)\\p{Alpha}{2,3}-\\p{Alpha}{3}(-.*)?");

  // ICU takes a tag apart anew each time, and it is asked of every word.
  private static final Map<String, Facts> KNOWN = new ConcurrentHashMap<>();

  private record Facts(ULocale icu, Locale locale, String language, String script, String key) {
    static Facts of(String value) {
      ULocale locale = ULocale.forLanguageTag(value);
      Locale jdk = Locale.forLanguageTag(value);
      if (locale.getLanguage().isEmpty()) {
        // Where no language is named, likely subtags say English: x-foo would be taken for it.
        return new Facts(locale, jdk, "", locale.getScript(), value);
      }
      ULocale likely = ULocale.addLikelySubtags(locale);
      String script = likely.getScript();
      String key = script.isEmpty() ? likely.getLanguage() : likely.getLanguage() + "-" + script;
      return new Facts(locale, jdk, locale.getLanguage(), script, key);
    }
  }

  /** Takes any spelling that {@link #of} takes. */
  public LanguageTag {
    value = canonical(value);
  }

  /**
   * Reads a tag in any common spelling: underscore or hyphen, any case.
   *
   * @throws IllegalArgumentException if it is not a well-formed BCP 47 tag; the message is one
   *     sentence for a person
   */
  public static LanguageTag of(String tag) {
    return new LanguageTag(tag);
  }

  /**
   * Language and script, the part that decides whether two tags meet, as {@code az-Latn}; the whole
   * tag where it names no language.
   */
  public String key() {
    return facts().key;
  }

  /** Whether both name the same language in the same script. */
  public boolean meets(LanguageTag other) {
    return key().equals(other.key());
  }

  /** The language subtag alone, as {@code az}. */
  public String language() {
    return facts().language;
  }

  /** The likely script's ISO 15924 code, as {@code Latn}; empty where none is known. */
  public String script() {
    return facts().script;
  }

  /**
   * Whether it names one language that a text can be translated into: its language subtag is
   * registered (IANA language subtag registry, as CLDR has it), or the whole tag is for private
   * use. {@code mul}, {@code zxx} and {@code und} name none.
   */
  public boolean isOneLanguage() {
    if (value.startsWith("x-")) {
      return true;
    }
    return ValidIdentifiers.isValid(
            ValidIdentifiers.Datatype.language, LANGUAGES, locale().getLanguage())
        != null;
  }

  /** Whether the language is written from right to left. */
  public boolean rightToLeft() {
    return icu().isRightToLeft();
  }

  /** The language's own name for itself, as {@code azərbaycan}. */
  public String nativeName() {
    return ULocale.getDisplayName(value, icu());
  }

  /** The JDK's locale for casing and formatting. */
  public Locale locale() {
    return facts().locale;
  }

  /** ICU's locale. */
  ULocale icu() {
    return facts().icu;
  }

  private Facts facts() {
    Facts known = KNOWN.get(value);
    if (known == null) {
      known = Facts.of(value);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(value, known);
      }
    }
    return known;
  }

  @Override
  public int compareTo(LanguageTag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String canonical(String tag) {
    String given = tag == null ? "" : tag.strip().replace('_', '-');
    if (EXTENDED.matcher(given).matches()) {
      // The JDK would drop the first subtag, and zz-bad would be of the language “bad”.
      throw new IllegalArgumentException(unknown(tag));
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(given).build();
      String canonical = locale.toLanguageTag();
      if (!canonical.equals("und")) {
        return canonical;
      }
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(unknown(tag), e);
    }
    throw new IllegalArgumentException(unknown(tag));
  }

  private static String unknown(String tag) {
    return "“" + tag + "” is not a language tag; write one as en, az or pt-BR (BCP 47).";
  }
}
