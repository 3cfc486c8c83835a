package dragoman.cli;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Decision;
import dragoman.segmentation.RunawayRuleException;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.Sentence;
import dragoman.segmentation.SrxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Splits paragraphs, one a line, into sentences, one a line, an empty line after each paragraph.
 */
@Command(
    name = "segment",
    mixinStandardHelpOptions = true,
    description = "Splits text into sentences: a paragraph a line in, a sentence a line out.")
final class SegmentCommand implements Callable<Integer> {
  private static final int SHOWN = 24;
  private static final char ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';

  @Option(names = "--language", required = true, paramLabel = "LANG", description = "BCP 47 tag")
  private LanguageTag language;

  @Option(names = "--srx", paramLabel = "FILE", description = "SRX rules instead of ours")
  private Path srx;

  @Option(names = "--explain", description = "say what decided each place, on standard error")
  private boolean explain;

  @Option(names = "--input", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String input;

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Override
  public Integer call() throws IOException {
    Segmenter segmenter = segmenter();
    try (LineReader lines = Streams.lines(input);
        Writer out = Streams.writer(output)) {
      PrintWriter errors = Streams.errors();
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        paragraph(segmenter, line.get(), lines.number(), out, errors);
        line = lines.next();
      }
    } catch (RunawayRuleException e) {
      throw new CommandException(e.getMessage(), e);
    }
    return 0;
  }

  private Segmenter segmenter() {
    try {
      return srx == null ? Segmenter.ofBundledRules() : Segmenter.ofSrx(srx);
    } catch (SrxException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  private void paragraph(
      Segmenter segmenter, String text, long number, Writer out, PrintWriter errors)
      throws IOException {
    for (Sentence sentence : segmenter.split(language, text)) {
      out.write(text, sentence.start(), sentence.end() - sentence.start());
      out.write('\n');
    }
    out.write('\n');
    if (explain) {
      for (Decision decision : segmenter.explain(language, text)) {
        errors.println(
            number
                + ":"
                + decision.at()
                + (decision.breaks() ? " breaks  " : " holds  ")
                + around(text, decision.at())
                + "  because: "
                + decision.rule());
      }
    }
  }

  /** The place in its surroundings, kept apart from the line where they run from right to left. */
  private static String around(String text, int at) {
    int from = Math.max(0, at - SHOWN);
    int to = Math.min(text.length(), at + SHOWN);
    String shown =
        (from > 0 ? "…" : "")
            + text.substring(from, at)
            + "│"
            + text.substring(at, to)
            + (to < text.length() ? "…" : "");
    return new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight()
        ? shown
        : ISOLATE + shown + END_OF_ISOLATE;
  }
}
