package dragoman.memory;

import dragoman.language.Words;
import dragoman.text.TaggedText;
import java.util.List;

/**
 * A text taken apart for comparing.
 *
 * @param text the text
 * @param words its words in order
 * @param lexemes what each word is compared by, in the same order
 */
record Analysis(TaggedText text, List<Words.Word> words, Lexeme[] lexemes) {

  /**
   * What a word is compared by.
   *
   * @param folded without case; {@code #} for any number
   * @param stem what forms of one word have in common; {@code #} for any number
   * @param token 40 bits of the stem's hash, then 24 bits of the folded form's: equal words have
   *     equal tokens, forms of one stem have equal {@linkplain #stemOf stems}, and now and then, a
   *     matter of one in millions, others have too
   */
  record Lexeme(String folded, String stem, long token) {
    static final int FORM_BITS = 24;

    static Lexeme of(String languageKey, String folded, String stem) {
      long stemHash = new Hash64().add(languageKey).add(stem).value();
      long formHash = Hash64.of(folded);
      return new Lexeme(
          folded, stem, (stemHash << FORM_BITS) | (formHash & ((1L << FORM_BITS) - 1)));
    }

    static long stemOf(long token) {
      return token >>> FORM_BITS;
    }
  }

  /** How many words there are. */
  int length() {
    return lexemes.length;
  }

  /** What stands before a word, behind the one before it; behind the last word for its count. */
  String gap(int word) {
    int start = word == 0 ? 0 : words.get(word - 1).end();
    int end = word == words.size() ? text.plain().length() : words.get(word).start();
    return text.plain().substring(start, end);
  }

  /** The number of words that begin before a place in the text. */
  int wordsBefore(int at) {
    int count = 0;
    while (count < words.size() && words.get(count).start() < at) {
      count++;
    }
    return count;
  }
}
