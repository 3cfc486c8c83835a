package dragoman.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the text of a page stands in it. Okapi says what the texts are and not where, so it writes
 * the page with marks around them, and what it wrote is laid beside the page.
 */
final class HtmlPlaces {
  /** Marks are code points that are no characters and stand in no text (Unicode 23.7). */
  static final char UNIT = '\uFDD0';

  static final char UNIT_END = '\uFDD1';
  static final char CODE = '\uFDD2';
  static final char CODE_END = '\uFDD3';

  /** Stands behind the number of a unit. */
  static final char NUMBERED = '\uFDD4';

  private HtmlPlaces() {}

  /** A stretch of the page. */
  record Range(int from, int to) {}

  /**
   * Where a text stands.
   *
   * @param number the text's index among the page's paragraphs
   * @param whole from its first character to behind its last
   * @param codes its inline codes, in order
   */
  record Place(int number, Range whole, List<Range> codes) {
    /** The text behind so many codes. */
    Range text(int codesBefore) {
      int from = codesBefore == 0 ? whole.from() : codes.get(codesBefore - 1).to();
      int to = codesBefore == codes.size() ? whole.to() : codes.get(codesBefore).from();
      return new Range(from, to);
    }
  }

  private record Mark(int at, char kind, int number) {}

  static boolean usable(String page) {
    return page.chars().noneMatch(c -> c >= UNIT && c <= NUMBERED);
  }

  /**
   * The places of the page's texts.
   *
   * @param marked the page as Okapi writes it, with marks
   * @return nothing if what Okapi wrote differs from the page in more than its spelling
   */
  static Optional<List<Place>> of(String page, String marked) {
    StringBuilder written = new StringBuilder(marked.length());
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == UNIT) {
        int end = marked.indexOf(NUMBERED, i);
        marks.add(new Mark(written.length(), c, Integer.parseInt(marked.substring(i + 1, end))));
        i = end;
      } else if (c > UNIT && c < NUMBERED) {
        marks.add(new Mark(written.length(), c, 0));
      } else {
        written.append(c);
      }
    }
    return beside(page, written, marks).map(at -> places(marks, at));
  }

  private static List<Place> places(List<Mark> marks, int[] at) {
    List<Place> places = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    Deque<List<Range>> codes = new ArrayDeque<>();
    for (int i = 0; i < marks.size(); i++) {
      switch (marks.get(i).kind()) {
        case UNIT -> {
          open.push(i);
          codes.push(new ArrayList<>());
        }
        case CODE -> open.push(i);
        case CODE_END -> codes.element().add(new Range(at[open.pop()], at[i]));
        default -> {
          int from = open.pop();
          places.add(
              new Place(
                  marks.get(from).number(), new Range(at[from], at[i]), List.copyOf(codes.pop())));
        }
      }
    }
    return places;
  }

  /** Where each mark stands in the page; nothing if the two cannot be laid beside each other. */
  private static Optional<int[]> beside(String page, StringBuilder written, List<Mark> marks) {
    int[] at = new int[marks.size()];
    int mark = 0;
    int i = 0;
    int j = 0;
    while (true) {
      while (mark < at.length && marks.get(mark).at() == j) {
        at[mark++] = i;
      }
      if (i == page.length() && j == written.length()) {
        return Optional.of(at);
      }
      HtmlReference here = HtmlReference.at(page, i);
      HtmlReference there = HtmlReference.at(written, j);
      if (here.length() > 0 && here.text().equals(there.text())
          || here.blank() && there.blank()
          || here.quote() && there.quote()) {
        i += page.startsWith("\r\n", i) && written.charAt(j) == '\n' ? 2 : here.length();
        j += there.length();
      } else if (here.blank() || here.quote()) {
        i++;
      } else if (there.blank() || there.quote()) {
        j++;
      } else {
        return Optional.empty();
      }
    }
  }
}
