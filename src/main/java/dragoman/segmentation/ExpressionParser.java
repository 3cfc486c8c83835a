package dragoman.segmentation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import dragoman.segmentation.Expression.Boundary;
import dragoman.segmentation.Expression.Choice;
import dragoman.segmentation.Expression.Neighbour;
import dragoman.segmentation.Expression.Repeat;
import dragoman.segmentation.Expression.Sequence;
import dragoman.segmentation.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of ICU's regular expressions that a finite automaton can hold: all but back
 * references, possessive and atomic groups, and conditions on more than the next code point.
 */
final class ExpressionParser {
  static final UnicodeSet SPACE = new UnicodeSet("[\\p{White_Space}]").freeze();
  private static final UnicodeSet WORD =
      new UnicodeSet("[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]").freeze();
  private static final UnicodeSet DIGIT = new UnicodeSet("[\\p{Nd}]").freeze();
  private static final UnicodeSet HORIZONTAL = new UnicodeSet("[\\p{Zs}\\t]").freeze();
  private static final UnicodeSet LINE_END =
      new UnicodeSet("[\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029]").freeze();
  private static final UnicodeSet NONE = new UnicodeSet().freeze();
  private static final UnicodeSet ALL = new UnicodeSet(0, 0x10FFFF).freeze();

  /** Groups and sets within each other deeper than this no person writes. */
  private static final int DEEPEST = 100;

  private final String pattern;
  private int at;
  private boolean ignoreCase;
  private boolean comments;
  private boolean dotAll;
  private int depth;

  private ExpressionParser(String pattern) {
    this.pattern = pattern;
  }

  /** The tree of a pattern, or nothing where an automaton cannot hold it. */
  static Optional<Expression> parse(String pattern) {
    ExpressionParser parser = new ExpressionParser(pattern);
    try {
      Expression whole = parser.choice();
      return parser.at == pattern.length() ? Optional.of(whole) : Optional.empty();
    } catch (Unsupported e) {
      return Optional.empty();
    }
  }

  /**
   * What of a pattern no automaton can hold.
   *
   * @param at where it begins
   * @param deep whether it is only nested too deeply
   */
  record Failure(int at, boolean deep) {}

  /** What of a pattern no automaton can hold; nothing where all can be held. */
  static Optional<Failure> failure(String pattern) {
    ExpressionParser parser = new ExpressionParser(pattern);
    try {
      parser.choice();
      return parser.at == pattern.length()
          ? Optional.empty()
          : Optional.of(new Failure(parser.at, false));
    } catch (Unsupported e) {
      return Optional.of(new Failure(Math.max(0, parser.at - 1), parser.depth > DEEPEST));
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new Unsupported();
    }
  }

  private static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported() {
      super(null, null, false, false);
    }
  }

  private Expression choice() {
    deeper();
    List<Expression> parts = new ArrayList<>();
    parts.add(sequence());
    while (peek() == '|') {
      at++;
      parts.add(sequence());
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Choice(List.copyOf(parts));
  }

  private Expression sequence() {
    List<Expression> parts = new ArrayList<>();
    skipComments();
    while (at < pattern.length() && peek() != '|' && peek() != ')') {
      Expression atom = atom();
      skipComments();
      parts.add(quantified(atom));
      skipComments();
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
  }

  private Expression quantified(Expression atom) {
    Expression part = atom;
    int least;
    int most;
    switch (peek()) {
      case '?' -> {
        at++;
        least = 0;
        most = 1;
      }
      case '*' -> {
        at++;
        least = 0;
        most = Repeat.UNBOUNDED;
      }
      case '+' -> {
        at++;
        least = 1;
        most = Repeat.UNBOUNDED;
      }
      case '{' -> {
        int close = pattern.indexOf('}', at);
        if (close < 0) {
          throw new Unsupported();
        }
        String[] bounds = pattern.substring(at + 1, close).split(",", -1);
        at = close + 1;
        least = number(bounds[0]);
        most =
            bounds.length == 1 ? least : bounds[1].isEmpty() ? Repeat.UNBOUNDED : number(bounds[1]);
        if (bounds.length > 2 || (most != Repeat.UNBOUNDED && most < least)) {
          throw new Unsupported();
        }
      }
      default -> {
        return part;
      }
    }
    if (peek() == '+') {
      throw new Unsupported();
    }
    if (peek() == '?') {
      at++;
    }
    if (peek() == '*' || peek() == '{') {
      throw new Unsupported();
    }
    return new Repeat(part, least, most);
  }

  private static int number(String digits) {
    try {
      int number = Integer.parseInt(digits.strip());
      if (number < 0 || number > 1000) {
        throw new Unsupported();
      }
      return number;
    } catch (NumberFormatException e) {
      throw new Unsupported();
    }
  }

  private Expression atom() {
    int c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Symbol(cased(set()));
      case '.' -> new Symbol(dotAll ? ALL : not(LINE_END));
      case '^' -> new Neighbour(true, NONE, true);
      case '$' -> new Neighbour(false, NONE, true);
      case '\\' -> escapedAtom();
      case '*', '+', '?', '{' -> throw new Unsupported();
      default -> new Symbol(cased(one(c)));
    };
  }

  private Expression group() {
    boolean caseBefore = ignoreCase;
    boolean commentsBefore = comments;
    boolean dotBefore = dotAll;
    Expression group;
    if (peek() != '?') {
      group = choice();
    } else {
      at++;
      switch (next()) {
        case ':' -> group = choice();
        case '=' -> group = neighbour(choice(), false, false);
        case '!' -> group = neighbour(choice(), false, true);
        case '<' -> {
          switch (next()) {
            case '=' -> group = neighbour(choice(), true, false);
            case '!' -> group = neighbour(choice(), true, true);
            default -> throw new Unsupported();
          }
        }
        default -> {
          at--;
          if (flags()) {
            return new Sequence(List.of());
          }
          group = choice();
        }
      }
    }
    if (next() != ')') {
      throw new Unsupported();
    }
    ignoreCase = caseBefore;
    comments = commentsBefore;
    dotAll = dotBefore;
    return group;
  }

  /** Reads flags; whether they hold for the rest of the group around, as in {@code (?i)}. */
  private boolean flags() {
    boolean on = true;
    while (true) {
      switch (next()) {
        case '-' -> on = false;
        case 'i' -> ignoreCase = on;
        case 'x' -> comments = on;
        case 's' -> dotAll = on;
        case 'u', 'U', 'w' -> {}
        case ')' -> {
          return true;
        }
        case ':' -> {
          return false;
        }
        default -> throw new Unsupported();
      }
    }
  }

  private static Expression neighbour(Expression inner, boolean left, boolean not) {
    UnicodeSet set = new UnicodeSet();
    boolean edge = false;
    for (Expression part : inner instanceof Choice c ? c.parts() : List.of(inner)) {
      if (part instanceof Symbol symbol) {
        set.addAll(symbol.set());
      } else if (part instanceof Neighbour n && n.left() == left && n.edge() && n.set().isEmpty()) {
        edge = true;
      } else {
        throw new Unsupported();
      }
    }
    return not ? new Neighbour(left, not(set), !edge) : new Neighbour(left, set.freeze(), edge);
  }

  private Expression escapedAtom() {
    switch (peek()) {
      case 'b', 'B' -> {
        return new Boundary(WORD, next() == 'B');
      }
      case 'A' -> {
        at++;
        return new Neighbour(true, NONE, true);
      }
      case 'z', 'Z' -> {
        at++;
        return new Neighbour(false, NONE, true);
      }
      case 'Q' -> {
        at++;
        int end = pattern.indexOf("\\E", at);
        String literal = pattern.substring(at, end < 0 ? pattern.length() : end);
        at = end < 0 ? pattern.length() : end + 2;
        List<Expression> parts = new ArrayList<>();
        literal.codePoints().forEach(c -> parts.add(new Symbol(cased(one(c)))));
        return new Sequence(List.copyOf(parts));
      }
      default -> {
        return new Symbol(cased(escapedSet()));
      }
    }
  }

  /** The set behind a backslash. */
  private UnicodeSet escapedSet() {
    int c = next();
    return switch (c) {
      case 'd' -> DIGIT;
      case 'D' -> not(DIGIT);
      case 's' -> SPACE;
      case 'S' -> not(SPACE);
      case 'w' -> WORD;
      case 'W' -> not(WORD);
      case 'h' -> HORIZONTAL;
      case 'H' -> not(HORIZONTAL);
      case 'v', 'R' -> LINE_END;
      case 'p', 'P' -> property(c == 'P');
      case 't' -> one('\t');
      case 'n' -> one('\n');
      case 'r' -> one('\r');
      case 'f' -> one('\f');
      case 'a' -> one(7);
      case 'e' -> one(27);
      case 'u' -> one(hex(4));
      case 'U' -> one(hex(8));
      case 'x' -> {
        if (peek() != '{') {
          yield one(hex(2));
        }
        int close = pattern.indexOf('}', at);
        if (close < 0) {
          throw new Unsupported();
        }
        at++;
        int value = hex(close - at);
        at++;
        yield one(value);
      }
      default -> {
        if (UCharacter.isLetterOrDigit(c)) {
          throw new Unsupported();
        }
        yield one(c);
      }
    };
  }

  private UnicodeSet property(boolean not) {
    String name;
    if (peek() == '{') {
      int close = pattern.indexOf('}', at);
      if (close < 0) {
        throw new Unsupported();
      }
      name = pattern.substring(at + 1, close);
      at = close + 1;
    } else {
      name = Character.toString(next());
    }
    String plain = name.startsWith("Is") ? name.substring(2) : name;
    if (plain.startsWith("In")) {
      plain = "Block=" + plain.substring(2);
    }
    try {
      UnicodeSet set = new UnicodeSet("[\\p{" + plain + "}]");
      return not ? not(set) : set;
    } catch (IllegalArgumentException e) {
      throw new Unsupported();
    }
  }

  private int hex(int digits) {
    try {
      int value = Integer.parseInt(pattern.substring(at, at + digits), 16);
      at += digits;
      if (value > 0x10FFFF) {
        throw new Unsupported();
      }
      return value;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unsupported();
    }
  }

  /** A set in brackets, the opening one already read: ranges, escapes, inner sets, {@code &&}. */
  private UnicodeSet set() {
    deeper();
    boolean not = peek() == '^';
    if (not) {
      at++;
    }
    UnicodeSet set = new UnicodeSet();
    Optional<UnicodeSet> meet = Optional.empty();
    boolean first = true;
    while (true) {
      if (at >= pattern.length()) {
        throw new Unsupported();
      }
      if (comments && UCharacter.isUWhiteSpace(peek())) {
        throw new Unsupported();
      }
      int c = next();
      if (c == ']' && !first) {
        break;
      }
      first = false;
      if (c == '[') {
        if (peek() == ':') {
          throw new Unsupported();
        }
        set.addAll(set());
      } else if (c == '&' && peek() == '&') {
        at++;
        meet =
            Optional.of(
                meet.map(m -> new UnicodeSet(m).retainAll(set)).orElse(new UnicodeSet(set)));
        set.clear();
      } else if (c == '-' && peek() == '-') {
        throw new Unsupported();
      } else {
        UnicodeSet item = c == '\\' ? escapedSet() : one(c);
        if (item.size() == 1 && peek() == '-' && peekSecond() != ']' && peekSecond() != '[') {
          at++;
          int end = next();
          UnicodeSet last = end == '\\' ? escapedSet() : one(end);
          if (last.size() != 1 || last.charAt(0) < item.charAt(0)) {
            throw new Unsupported();
          }
          set.add(item.charAt(0), last.charAt(0));
        } else {
          set.addAll(item);
        }
      }
    }
    depth--;
    UnicodeSet result = meet.map(m -> new UnicodeSet(m).retainAll(set)).orElse(set);
    UnicodeSet cased =
        ignoreCase ? new UnicodeSet(result).closeOver(UnicodeSet.SIMPLE_CASE_INSENSITIVE) : result;
    return not ? not(cased) : cased;
  }

  private UnicodeSet cased(UnicodeSet set) {
    return ignoreCase
        ? new UnicodeSet(set).closeOver(UnicodeSet.SIMPLE_CASE_INSENSITIVE).freeze()
        : set;
  }

  private static UnicodeSet one(int c) {
    return new UnicodeSet(c, c);
  }

  private static UnicodeSet not(UnicodeSet set) {
    return new UnicodeSet(set).complement().freeze();
  }

  private void skipComments() {
    while (comments && at < pattern.length()) {
      if (UCharacter.isUWhiteSpace(peek())) {
        at++;
      } else if (peek() == '#') {
        int end = pattern.indexOf('\n', at);
        at = end < 0 ? pattern.length() : end + 1;
      } else {
        return;
      }
    }
  }

  private int peek() {
    return at < pattern.length() ? pattern.codePointAt(at) : -1;
  }

  private int peekSecond() {
    int second = at + Character.charCount(Math.max(0, peek()));
    return second < pattern.length() ? pattern.codePointAt(second) : -1;
  }

  private int next() {
    if (at >= pattern.length()) {
      throw new Unsupported();
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }
}
