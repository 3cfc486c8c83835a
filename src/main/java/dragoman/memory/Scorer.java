package dragoman.memory;

import dragoman.text.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How like two texts are, from the texts themselves: the one rule that decides a match. 101 is not
 * for it to give, since neighbours are no part of the text.
 */
final class Scorer {
  /** The most that other words leave. */
  static final int BEST_FUZZY = 94;

  private static final int PUNCTUATION =
      1 << Character.CONNECTOR_PUNCTUATION
          | 1 << Character.DASH_PUNCTUATION
          | 1 << Character.START_PUNCTUATION
          | 1 << Character.END_PUNCTUATION
          | 1 << Character.INITIAL_QUOTE_PUNCTUATION
          | 1 << Character.FINAL_QUOTE_PUNCTUATION
          | 1 << Character.OTHER_PUNCTUATION;

  private Scorer() {}

  /** A score with its reasons. */
  record Scored(int score, List<Reason> reasons) {
    static final Scored NOTHING = new Scored(0, List.of());
  }

  static Scored score(Analysis query, Analysis found) {
    return score(query, found, 1);
  }

  /** The same where it reaches the threshold; where it does not, any score below it, sooner. */
  static Scored score(Analysis query, Analysis found, int threshold) {
    int most = Math.max(query.length(), found.length());
    if (most == 0) {
      return withoutWords(query, found);
    }
    int cost = mostCost(Math.min(threshold, 100), most);
    // The longer text has that many words more, each inserted for 1.
    if (2 * Math.abs(query.length() - found.length()) > cost) {
      return Scored.NOTHING;
    }
    Map<String, Integer> stems = new HashMap<>();
    Map<String, Integer> forms = new HashMap<>();
    int doubled =
        WordDistance.doubled(numbered(query, stems, forms), numbered(found, stems, forms), cost);
    if (doubled > cost) {
      return Scored.NOTHING;
    }
    return doubled == 0 ? sameWords(query, found) : fuzzy(doubled, most);
  }

  /** floor(100 × (1 − d / most)), at most 94, from the doubled cost. */
  static int fuzzyScore(int doubled, int most) {
    return (int) Math.min(BEST_FUZZY, 100L * (2L * most - doubled) / (2L * most));
  }

  /** The highest doubled cost with which a text of so many words still has the score. */
  static int mostCost(int score, int most) {
    return score > BEST_FUZZY ? 0 : (int) ((100L - score) * 2L * most / 100L);
  }

  private static Scored fuzzy(int doubled, int most) {
    int score = fuzzyScore(doubled, most);
    String cost = doubled % 2 == 0 ? "" + doubled / 2 : doubled / 2 == 0 ? "½" : doubled / 2 + "½";
    return new Scored(
        score, List.of(new Reason(cost + " of " + most + " words differ", 100 - score)));
  }

  /** Texts without words are the same words; what they have beside punctuation must be the same. */
  private static Scored withoutWords(Analysis query, Analysis found) {
    return symbols(query.text().plain()).equals(symbols(found.text().plain()))
        ? sameWords(query, found)
        : Scored.NOTHING;
  }

  /** A text without its white space and punctuation, as {@code €} of “(€)”. */
  static String symbols(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> (1 << Character.getType(c) & PUNCTUATION) == 0)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static Scored sameWords(Analysis query, Analysis found) {
    if (Identity.same(query.text(), found.text())) {
      return new Scored(100, List.of());
    }
    List<Reason> reasons = new ArrayList<>();
    if (numbersDiffer(query, found)) {
      reasons.add(new Reason("numbers", 1));
    }
    if (caseDiffers(query, found)) {
      reasons.add(new Reason("case", 1));
    }
    if (gapsDiffer(query, found)) {
      reasons.add(new Reason("punctuation and spacing", 1));
    }
    if (tagsDiffer(query, found)) {
      reasons.add(new Reason("tags", 1));
    }
    return new Scored(100 - reasons.size(), reasons);
  }

  private static boolean numbersDiffer(Analysis a, Analysis b) {
    for (int i = 0; i < a.length(); i++) {
      if (a.words().get(i).number() && !sameForm(a, b, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean caseDiffers(Analysis a, Analysis b) {
    for (int i = 0; i < a.length(); i++) {
      if (!a.words().get(i).number() && !sameForm(a, b, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameForm(Analysis a, Analysis b, int word) {
    return a.words().get(word).form().equals(b.words().get(word).form());
  }

  private static boolean gapsDiffer(Analysis a, Analysis b) {
    for (int i = 0; i <= a.length(); i++) {
      if (!a.gap(i).equals(b.gap(i))) {
        return true;
      }
    }
    return false;
  }

  /** In texts that differ elsewhere a tag is in its place if as many words stand before it. */
  private static boolean tagsDiffer(Analysis a, Analysis b) {
    List<Tag> one = a.text().tags();
    List<Tag> other = b.text().tags();
    if (one.size() != other.size()) {
      return true;
    }
    boolean samePlain = a.text().plain().equals(b.text().plain());
    for (int i = 0; i < one.size(); i++) {
      Tag tag = one.get(i);
      Tag counterpart = other.get(i);
      boolean samePlace =
          samePlain
              ? tag.at() == counterpart.at()
              : a.wordsBefore(tag.at()) == b.wordsBefore(counterpart.at());
      if (!samePlace || !Identity.sameTag(tag, counterpart)) {
        return true;
      }
    }
    return false;
  }

  /** Tokens without chance in them: each stem and each form has a number of its own. */
  private static long[] numbered(
      Analysis analysis, Map<String, Integer> stems, Map<String, Integer> forms) {
    long[] tokens = new long[analysis.length()];
    for (int i = 0; i < tokens.length; i++) {
      Analysis.Lexeme lexeme = analysis.lexemes()[i];
      long stem = stems.computeIfAbsent(lexeme.stem(), s -> stems.size());
      long form = forms.computeIfAbsent(lexeme.folded(), f -> forms.size());
      tokens[i] = (stem << Analysis.Lexeme.FORM_BITS) | form;
    }
    return tokens;
  }
}
