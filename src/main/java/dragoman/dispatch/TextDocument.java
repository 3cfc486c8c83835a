package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.text.Encodings;
import dragoman.text.TaggedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plain text. A line is a paragraph, unless the lines were broken to fit a width, as wires do: then
 * lines that were broken for want of room belong together, and new text is broken the same way.
 */
final class TextDocument implements Document {
  /** Lines are taken for broken to a width only if that is at most this many characters. */
  private static final int WIDEST = 100;

  private static final String ENDS = ".!?…:;։؟";
  private static final int NARROWEST = 40;

  /** So many lines show whether a text was broken to a width, however long it is. */
  private static final int LOOKED_AT = 5000;

  /** No paragraph has more lines. */
  private static final int MOST_LINES = 500;

  private final Encodings.Decoded decoded;
  private final List<Line> lines;
  private final int width;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();

  /** A line's place in the text, white space at its edges and its ending left out. */
  private record Line(int start, int end, String indent) {
    boolean blank() {
      return start == end;
    }
  }

  /** The lines of a paragraph, from the first to the last, both included. */
  private record Block(int first, int last) {}

  TextDocument(Encodings.Decoded decoded) {
    this.decoded = decoded;
    this.lines = lines(decoded.text());
    this.width = width();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).blank()) {
        continue;
      }
      int first = i;
      while (i - first < MOST_LINES - 1 && brokenForWant(i)) {
        i++;
      }
      blocks.add(new Block(first, i));
    }
    for (int i = 0; i < blocks.size(); i++) {
      String text = text(blocks.get(i));
      paragraphs.add(new Paragraph(i == 0 && headline(text), TaggedText.of(text)));
    }
  }

  @Override
  public Format format() {
    return Format.TXT;
  }

  @Override
  public String encoding() {
    return decoded.charset().name();
  }

  @Override
  public List<Paragraph> paragraphs() {
    return List.copyOf(paragraphs);
  }

  @Override
  public Written write(LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    String text = decoded.text();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TaggedText other = changed.get(i);
      if (other != null) {
        Block block = blocks.get(i);
        out.append(text, at, lines.get(block.first()).start());
        out.append(broken(other.plain(), block));
        at = lines.get(block.last()).end();
      }
    }
    out.append(text, at, text.length());
    String all = out.toString();
    if (decoded.charset().newEncoder().canEncode(all)) {
      return new Written(decoded.encode(all), decoded.charset().name());
    }
    return new Written(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
  }

  /** Whether a first paragraph looks like a headline: short, and no sentence's end. */
  static boolean headline(String text) {
    String line = text.strip();
    return line.length() <= 160
        && !line.isEmpty()
        && ENDS.indexOf(line.charAt(line.length() - 1)) < 0
        && DateLine.find(line, java.time.LocalDate.EPOCH).isEmpty();
  }

  private String text(Block block) {
    StringBuilder joined = new StringBuilder();
    for (int i = block.first(); i <= block.last(); i++) {
      if (i > block.first()) {
        joined.append(' ');
      }
      joined.append(decoded.text(), lines.get(i).start(), lines.get(i).end());
    }
    for (int i = 0; i < joined.length(); i++) {
      if (Character.isISOControl(joined.charAt(i)) && joined.charAt(i) != '\t') {
        joined.setCharAt(i, ' ');
      }
    }
    return joined.toString();
  }

  private String broken(String text, Block block) {
    String ending = ending(block);
    boolean wrapped = block.first() < block.last();
    String indent = wrapped ? lines.get(block.last()).indent() : lines.get(block.first()).indent();
    if (!wrapped) {
      return text.replaceAll("\\R", ending + indent);
    }
    StringBuilder out = new StringBuilder();
    int used = Words.graphemes(lines.get(block.first()).indent());
    for (String word : text.strip().split("\\s+")) {
      int length = Words.graphemes(word);
      if (out.length() > 0) {
        if (used + 1 + length > width) {
          out.append(ending).append(indent);
          used = Words.graphemes(indent);
        } else {
          out.append(' ');
          used++;
        }
      }
      out.append(word);
      used += length;
    }
    return out.toString();
  }

  /** How lines end about this block. */
  private String ending(Block block) {
    String text = decoded.text();
    int at = lines.get(block.first()).end();
    while (at < text.length() && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
      at++;
    }
    if (at == text.length()) {
      at = Math.max(0, text.indexOf('\n') - 1);
    }
    if (text.startsWith("\r\n", at)) {
      return "\r\n";
    }
    return text.startsWith("\r", at) ? "\r" : "\n";
  }

  /** The width that lines were broken to; 0 if they were not. */
  private int width() {
    // far too long in any count: spares counting a large file's characters
    if (lines.stream().anyMatch(line -> line.end() - line.start() > 4 * WIDEST)) {
      return 0;
    }
    int looked = Math.min(lines.size(), LOOKED_AT);
    int widest = 0;
    int inner = 0;
    for (int i = 0; i + 1 < looked; i++) {
      if (!lines.get(i).blank() && !lines.get(i + 1).blank()) {
        widest = Math.max(widest, length(i));
        inner++;
      }
    }
    for (int i = 0; i < looked; i++) {
      if (!lines.get(i).blank() && i > 0 && !lines.get(i - 1).blank()) {
        widest = Math.max(widest, length(i));
      }
    }
    if (inner < 3 || widest > WIDEST || widest < NARROWEST) {
      return 0;
    }
    int wanting = 0;
    int sentences = 0;
    for (int i = 0; i + 1 < looked; i++) {
      if (!lines.get(i).blank() && !lines.get(i + 1).blank() && noRoom(i, widest)) {
        wanting++;
        sentences += endsSentence(lines.get(i)) ? 1 : 0;
      }
    }
    // where most lines end with a sentence, a line is a paragraph that happens to fill its width
    return wanting * 10 >= inner * 7 && sentences * 2 < wanting ? widest : 0;
  }

  private boolean endsSentence(Line line) {
    return ENDS.indexOf(decoded.text().charAt(line.end() - 1)) >= 0;
  }

  private boolean brokenForWant(int line) {
    return width > 0
        && line + 1 < lines.size()
        && !lines.get(line + 1).blank()
        && noRoom(line, width);
  }

  /** Whether the next line's first word would not have found room on this line. */
  private boolean noRoom(int line, int width) {
    Line next = lines.get(line + 1);
    String word = decoded.text().substring(next.start(), next.end()).split("\\s", 2)[0];
    return length(line) + 1 + Words.graphemes(word) > width;
  }

  private int length(int line) {
    Line place = lines.get(line);
    return Words.graphemes(place.indent())
        + Words.graphemes(decoded.text().substring(place.start(), place.end()));
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && "\r\n\f".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int from = start;
      while (from < end && blank(text.charAt(from))) {
        from++;
      }
      int to = end;
      while (to > from && blank(text.charAt(to - 1))) {
        to--;
      }
      lines.add(new Line(from, to, text.substring(start, from)));
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines;
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
