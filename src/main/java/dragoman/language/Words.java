package dragoman.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the words of a text by Unicode's rules (UAX 29) as ICU applies them to a language. */
public final class Words {
  private static final int MOST_LANGUAGES = 64;

  // ICU reads its rules anew for every iterator, which costs many times what a sentence does; an
  // iterator is for one thread.
  private static final ThreadLocal<Map<LanguageTag, BreakIterator>> ITERATORS =
      ThreadLocal.withInitial(HashMap::new);
  private static final ThreadLocal<BreakIterator> CLUSTERS =
      ThreadLocal.withInitial(() -> BreakIterator.getCharacterInstance(ULocale.ROOT));

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
    BreakIterator breaks = iterator(language);
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

  private static BreakIterator iterator(LanguageTag language) {
    Map<LanguageTag, BreakIterator> iterators = ITERATORS.get();
    if (iterators.size() >= MOST_LANGUAGES && !iterators.containsKey(language)) {
      iterators.clear();
    }
    return iterators.computeIfAbsent(language, l -> BreakIterator.getWordInstance(l.icu()));
  }

  /** How many words a text has. */
  public static int count(LanguageTag language, CharSequence text) {
    return of(language, text).size();
  }

  /** Length in grapheme clusters, what a person calls characters. */
  public static int graphemes(CharSequence text) {
    BreakIterator clusters = CLUSTERS.get();
    clusters.setText(text.toString());
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
