package dragoman.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Finds the words of a text by Unicode's rules (UAX 29) as ICU applies them to a language. */
public final class Words {
  private Words() {}

  /**
   * A word of a text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset behind its last
   * @param form the word as it stands in the text
   * @param number whether it consists of a number ({@code 40}, {@code 2,5}, {@code ٤٠})
   */
  public record Word(int start, int end, String form, boolean number) {}

  /** The words of a text in order; punctuation and white space are none. */
  public static List<Word> of(LanguageTag language, CharSequence text) {
    String string = text.toString();
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.value()));
    breaks.setText(string);
    List<Word> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      int status = breaks.getRuleStatus();
      if (status >= BreakIterator.WORD_NONE_LIMIT) {
        boolean number = status < BreakIterator.WORD_NUMBER_LIMIT;
        words.add(new Word(start, end, string.substring(start, end), number));
      }
    }
    return List.copyOf(words);
  }

  /** How many words a text has. */
  public static int count(LanguageTag language, CharSequence text) {
    return of(language, text).size();
  }

  /** Length in grapheme clusters, what a person calls characters. */
  public static int graphemes(CharSequence text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text.toString());
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
