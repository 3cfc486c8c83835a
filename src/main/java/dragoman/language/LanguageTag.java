package dragoman.language;

import com.ibm.icu.util.ULocale;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A BCP 47 language tag, kept as it was given but in canonical spelling ({@code az_AZ} becomes
 * {@code az-AZ}).
 *
 * <p>Two tags {@linkplain #meets meet} when language and script are the same once the likely script
 * is filled in (UTS 35, likely subtags): {@code az}, {@code az-AZ} and {@code az-Latn-AZ} meet,
 * {@code az-Cyrl} does not.
 *
 * @param value the tag in canonical spelling, never empty
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {

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

  /** Language and script, the part that decides whether two tags meet, as {@code az-Latn}. */
  public String key() {
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(value));
    return likely.getScript().isEmpty()
        ? likely.getLanguage()
        : likely.getLanguage() + "-" + likely.getScript();
  }

  /** Whether both name the same language in the same script. */
  public boolean meets(LanguageTag other) {
    return key().equals(other.key());
  }

  /** The language subtag alone, as {@code az}. */
  public String language() {
    return ULocale.forLanguageTag(value).getLanguage();
  }

  /** The likely script's ISO 15924 code, as {@code Latn}; empty where none is known. */
  public String script() {
    return ULocale.addLikelySubtags(ULocale.forLanguageTag(value)).getScript();
  }

  /** Whether the language is written from right to left. */
  public boolean rightToLeft() {
    return ULocale.forLanguageTag(value).isRightToLeft();
  }

  /** The language's own name for itself, as {@code azərbaycan}. */
  public String nativeName() {
    return ULocale.getDisplayName(value, ULocale.forLanguageTag(value));
  }

  /** The JDK's locale for casing and formatting. */
  public Locale locale() {
    return Locale.forLanguageTag(value);
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
