package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.openxml.ConditionalParameters;
import net.sf.okapi.filters.openxml.OpenXMLFilter;

/** A Word document (ECMA-376 WordprocessingML), read and written by Okapi's OpenXML filter. */
final class WordDocument implements Document {
  private final byte[] bytes;
  private final OkapiReader okapi = new OkapiReader(new WordStyle());
  private final List<Paragraph> paragraphs;

  WordDocument(Upload upload) {
    this.bytes = upload.content();
    ZipGuard.check(upload);
    List<Paragraph> read = new ArrayList<>();
    try {
      withFile(
          LanguageTag.of("en"),
          raw -> {
            for (OkapiReader.Piece piece : okapi.read(filter(), raw)) {
              boolean first = read.isEmpty();
              read.add(
                  new Paragraph(
                      first && TextDocument.headline(piece.text().plain()), piece.text()));
            }
          });
    } catch (RuntimeException e) {
      throw new DocumentException(
          upload.called()
              + " cannot be read as a Word document ("
              + Documents.reason(e)
              + "); open it in Word, save it as .docx again, and send that.",
          e);
    }
    this.paragraphs = List.copyOf(read);
  }

  @Override
  public Format format() {
    return Format.DOCX;
  }

  @Override
  public String encoding() {
    return "";
  }

  @Override
  public List<Paragraph> paragraphs() {
    return paragraphs;
  }

  @Override
  public Written write(LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    if (changed.isEmpty()) {
      return new Written(bytes, "");
    }
    byte[] written =
        WordPackage.of(bytes)
            .translated(
                WordPackage.of(okapi(source, target, Map.of())),
                WordPackage.of(okapi(source, target, changed)),
                () -> WordPackage.of(okapi(source, source, Map.of())),
                source,
                target);
    return new Written(written, "");
  }

  /** The document as Okapi writes it. */
  private byte[] okapi(LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    withFile(
        source,
        raw -> {
          raw.setTargetLocale(OkapiReader.locale(target));
          IFilter filter = filter();
          IFilterWriter writer = filter.createFilterWriter();
          writer.setOptions(OkapiReader.locale(target), "UTF-8");
          writer.setOutput(out);
          okapi.write(filter, raw, writer, target, changed);
        });
    return out.toByteArray();
  }

  @Override
  public Optional<String> notice() {
    return WordPackage.of(bytes).revised()
        ? Optional.of(
            "This document has tracked changes; they are taken as accepted, and the export is"
                + " without them.")
        : Optional.empty();
  }

  private static IFilter filter() {
    OpenXMLFilter filter = new OpenXMLFilter();
    ConditionalParameters parameters = new ConditionalParameters();
    parameters.setTranslateDocProperties(false);
    // Otherwise formatting common to a paragraph moves into a style that the document may lack.
    parameters.setAllowWordStyleOptimisation(false);
    parameters.setAddTabAsCharacter(true);
    parameters.setAddLineSeparatorCharacter(true);
    parameters.setLineSeparatorReplacement(WordStyle.BREAK);
    filter.setParameters(parameters);
    return filter;
  }

  private interface Use {
    void of(RawDocument raw);
  }

  /** The filter reads a zip at random places, so it needs a file. */
  private void withFile(LanguageTag source, Use use) {
    try {
      Path file = Files.createTempFile("dragoman", ".docx");
      try {
        Files.write(file, bytes);
        try (RawDocument raw = new RawDocument(file.toUri(), "UTF-8", OkapiReader.locale(source))) {
          use.of(raw);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
