package dragoman.segmentation;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An abbreviation as rules: behind none of its stops does a sentence end. */
public final class Abbreviation {
  private static final String ALONE = "(?<![\\p{L}\\p{M}\\p{N}])";

  private Abbreviation() {}

  /**
   * The rules that hold the text behind an abbreviation: at its end, and at each place within it
   * that has a stop or a space before it.
   *
   * <p>It is found as it is written, with its first letter as a capital, and in capitals
   * throughout; any white space does for a space.
   *
   * @param language says what a letter's capital is; none for any language
   * @param text ends with its stop, as {@code Gen.} or {@code v. b.}
   * @param name the rules' name
   * @param comment the rules' comment
   */
  public static List<SrxRule> rules(
      Optional<LanguageTag> language, String text, String name, String comment) {
    LanguageTag casing = language.orElse(LanguageTag.of("en"));
    Set<String> forms = new LinkedHashSet<>();
    forms.add(text);
    forms.add(Casing.capitalized(casing, text));
    forms.add(Casing.upper(casing, text));
    List<SrxRule> rules = new ArrayList<>();
    rules.add(new SrxRule(false, ALONE + anyOf(forms.stream().toList()), "", name, comment));
    for (String form : forms) {
      for (int at = 1; at < form.length(); at++) {
        char before = form.charAt(at - 1);
        if (!Character.isLetterOrDigit(before)
            && !Character.isWhitespace(before)
            && !Character.isSurrogate(before)) {
          rules.add(
              new SrxRule(
                  false,
                  ALONE + literal(form.substring(0, at)),
                  literal(form.substring(at)),
                  name,
                  comment));
        }
      }
    }
    return List.copyOf(rules);
  }

  private static String anyOf(List<String> forms) {
    return forms.size() == 1
        ? literal(forms.get(0))
        : "(?:" + String.join("|", forms.stream().map(Abbreviation::literal).toList()) + ")";
  }

  private static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    boolean space = false;
    for (int c : text.codePoints().toArray()) {
      if (Character.isWhitespace(c)) {
        space = true;
        continue;
      }
      if (space) {
        pattern.append("\\s{1,4}");
        space = false;
      }
      if (!Character.isLetterOrDigit(c) && c < 0x80) {
        pattern.append('\\');
      }
      pattern.appendCodePoint(c);
    }
    return pattern.toString();
  }
}
