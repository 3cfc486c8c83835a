package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Match;
import dragoman.memory.Memories;
import dragoman.memory.Query;
import dragoman.quality.Checker;
import dragoman.segmentation.Segmenter;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rooms that a dispatch needs, on one database, for tests. */
final class Desk implements AutoCloseable {
  static final LanguageTag EN = LanguageTag.of("en");
  static final LanguageTag AZ = LanguageTag.of("az");
  static final LanguageTag RU = LanguageTag.of("ru");
  static final LanguageTag AR = LanguageTag.of("ar");

  final Database database;
  final Memories memories;
  final Glossary glossary;
  final Dispatches dispatches;

  Desk(Database database, Path index) {
    this.database = database;
    this.memories = Memories.open(database, index);
    this.glossary = Glossary.open(database);
    this.dispatches =
        Dispatches.open(
            database,
            Segmenter.ofBundledRules(),
            memories,
            glossary,
            new Checker(glossary::current));
  }

  static Desk in(Path folder) {
    return new Desk(Database.inFolder(folder), folder.resolve("index"));
  }

  Dispatch dispatch(String text, LanguageTag... targets) {
    return dispatches.create(NewDispatch.of(Upload.pasted(text), EN, List.of(targets)), "Leyla");
  }

  Dispatch file(String name, byte[] content, LanguageTag... targets) {
    return dispatches.create(
        NewDispatch.of(new Upload(name, content), EN, List.of(targets)), "Leyla");
  }

  List<SegmentRow> rows(Dispatch dispatch, LanguageTag language) {
    return dispatches.segments(dispatch.id(), language, 0, 1000).items();
  }

  SegmentRow row(Dispatch dispatch, LanguageTag language, int number) {
    return rows(dispatch, language).get(number - 1);
  }

  SegmentRow save(SegmentRow row, String text, SegmentState state) {
    return save(row, TaggedText.of(text), state);
  }

  SegmentRow save(SegmentRow row, TaggedText text, SegmentState state) {
    return dispatches.save(
        row.segment().id(),
        row.translation().language(),
        row.translation().version(),
        text,
        state,
        Optional.empty(),
        "Leyla");
  }

  List<Match> lookup(LanguageTag from, LanguageTag to, String text) {
    return memories.lookup(Query.of(from, to, TaggedText.of(text), 70, 10));
  }

  byte[] export(Dispatch dispatch, LanguageTag language) {
    return bytes(dispatches.export(dispatch.id(), language));
  }

  String exported(Dispatch dispatch, LanguageTag language) {
    return new String(export(dispatch, language), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Exported exported) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exported.content().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  void term(String en, String az) {
    glossary.save(
        Concept.draft(
            "",
            List.of(
                Term.of(EN, en, Term.Status.PREFERRED), Term.of(AZ, az, Term.Status.PREFERRED))),
        "Rauf");
  }

  @Override
  public void close() {
    dispatches.impacts().close();
    memories.close();
    database.close();
  }
}
