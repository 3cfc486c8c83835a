package dragoman.glossary;

import dragoman.language.CommonWords;
import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;

/**
 * A term as it is looked for.
 *
 * @param words its words, folded
 * @param forms its words as they are written
 */
record Pattern(Concept concept, Term term, List<String> words, List<String> forms) {

  /** A term's pattern, and a second one in one word where a hyphen parts two ({@code e-mail}). */
  static List<Pattern> of(Concept concept, Term term, Folding folding) {
    List<Pattern> patterns = new ArrayList<>(2);
    add(concept, term, term.text(), folding, patterns);
    if (term.text().indexOf('-') > 0) {
      add(concept, term, term.text().replace("-", ""), folding, patterns);
    }
    return patterns;
  }

  private static void add(
      Concept concept, Term term, String text, Folding folding, List<Pattern> patterns) {
    List<Folding.Word> words = folding.words(text);
    if (!words.isEmpty()) {
      patterns.add(
          new Pattern(
              concept,
              term,
              words.stream().map(Folding.Word::folded).toList(),
              words.stream().map(Folding.Word::form).toList()));
    }
  }

  /**
   * Whether capitals must be as the term has them: where the desk says so, and in every
   * abbreviation, since {@code WHO} is not {@code who}.
   */
  boolean capitalsMatter() {
    return term.caseSensitive() || abbreviated();
  }

  /**
   * Whether the term is all capitals and its letters also spell common words of the language, so
   * that nobody can tell the two apart where everything is in capitals.
   */
  boolean ambiguousInCapitals(LanguageTag language) {
    return abbreviated() && words.stream().allMatch(word -> CommonWords.has(language, word));
  }

  private boolean abbreviated() {
    return Term.looksAbbreviated(term.text());
  }

  /** Whether the text's words from a place on, which fit by their letters, fit as the term asks. */
  boolean allows(List<Folding.Word> text, int first) {
    boolean capitals = capitalsMatter();
    if (!capitals && !term.exact()) {
      return true;
    }
    for (int i = 0; i < words.size(); i++) {
      Folding.Word word = text.get(first + i);
      if (term.exact() && !word.folded().equals(words.get(i))
          || capitals && !sameCapitals(forms.get(i), word.form())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the capitals of a term's word are capitals in the text, and its small letters small.
   */
  private static boolean sameCapitals(String own, String other) {
    int from = Math.max(0, indexIgnoringCase(other, own));
    for (int i = 0; i < own.length() && from + i < other.length(); i++) {
      char a = own.charAt(i);
      char b = other.charAt(from + i);
      if (Character.isUpperCase(a) && Character.isLowerCase(b)
          || Character.isLowerCase(a) && Character.isUpperCase(b)) {
        return false;
      }
    }
    return true;
  }

  private static int indexIgnoringCase(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return -1;
  }
}
