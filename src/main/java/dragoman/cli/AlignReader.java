package dragoman.cli;

import dragoman.alignment.Text;
import dragoman.dispatch.Archive;
import dragoman.dispatch.DocumentException;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Segmenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads texts to be aligned: a paragraph or a sentence a line, or documents. */
final class AlignReader {
  private final Archive archive;
  private final Segmenter segmenter;
  private final boolean presegmented;

  /**
   * @param presegmented whether plain text holds a sentence a line
   */
  AlignReader(List<LanguageTag> languages, boolean presegmented) {
    this.segmenter = Segmenter.ofBundledRules();
    this.archive = new Archive(segmenter, languages);
    this.presegmented = presegmented;
  }

  Archive archive() {
    return archive;
  }

  /**
   * Reads a text in a language: lines, or a document by its name's ending.
   *
   * @throws CommandException if it cannot be read
   */
  Text read(LanguageTag language, String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".docx") || name.endsWith(".html") || name.endsWith(".htm")) {
      return document(language, file);
    }
    List<String> sentences = new ArrayList<>();
    List<Integer> paragraphs = new ArrayList<>();
    try (LineReader lines = Streams.lines(file)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get();
        if (presegmented) {
          sentences.add(text);
        } else if (!text.isBlank()) {
          paragraphs.add(sentences.size());
          segmenter.split(language, text).stream()
              .map(sentence -> sentence.of(text))
              .forEach(sentences::add);
        }
      }
    } catch (IOException e) {
      throw new CommandException("Reading " + file + " failed: " + e.getMessage() + ".", e);
    }
    return new Text(language, sentences, paragraphs);
  }

  private Text document(LanguageTag language, String file) {
    try {
      return archive.read(file, bytes(file), Optional.of(language)).text();
    } catch (DocumentException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  /**
   * A file's bytes.
   *
   * @throws CommandException if there is no such file
   */
  static byte[] bytes(String file) {
    if (!Files.isRegularFile(Path.of(file))) {
      throw new CommandException("There is no file " + file + ".");
    }
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
