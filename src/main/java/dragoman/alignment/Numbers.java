package dragoman.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in digits of any script, and makes 1,500 and 1 500 and ١٬٥٠٠ one. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}+(?:(?:[.,'’٫٬]|[   ](?=\\p{Nd}{3}(?!\\p{Nd})))\\p{Nd}+)*");
  private static final int PARTS_OF_A_DATE = 3;

  private Numbers() {}

  /** The digits of each number in order; a date such as 24.11.2026 gives three. */
  static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String number = matcher.group();
      String[] parts = number.split("\\.", -1);
      boolean date = parts.length == PARTS_OF_A_DATE && parts[1].length() <= 2;
      if (date) {
        for (String part : parts) {
          found.add(digits(part));
        }
      } else {
        found.add(digits(number));
      }
    }
    return found;
  }

  private static String digits(String number) {
    StringBuilder out = new StringBuilder(number.length());
    number
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> out.append(Character.digit(digit, 10)));
    int zeros = 0;
    while (zeros < out.length() - 1 && out.charAt(zeros) == '0') {
      zeros++;
    }
    return out.substring(zeros);
  }
}
