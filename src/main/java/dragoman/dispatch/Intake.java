package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.Sentence;
import dragoman.text.TaggedText;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a document for taking it in: language, headline, date line, sentences. */
final class Intake {
  /** A sentence longer than this is none, and no memory would take it. */
  static final int LONGEST_SENTENCE = 100_000;

  /** More segments than this are no dispatch: about a thousand pages. */
  static final int MOST_SEGMENTS = 100_000;

  /** Cutting a longer one into sentences takes long and ends in none that is of use. */
  private static final int LONGEST_PARAGRAPH = 1_000_000;

  private static final int DETECTED = 4000;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SLUG = 40;

  private final Supplier<Segmenter> segmenters;
  private final LanguageDetector detector;

  /**
   * @param segmenters asked once for each document
   */
  Intake(Supplier<Segmenter> segmenters, LanguageDetector detector) {
    this.segmenters = segmenters;
    this.detector = detector;
  }

  LanguageDetector detector() {
    return detector;
  }

  /** A sentence with its place. */
  record Piece(int paragraph, Sentence place, Segment.Kind kind, TaggedText text, int words) {}

  /** What was read. */
  record Read(Document document, Preview preview, List<Piece> pieces) {}

  Read read(Upload upload, Optional<LanguageTag> language, LocalDate today) {
    return read(upload, language, today, Choices.NONE);
  }

  /**
   * Reads a newer version of a document.
   *
   * @param choices what translators chose in earlier ones
   */
  Read read(Upload upload, Optional<LanguageTag> language, LocalDate today, Choices choices) {
    Document document = Documents.open(upload);
    List<Paragraph> paragraphs = document.paragraphs();
    if (paragraphs.size() > MOST_SEGMENTS) {
      throw tooMany(upload);
    }
    List<LanguageTag> candidates = detector.rank(sample(paragraphs));
    LanguageTag source = language.orElse(candidates.get(0));
    Segmenter segmenter = segmenters.get();
    List<Piece> pieces = new ArrayList<>();
    Optional<DateLine> found = Optional.empty();
    String title = "";
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      String plain = paragraph.text().plain();
      // a date line stands near the top: behind the headline, a by-line, the page's title
      Optional<DateLine> dateLine =
          i < 6 && !paragraph.heading() ? DateLine.find(plain, today) : Optional.empty();
      if (dateLine.isPresent()) {
        found = Optional.of(found.map(first -> both(first, dateLine.get())).orElse(dateLine.get()));
      }
      if (paragraph.heading() && title.isEmpty()) {
        title = plain.strip();
      }
      pieces(upload, i, paragraph, dateLine, source, segmenter, choices, pieces);
      if (pieces.size() > MOST_SEGMENTS) {
        throw tooMany(upload);
      }
    }
    if (title.isEmpty()) {
      title = pieces.get(0).text().plain();
    }
    title = title(title);
    Preview preview =
        new Preview(
            document.format(),
            document.encoding(),
            source,
            candidates,
            title,
            slug(upload, title),
            found.map(DateLine::agency).orElse(""),
            found.map(DateLine::byLine).orElse(""),
            found.flatMap(DateLine::dated),
            pieces.size(),
            pieces.stream().mapToInt(Piece::words).sum(),
            document.notice(),
            Optional.empty());
    return new Read(document, preview, List.copyOf(pieces));
  }

  private void pieces(
      Upload upload,
      int index,
      Paragraph paragraph,
      Optional<DateLine> dateLine,
      LanguageTag source,
      Segmenter segmenter,
      Choices choices,
      List<Piece> pieces) {
    String plain = paragraph.text().plain();
    if (plain.length() > LONGEST_PARAGRAPH) {
      throw new DocumentException(
          upload.called()
              + " has "
              + plain.length()
              + " characters in paragraph "
              + (index + 1)
              + "; break it into paragraphs of at most "
              + LONGEST_PARAGRAPH
              + " characters and send it again.");
    }
    List<Sentence> places = new ArrayList<>();
    int begin = 0;
    if (dateLine.isPresent()) {
      begin = dateLine.get().end();
      trimmed(plain, 0, begin).ifPresent(places::add);
    }
    for (Sentence sentence : segmenter.split(source, plain.substring(begin))) {
      places.add(new Sentence(begin + sentence.start(), begin + sentence.end()));
    }
    places = choices.applied(plain, places);
    List<TaggedText> texts = new Splitting(paragraph.text(), places).texts();
    for (int i = 0; i < texts.size(); i++) {
      TaggedText text = texts.get(i);
      if (text.plain().length() > LONGEST_SENTENCE) {
        throw new DocumentException(
            upload.called()
                + " has a sentence of "
                + text.plain().length()
                + " characters in paragraph "
                + (index + 1)
                + "; break it into sentences of at most "
                + LONGEST_SENTENCE
                + " characters and send it again.");
      }
      Segment.Kind kind =
          places.get(i).end() <= begin
              ? Segment.Kind.DATELINE
              : paragraph.heading() ? Segment.Kind.HEADLINE : Segment.Kind.TEXT;
      pieces.add(
          new Piece(index + 1, places.get(i), kind, text, Words.count(source, text.plain())));
    }
  }

  private static DocumentException tooMany(Upload upload) {
    return new DocumentException(
        upload.called()
            + " has more than "
            + MOST_SEGMENTS
            + " sentences; divide it and send the parts.");
  }

  private static Optional<Sentence> trimmed(String plain, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(plain.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(plain.charAt(end - 1))) {
      end--;
    }
    return start < end ? Optional.of(new Sentence(start, end)) : Optional.empty();
  }

  private static DateLine both(DateLine first, DateLine second) {
    return new DateLine(
        first.end(),
        first.agency().isEmpty() ? second.agency() : first.agency(),
        first.byLine().isEmpty() ? second.byLine() : first.byLine(),
        first.dated().or(second::dated));
  }

  private static String sample(List<Paragraph> paragraphs) {
    StringBuilder sample = new StringBuilder();
    for (Paragraph paragraph : paragraphs) {
      sample.append(paragraph.text().plain()).append('\n');
      if (sample.length() > DETECTED) {
        break;
      }
    }
    return sample.toString();
  }

  /** A short name: the file's, else the headline's first words, in plain letters and hyphens. */
  private static String slug(Upload upload, String title) {
    String name = upload.fileName().replaceFirst("\\.[^.]*$", "");
    String words =
        SearchText.folded(name.isBlank() ? title : name)
            .toLowerCase(Locale.ROOT)
            .replace('ə', 'e')
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    if (words.length() > LONGEST_SLUG) {
      int cut = words.lastIndexOf('-', LONGEST_SLUG);
      words = words.substring(0, cut > 0 ? cut : LONGEST_SLUG);
    }
    return Normalizer.normalize(words, Normalizer.Form.NFC);
  }

  /** A headline as a dispatch's title. */
  static String title(String headline) {
    return shortened(headline.strip().replaceAll("\\s+", " "), LONGEST_TITLE);
  }

  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
  }
}
