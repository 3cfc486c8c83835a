package dragoman.dispatch;

import dragoman.alignment.Text;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Segmenter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the documents of an archive that exist in several languages: which, of what day. */
public final class Archive {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-_. ]?(\\d{2})[-_. ]?(\\d{2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-_. ](\\d{1,2})[-_. ](\\d{4})(?!\\d)");

  /** What a model says of fewer letters does not outweigh a name. */
  private static final int ENOUGH_LETTERS = 400;

  private final Intake intake;
  private final List<LanguageTag> languages;
  private final LocalDate today;

  /**
   * @param languages those that documents may be in
   */
  public Archive(Segmenter segmenter, List<LanguageTag> languages) {
    this.intake = new Intake(() -> segmenter, LanguageDetector.ofBundledModel());
    this.languages = List.copyOf(languages);
    this.today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.systemDefault());
  }

  /**
   * Reads a document.
   *
   * @param name with its folders, as {@code 2019/forum-en.docx}
   * @param language if it is known; else the name says it, unless the text clearly says another
   * @throws DocumentException if it cannot be read
   */
  public ArchiveText read(String name, byte[] content, Optional<LanguageTag> language) {
    Upload upload = new Upload(name, content);
    Optional<LanguageTag> known = language.or(() -> language(name));
    Intake.Read read = intake.read(upload, known, today);
    if (language.isEmpty()) {
      LanguageTag likely = likely(read, known);
      if (!likely.equals(read.preview().source())) {
        read = intake.read(upload, Optional.of(likely), today);
      }
    }
    List<String> sentences = new ArrayList<>();
    List<Integer> paragraphs = new ArrayList<>();
    int paragraph = 0;
    for (Intake.Piece piece : read.pieces()) {
      if (piece.paragraph() != paragraph) {
        paragraph = piece.paragraph();
        paragraphs.add(sentences.size());
      }
      sentences.add(piece.text().plain().replaceAll("\\s+", " ").strip());
    }
    Optional<LocalDate> said = read.preview().dated();
    return new ArchiveText(
        name, new Text(read.preview().source(), sentences, paragraphs), date(name).or(() -> said));
  }

  private LanguageTag likely(Intake.Read read, Optional<LanguageTag> known) {
    List<LanguageTag> ranked =
        read.preview().candidates().stream()
            .filter(candidate -> languages.stream().anyMatch(candidate::meets))
            .toList();
    long letters =
        read.pieces().stream()
            .flatMapToInt(piece -> piece.text().plain().codePoints())
            .filter(Character::isLetter)
            .limit(ENOUGH_LETTERS)
            .count();
    if (ranked.isEmpty() || known.isPresent() && letters < ENOUGH_LETTERS) {
      return known.orElse(languages.get(0));
    }
    LanguageTag first = ranked.get(0);
    boolean firstOfAll = first.equals(read.preview().candidates().get(0));
    return known.isPresent() && !firstOfAll
        ? known.get()
        : languages.stream().filter(first::meets).findFirst().orElse(first);
  }

  /** The language that a name says, the last one that it does. */
  Optional<LanguageTag> language(String name) {
    Optional<LanguageTag> found = Optional.empty();
    for (String word : words(name)) {
      found =
          languages.stream().filter(language -> says(word, language)).findFirst().or(keep(found));
    }
    return found;
  }

  private static java.util.function.Supplier<Optional<LanguageTag>> keep(
      Optional<LanguageTag> found) {
    return () -> found;
  }

  /** What a name says beside the language, the same for a document and its translations. */
  String stem(String name) {
    StringBuilder stem = new StringBuilder();
    for (String word : words(name)) {
      if (languages.stream().noneMatch(language -> says(word, language))) {
        stem.append(word).append(' ');
      }
    }
    return stem.toString().strip();
  }

  private static List<String> words(String name) {
    String plain = Casing.nfc(name).replaceFirst("\\.[^./]*$", "");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^\\p{L}\\p{M}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static boolean says(String word, LanguageTag language) {
    Locale locale = language.locale();
    return word.equals(language.language())
        || word.equals(locale.getISO3Language())
        || word.equals(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT))
        || word.equals(language.nativeName().toLowerCase(Locale.ROOT));
  }

  private static Optional<LocalDate> date(String name) {
    Matcher first = YEAR_FIRST.matcher(name);
    if (first.find()) {
      return day(first.group(1), first.group(2), first.group(3));
    }
    Matcher last = DAY_FIRST.matcher(name);
    return last.find() ? day(last.group(3), last.group(2), last.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty(); // digits that are no day say nothing
    }
  }
}
