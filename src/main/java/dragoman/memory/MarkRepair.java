package dragoman.memory;

import dragoman.language.Edit;
import dragoman.language.LanguageTag;
import dragoman.memory.Hunks.Pair;
import dragoman.memory.SourceTokens.Kind;
import dragoman.memory.SourceTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Punctuation: the last mark, quotation marks and brackets; commas are each language's own. */
final class MarkRepair {
  private final LanguageTag to;
  private final Mending mending;

  MarkRepair(LanguageTag to, Mending mending) {
    this.to = to;
    this.mending = mending;
  }

  /** Whether every mark that differs can be mended, or asks for nothing. */
  boolean mend(List<Pair> pairs, List<Pair> differing) {
    List<Pair> marks = differing.stream().filter(MarkRepair::isMark).toList();
    if (marks.isEmpty()) {
      return true;
    }
    List<Pair> rest = new ArrayList<>(marks);
    List<Pair> last = rest.stream().filter(pair -> isLast(pair, pairs)).toList();
    rest.removeAll(last);
    if (!last.isEmpty() && !last(last, pairs)) {
      return false;
    }
    List<Pair> quotes = rest.stream().filter(pair -> hasKey(pair, "\"")).toList();
    rest.removeAll(quotes);
    if (!quotes.isEmpty() && !quotes(quotes, pairs)) {
      return false;
    }
    List<Pair> brackets = rest.stream().filter(pair -> hasKey(pair, "()")).toList();
    rest.removeAll(brackets);
    if (!brackets.isEmpty() && !brackets(brackets)) {
      return false;
    }
    for (Pair pair : rest) {
      if (!hasKey(pair, ",")) {
        if (!hasKey(pair, ";-:'.")) {
          return false;
        }
        mending.doubt();
      }
    }
    return true;
  }

  private static boolean isMark(Pair pair) {
    return pair.old().or(pair::now).orElseThrow().kind() == Kind.MARK;
  }

  private static boolean hasKey(Pair pair, String keys) {
    boolean old = pair.old().map(token -> keys.contains(token.key())).orElse(true);
    boolean now = pair.now().map(token -> keys.contains(token.key())).orElse(true);
    return old && now;
  }

  /** Whether nothing but marks stands behind it. */
  private static boolean isLast(Pair pair, List<Pair> pairs) {
    boolean ends = hasKey(pair, ".!?");
    for (int i = pairs.size() - 1; i >= 0 && ends; i--) {
      if (pairs.get(i) == pair) {
        return true;
      }
      ends = isMark(pairs.get(i));
    }
    return false;
  }

  private boolean last(List<Pair> last, List<Pair> pairs) {
    String old = ending(pairs, true);
    String now = ending(pairs, false);
    if (old.contains("?") || now.contains("?")) {
      return false;
    }
    String text = mending.text();
    int end = text.stripTrailing().length();
    while (end > 0 && Marks.QUOTES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && ".!…։".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    String written = text.substring(start, end);
    if (written.isEmpty() && !old.isEmpty()) {
      // the target went its own way before
      return true;
    }
    String wanted = to.language().equals("hy") ? now.replace('.', '։') : now;
    if (!written.isEmpty() && old.isEmpty()) {
      return true;
    }
    mending.add(Exchange.Kind.PUNCTUATION, new Edit(start, end, wanted));
    return true;
  }

  private static String ending(List<Pair> pairs, boolean old) {
    StringBuilder marks = new StringBuilder();
    for (int i = pairs.size() - 1; i >= 0 && isMark(pairs.get(i)); i--) {
      (old ? pairs.get(i).old() : pairs.get(i).now())
          .map(Token::form)
          .filter(form -> ".!?…".contains(form))
          .ifPresent(form -> marks.insert(0, form));
    }
    return marks.toString();
  }

  /** A pair of quotation marks that goes, or one that comes around the whole or around a name. */
  private boolean quotes(List<Pair> quotes, List<Pair> pairs) {
    boolean going = quotes.stream().allMatch(pair -> pair.now().isEmpty());
    boolean coming = quotes.stream().allMatch(pair -> pair.old().isEmpty());
    if (quotes.size() != 2 || !going && !coming) {
      return false;
    }
    String text = mending.text();
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (Marks.QUOTES.indexOf(text.charAt(i)) >= 0) {
        own.add(i);
      }
    }
    if (going) {
      long inSource =
          pairs.stream().filter(p -> p.old().isPresent() && p.was().key().equals("\"")).count();
      if (own.isEmpty()) {
        return true;
      }
      if (own.size() != 2 || inSource != 2) {
        return false;
      }
      own.forEach(i -> mending.add(Exchange.Kind.PUNCTUATION, new Edit(i, i + 1, "")));
      return true;
    }
    return coming(quotes, pairs);
  }

  private boolean coming(List<Pair> quotes, List<Pair> pairs) {
    int first = pairs.indexOf(quotes.get(0));
    int second = pairs.lastIndexOf(quotes.get(1));
    String[] marks = QuoteMarks.of(to, mending.text());
    String text = mending.text();
    boolean whole =
        first == 0 && pairs.subList(second + 1, pairs.size()).stream().allMatch(MarkRepair::isMark);
    if (whole) {
      int end = text.stripTrailing().length();
      boolean inside = second == pairs.size() - 1;
      if (!inside && end > 0 && ".!?…".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      mending.add(Exchange.Kind.PUNCTUATION, new Edit(0, 0, marks[0]));
      mending.add(Exchange.Kind.PUNCTUATION, new Edit(end, end, marks[1]));
      return true;
    }
    return false;
  }

  private boolean brackets(List<Pair> brackets) {
    boolean going = brackets.size() == 2 && brackets.stream().allMatch(p -> p.now().isEmpty());
    String text = mending.text();
    int open = text.indexOf('(');
    int close = text.indexOf(')');
    boolean one =
        open >= 0
            && close > open
            && open == text.lastIndexOf('(')
            && close == text.lastIndexOf(')');
    if (!going || !one) {
      return false;
    }
    mending.add(Exchange.Kind.PUNCTUATION, new Edit(open, open + 1, ""));
    mending.add(Exchange.Kind.PUNCTUATION, new Edit(close, close + 1, ""));
    mending.doubt();
    return true;
  }
}
