package dragoman.alignment;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of two texts from their letters alone, against the alphabets that CLDR gives for
 * the languages they are said to be in.
 */
final class Writing {
  private static final int ENOUGH_LETTERS = 200;
  private static final int FEW_LETTERS = 40;
  private static final double CLEAR = 0.015;
  private static final double CLEAR_OF_FEW = 0.04;
  private static final double OWN = 0.5;
  private static final double SAME = 0.6;
  private static final int WORTH_COMPARING = 20;

  private final Map<LanguageTag, UnicodeSet> alphabets = new HashMap<>();

  /** What is wrong with the texts as they are given, if their letters tell. */
  Optional<Verdict> objection(TextPair pair) {
    Text source = pair.source();
    Text target = pair.target();
    if (isEmpty(source) || isEmpty(target)) {
      return Optional.of(Verdict.EMPTY_SIDE);
    }
    if (same(source, target)) {
      return Optional.of(Verdict.SAME_TEXT);
    }
    if (source.language().meets(target.language())) {
      return Optional.empty();
    }
    Map<Integer, Integer> left = letters(source);
    Map<Integer, Integer> right = letters(target);
    int fewer = Math.min(total(left), total(right));
    if (fewer < FEW_LETTERS) {
      return Optional.empty();
    }
    double leftOwn = fit(left, source.language());
    double rightOwn = fit(right, target.language());
    double leftOther = fit(left, target.language());
    double rightOther = fit(right, source.language());
    double gain = leftOther + rightOther - leftOwn - rightOwn;
    if (gain > (fewer < ENOUGH_LETTERS ? CLEAR_OF_FEW : CLEAR)) {
      boolean both = leftOther >= leftOwn && rightOther >= rightOwn;
      return Optional.of(both ? Verdict.SWAPPED : Verdict.WRONG_LANGUAGE);
    }
    return leftOwn < OWN || rightOwn < OWN ? Optional.of(Verdict.WRONG_LANGUAGE) : Optional.empty();
  }

  private static boolean isEmpty(Text text) {
    return text.sentences().stream()
        .noneMatch(sentence -> sentence.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  /** Whether most of both texts stands in the other; short sentences such as names do not count. */
  private static boolean same(Text source, Text target) {
    return shared(source.sentences(), target.sentences()) >= SAME
        && shared(target.sentences(), source.sentences()) >= SAME;
  }

  private static double shared(List<String> sentences, List<String> others) {
    Set<String> known = new HashSet<>();
    others.forEach(other -> known.add(Casing.nfc(other).strip()));
    int all = 0;
    int there = 0;
    for (String sentence : sentences) {
      String plain = Casing.nfc(sentence).strip();
      long letters = plain.codePoints().filter(Character::isLetter).count();
      if (letters >= WORTH_COMPARING) {
        all += plain.length();
        there += known.contains(plain) ? plain.length() : 0;
      }
    }
    return all == 0 ? 0 : (double) there / all;
  }

  /** The share of letters that belong to a language's alphabet; all of them if it is not known. */
  private double fit(Map<Integer, Integer> letters, LanguageTag language) {
    UnicodeSet alphabet = alphabets.computeIfAbsent(language, Writing::alphabet);
    if (alphabet.isEmpty()) {
      return 1;
    }
    int fitting = 0;
    for (Map.Entry<Integer, Integer> letter : letters.entrySet()) {
      fitting += alphabet.contains(letter.getKey()) ? letter.getValue() : 0;
    }
    return (double) fitting / total(letters);
  }

  private static UnicodeSet alphabet(LanguageTag language) {
    UnicodeSet letters = LocaleData.getExemplarSet(ULocale.forLanguageTag(language.value()), 0);
    return letters == null ? UnicodeSet.EMPTY : letters;
  }

  private static int total(Map<Integer, Integer> letters) {
    return letters.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<Integer, Integer> letters(Text text) {
    Map<Integer, Integer> letters = new HashMap<>();
    for (String sentence : text.sentences()) {
      Casing.lower(text.language(), Casing.nfc(sentence))
          .codePoints()
          .filter(Character::isLetter)
          .forEach(letter -> letters.merge(letter, 1, Integer::sum));
    }
    return letters;
  }
}
