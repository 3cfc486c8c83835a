package dragoman.dispatch;

import dragoman.alignment.Aligner;
import dragoman.alignment.Joint;
import dragoman.alignment.Text;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads documents for alignment and aligns them, or says why they cannot be. */
final class AlignmentReading {
  /** More texts are no translations of one dispatch. */
  static final int MOST_TEXTS = 6;

  private static final int BEGINNING = 200;

  private final Intake intake;
  private final Aligner aligner;
  private final AlignmentTroubles troubles;

  AlignmentReading(Intake intake, Aligner aligner) {
    this.intake = intake;
    this.aligner = aligner;
    this.troubles = new AlignmentTroubles(aligner, intake.detector());
  }

  /** A sentence as it was cut. */
  record Cut(int paragraph, String text) {}

  /** A document with its sentences. */
  record Paper(
      String name,
      Format format,
      LanguageTag language,
      List<LanguageTag> candidates,
      List<String> paragraphs,
      List<Cut> cuts,
      int words,
      Optional<String> notice) {

    Text text() {
      List<Integer> starts = new ArrayList<>();
      int paragraph = 0;
      for (int k = 0; k < cuts.size(); k++) {
        if (cuts.get(k).paragraph() != paragraph) {
          paragraph = cuts.get(k).paragraph();
          starts.add(k);
        }
      }
      return new Text(language, cuts.stream().map(Cut::text).toList(), starts);
    }
  }

  Paper read(AlignmentInput input, LocalDate today) {
    if (new String(input.upload().content(), StandardCharsets.UTF_8).isBlank()) {
      // which side is empty is said of the alignment as a whole
      return new Paper(
          input.upload().fileName(),
          Format.TXT,
          input.language().orElse(LanguageDetector.DESK.get(0)),
          LanguageDetector.DESK,
          List.of(),
          List.of(),
          0,
          Optional.empty());
    }
    Intake.Read read = intake.read(input.upload(), input.language(), today);
    List<String> paragraphs =
        read.document().paragraphs().stream().map(p -> spaced(p.text().plain())).toList();
    return paper(
        read,
        Intake.shortened(input.upload().fileName(), 500),
        read.preview().format(),
        paragraphs);
  }

  /** A text that has its sentences already. */
  static Paper aligned(String name, Text text) {
    List<String> paragraphs = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    for (int k = 0; k < text.sentences().size(); k++) {
      String sentence = spaced(text.sentences().get(k));
      boolean opens = text.paragraphs().isEmpty() || text.paragraphs().contains(k);
      if (opens || paragraphs.isEmpty()) {
        paragraphs.add(sentence);
      } else {
        paragraphs.set(
            paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + sentence);
      }
      cuts.add(new Cut(paragraphs.size(), sentence));
    }
    return new Paper(
        Intake.shortened(name, 500),
        Format.TXT,
        text.language(),
        List.of(text.language()),
        paragraphs,
        cuts,
        0,
        Optional.empty());
  }

  /** Cuts a text that was read before into the sentences of another language. */
  Paper again(AlignedText text, List<String> paragraphs, LanguageTag language, LocalDate today) {
    Upload upload = Upload.pasted(String.join("\n", paragraphs));
    Intake.Read read = intake.read(upload, Optional.of(language), today);
    return paper(read, text.name(), text.format(), paragraphs);
  }

  private static Paper paper(
      Intake.Read read, String name, Format format, List<String> paragraphs) {
    List<Cut> cuts = new ArrayList<>();
    for (Intake.Piece piece : read.pieces()) {
      String text = spaced(piece.text().plain());
      if (!text.isBlank()) {
        cuts.add(new Cut(piece.paragraph(), text));
      }
    }
    Preview seen = read.preview();
    return new Paper(
        name,
        format,
        seen.source(),
        seen.candidates(),
        paragraphs,
        cuts,
        seen.words(),
        seen.notice());
  }

  /**
   * Aligns texts, if nothing is wrong with them.
   *
   * @throws AlignmentTroubleException if something is
   */
  Joint align(List<Paper> papers) {
    List<String> names = names(papers);
    List<Text> texts = papers.stream().map(Paper::text).toList();
    troubles.before(names, texts).ifPresent(AlignmentReading::refuse);
    Joint joint = aligner.joint(texts);
    troubles.after(names, texts, joint).ifPresent(AlignmentReading::refuse);
    return joint;
  }

  AlignmentPreview preview(List<Paper> papers) {
    Optional<AlignmentTrouble> trouble = Optional.empty();
    try {
      align(papers);
    } catch (AlignmentTroubleException e) {
      trouble = Optional.of(e.trouble());
    }
    return new AlignmentPreview(papers.stream().map(AlignmentReading::seen).toList(), trouble);
  }

  private static AlignmentPreview.Seen seen(Paper paper) {
    String beginning = paper.cuts().isEmpty() ? "" : paper.cuts().get(0).text();
    return new AlignmentPreview.Seen(
        paper.name(),
        paper.format(),
        paper.language(),
        paper.candidates(),
        paper.cuts().size(),
        paper.words(),
        paper.notice(),
        Intake.shortened(beginning, BEGINNING));
  }

  private static void refuse(AlignmentTrouble trouble) {
    throw new AlignmentTroubleException(trouble);
  }

  private static List<String> names(List<Paper> papers) {
    return IntStream.range(0, papers.size())
        .mapToObj(
            k -> {
              String name = papers.get(k).name();
              return name.isEmpty() ? "Text " + (k + 1) : "“" + name + "”";
            })
        .toList();
  }

  /** A sentence as one line: how a file breaks its lines says nothing. */
  private static String spaced(String text) {
    return Casing.nfc(text).replaceAll("[\\s\\u2028\\u2029\\u0085]+", " ").strip();
  }
}
