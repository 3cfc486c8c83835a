package dragoman.cli;

import dragoman.Dragoman;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.Format;
import dragoman.dispatch.Pretranslated;
import dragoman.dispatch.TranslatedDocument;
import dragoman.dispatch.Upload;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Pre-translates a document from the data folder's memories and glossary. The report goes to
 * standard output, or to standard error where the document itself goes to standard output.
 */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    description =
        "Pre-translates a TXT, HTML or DOCX document from memory and glossary, in its own format.")
final class TranslateCommand implements Callable<Integer> {
  private static final int FINDINGS_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a .txt, .html or .docx file")
  private Path file;

  @Option(names = "--from", required = true, paramLabel = "L", description = "its language")
  private LanguageTag from;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "L",
      description = "the languages wanted")
  private List<LanguageTag> to;

  @Option(
      names = "--threshold",
      defaultValue = "75",
      paramLabel = "N",
      description = "the least score of a match, 1 to 101 (default: ${DEFAULT-VALUE})")
  private int threshold;

  @Option(
      names = "--output",
      paramLabel = "F",
      defaultValue = Streams.STANDARD,
      description =
          "where it goes (default: standard output); of several languages each has its tag before"
              + " the ending, as news.az.html")
  private String output;

  @Mixin private DataFolder data;

  @Override
  public Integer call() throws IOException {
    boolean standard = output.equals(Streams.STANDARD);
    if (standard && to.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "Name an --output for several languages, as news.html.");
    }
    for (LanguageTag language : to) {
      if (!language.isOneLanguage()) {
        throw new ParameterException(
            spec.commandLine(), "“" + language + "” names no language to translate into.");
      }
      if (language.meets(from)) {
        throw new ParameterException(
            spec.commandLine(), "The document is in " + from + " already; leave it out of --to.");
      }
    }
    Upload upload = upload();
    PrintWriter report = standard ? Streams.errors() : spec.commandLine().getOut();
    try (Dragoman dragoman = data.openExisting()) {
      for (LanguageTag language : to) {
        String target = to.size() == 1 ? output : named(output, language);
        translate(dragoman.dispatches(), upload, language, target, report);
      }
    }
    report.flush();
    return 0;
  }

  private void translate(
      Dispatches dispatches, Upload upload, LanguageTag language, String target, PrintWriter report)
      throws IOException {
    TranslatedDocument translated = dispatches.translate(upload, from, language, threshold);
    try (OutputStream out = Streams.stream(target)) {
      translated.exported().content().writeTo(out);
    }
    Pretranslated found = translated.report();
    report.printf(
        "%s: %d of %d segments: %d context, %d exact, %d near, %d fuzzy, %d terms; %d of %d words"
            + " left%s%n",
        language,
        found.inserted(),
        translated.segments(),
        found.context(),
        found.exact(),
        found.near(),
        found.fuzzy(),
        found.terms(),
        translated.wordsLeft(),
        translated.words(),
        target.equals(Streams.STANDARD) ? "" : "; written to " + target);
    translated.exported().notes().forEach(note -> report.println(language + ": " + note));
    translated.findings().stream()
        .limit(FINDINGS_SHOWN)
        .forEach(
            one ->
                report.printf(
                    "%s: segment %d: %s%n", language, one.segment(), one.finding().message()));
    int more = translated.findings().size() - FINDINGS_SHOWN;
    if (more > 0) {
      report.printf(
          "%s: %d findings more; open the dispatch in the editor to see all%n", language, more);
    }
  }

  private Upload upload() throws IOException {
    String name = file.getFileName().toString();
    if (Format.ofName(name).isEmpty()) {
      throw new CommandException(
          name
              + " is no document that is translated here; it should end in "
              + Format.named()
              + ".");
    }
    if (!Files.isRegularFile(file)) {
      throw new CommandException("There is no file " + file + " that can be read; check its name.");
    }
    if (Files.size(file) > Upload.LIMIT) {
      throw new CommandException(
          "The file " + file + " is larger than " + (Upload.LIMIT >> 20) + " MB; divide it.");
    }
    return new Upload(file.toString(), Files.readAllBytes(file));
  }

  private static String named(String output, LanguageTag language) {
    int dot = output.lastIndexOf('.');
    return dot > output.lastIndexOf('/')
        ? output.substring(0, dot) + "." + language + output.substring(dot)
        : output + "." + language;
  }
}
