package dragoman.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes words comparable: what a reader of the language takes for the same word becomes the same
 * string. Case by the language, NFC, no soft hyphens, joiners, Arabic vowel marks or presentation
 * forms, one apostrophe, ё as е, ß as ss, the forms of alef as one.
 *
 * <p>Immutable and safe for many threads.
 */
public final class Folding {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  private final LanguageTag language;
  private final ULocale locale;
  private final boolean cyrillic;
  private final boolean arabicScript;
  private final String code;

  private Folding(LanguageTag language) {
    this.language = language;
    this.locale = language.icu();
    this.code = language.language();
    this.cyrillic = language.script().equals("Cyrl");
    this.arabicScript = language.script().equals("Arab");
  }

  /**
   * A word of a text.
   *
   * @param start offset of its first UTF-16 unit in the text
   * @param end offset behind its last
   * @param form as it stands there
   * @param folded for comparing
   */
  public record Word(int start, int end, String form, String folded) {}

  /** The folding of a language. */
  public static Folding of(LanguageTag language) {
    return new Folding(language);
  }

  /**
   * The words of a text, folded, in order. Finer than {@link Words}: hyphens part words, and so
   * does a change of script ({@code NATOдан}).
   */
  public List<Word> words(CharSequence text) {
    List<Word> words = new ArrayList<>();
    for (Words.Word word : Words.of(language, text)) {
      split(word, words);
    }
    return words;
  }

  /** A word in its form for comparing. */
  public String fold(String word) {
    String lower = UCharacter.toLowerCase(locale, word);
    StringBuilder out = new StringBuilder(lower.length());
    boolean plain = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c < 0x80) {
        out.append(c == '`' ? '\'' : c);
      } else {
        plain = false;
        fold(c, out);
      }
    }
    if (plain) {
      return out.toString();
    }
    String folded = NFC.normalize(out);
    // եւ is the older writing of և
    return cyrillic ? lookalikes(folded) : code.equals("hy") ? folded.replace("եւ", "եվ") : folded;
  }

  /**
   * A key for searching in any language at once: no case, no marks, dotless ı as i, ə as e, words
   * parted by one space.
   */
  public static String searchKey(String text) {
    StringBuilder out = new StringBuilder(text.length());
    NFKD.normalize(UCharacter.foldCase(text, true))
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c == 'ı' ? 'i' : c == 'ə' || c == 'ә' ? 'e' : c);
              } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                if (c == '\'' || c == '’' || c == 'ʼ' || c == 'ـ') {
                  return;
                }
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                  out.append(' ');
                }
              }
            });
    return out.toString().strip();
  }

  private void fold(char c, StringBuilder out) {
    switch (c) {
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> {}
      case '\u0640', '\u0670' -> {}
      case '’', '‘', 'ʼ', 'ʻ', '´', '′', '＇', 'ʹ' -> out.append('\'');
      case 'ß' -> out.append("ss");
      case 'ё' -> out.append('е');
      case 'և' -> out.append("եվ");
      case 'أ', 'إ', 'آ', 'ٱ' -> out.append('ا');
      case 'ى', 'ی' -> out.append('ي');
      case 'ک' -> out.append('ك');
      case 'ة', 'ۀ', 'ە' -> out.append('ه');
      case 'ә' -> out.append(code.equals("az") ? 'ə' : c);
      default -> {
        if (c >= 0x064B && c <= 0x065F || c >= 0x0610 && c <= 0x061A) {
          return;
        }
        if (c == 0x0301 && cyrillic) {
          return;
        }
        if (c >= 0xFB50 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC) {
          out.append(presentation(c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private String presentation(char c) {
    StringBuilder out = new StringBuilder();
    NFKC.normalize(String.valueOf(c)).chars().forEach(d -> fold((char) d, out));
    return out.toString();
  }

  /** Latin letters typed for Cyrillic ones, as i for і in Kazakh. */
  private static String lookalikes(String word) {
    boolean mixed = false;
    boolean own = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      own |= c >= 0x0400 && c <= 0x052F;
      mixed |= c == 'i' || c == 'ə' || c == 'o' || c == 'a' || c == 'e' || c == 'c' || c == 'p';
    }
    if (!own || !mixed) {
      return word;
    }
    return word.replace('i', 'і')
        .replace('ə', 'ә')
        .replace('o', 'о')
        .replace('a', 'а')
        .replace('e', 'е')
        .replace('c', 'с')
        .replace('p', 'р');
  }

  private void split(Words.Word word, List<Word> words) {
    String form = word.form();
    int from = 0;
    for (int i = 1; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == '_' || c == '.' && joins(form, i)) {
        add(word, from, i, words);
        from = i + 1;
      } else if (i > from && changesScript(form.charAt(i - 1), c)) {
        add(word, from, i, words);
        from = i;
      }
    }
    add(word, from, form.length(), words);
  }

  /** Whether a full stop stands between two words without a space, and not in U.S. */
  private static boolean joins(String form, int i) {
    boolean before = i >= 2 && Character.isLetter(form.charAt(i - 2));
    boolean after = i + 2 < form.length() && Character.isLetter(form.charAt(i + 2));
    return before && after && Character.isLetter(form.charAt(i - 1));
  }

  private boolean changesScript(char before, char after) {
    if (before < 0x80 == after < 0x80 && !arabicScript) {
      return false;
    }
    int one = UScript.getScript(before);
    int two = UScript.getScript(after);
    if (one == two || inherits(one) || inherits(two)) {
      return false;
    }
    boolean lookalike =
        cyrillic && ("ieoacpə".indexOf(before) >= 0 || "ieoacpə".indexOf(after) >= 0);
    return !lookalike && !(code.equals("az") && (before == 'ә' || after == 'ә'));
  }

  private static boolean inherits(int script) {
    return script == UScript.COMMON || script == UScript.INHERITED;
  }

  private void add(Words.Word word, int from, int to, List<Word> words) {
    if (to > from) {
      String form = word.form().substring(from, to);
      String folded = fold(form);
      if (!folded.isEmpty()) {
        words.add(new Word(word.start() + from, word.start() + to, form, folded));
      }
    }
  }
}
