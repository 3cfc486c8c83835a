package dragoman.dispatch.care;

import dragoman.glossary.Concept;
import dragoman.glossary.ConceptWriter;
import dragoman.glossary.Glossary;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.NewUnit;
import dragoman.memory.Step;
import dragoman.memory.Unit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.quality.Checker;
import dragoman.storage.Database;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A memory that is taken care of, on a real database in a folder. */
final class Ward implements AutoCloseable {
  static final LanguageTag EN = LanguageTag.of("en");
  static final LanguageTag AZ = LanguageTag.of("az");
  static final LanguageTag RU = LanguageTag.of("ru");

  final Database database;
  final Memories memories;
  final Glossary glossary;
  final Care care;
  final Memory memory;

  Ward(Path folder) {
    this(folder, Database.inFolder(folder));
  }

  Ward(Path folder, Database database) {
    this.database = database;
    memories = Memories.open(database, folder.resolve("index"));
    glossary = Glossary.open(database);
    care = Care.open(database, memories, glossary, new Checker(glossary::current));
    memory = memories.find("news").orElseGet(() -> memories.create("news", "desk"));
  }

  /** Adds units one by one, so that each is its own where it contradicts what is there. */
  void add(NewUnit... units) {
    try (UnitWriter writer = memories.writer(memory, "Aynur")) {
      List.of(units).forEach(writer::add);
    }
  }

  static NewUnit unit(String english, String azerbaijani) {
    return NewUnit.of(Variant.of(EN, text(english)), Variant.of(AZ, text(azerbaijani)));
  }

  /** A text where {@code <b>}, {@code </b>} and {@code <br/>} are tags. */
  static TaggedText text(String written) {
    StringBuilder plain = new StringBuilder();
    List<Tag> tags = new ArrayList<>();
    String[] parts = written.split("(?=<)|(?<=>)");
    for (String part : parts) {
      switch (part) {
        case "<b>" -> tags.add(new Tag(plain.length(), Tag.Kind.OPEN, 1, "b", "<b>"));
        case "</b>" -> tags.add(new Tag(plain.length(), Tag.Kind.CLOSE, 1, "b", "</b>"));
        case "<br/>" -> tags.add(new Tag(plain.length(), Tag.Kind.ALONE, 2, "br", "<br/>"));
        default -> plain.append(part);
      }
    }
    return new TaggedText(plain.toString(), tags);
  }

  CareFilter filter(CareKind kind) {
    return new CareFilter(memory.id(), Optional.of(kind), Optional.empty(), Optional.empty(), "");
  }

  CareFilter everything() {
    return new CareFilter(memory.id(), Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  void search() throws InterruptedException {
    care.search(memory, "Aynur");
    care.await();
  }

  List<CareFinding> found(CareKind kind) {
    return care.findings(filter(kind), 0, 500).items();
  }

  Step plan(CareKind kind, Step.Action action) throws InterruptedException {
    Step step =
        care.plan(
            new CareSelection(filter(kind), List.of(), List.of()), action, Keep.GLOSSARY, "Leyla");
    care.await();
    return care.step(step.id());
  }

  Step apply(Step step) throws InterruptedException {
    care.apply(step.id(), "Leyla");
    care.await();
    return care.step(step.id());
  }

  Step undo(Step step) throws InterruptedException {
    care.undo(step.id(), "Rauf");
    care.await();
    return care.step(step.id());
  }

  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    memories.eachUnit(memory, units::add);
    return units;
  }

  /** The Azerbaijani texts of units that are not deleted. */
  List<String> azerbaijani() {
    return units().stream()
        .flatMap(u -> u.variant(AZ).stream())
        .map(v -> v.text().plain())
        .toList();
  }

  /** Puts an approved concept of two terms into the glossary. */
  void term(String from, String source, String to, String target) {
    try (ConceptWriter writer = glossary.writer("Aynur", State.APPROVED)) {
      writer.add(
          Concept.draft(
              "",
              List.of(
                  Term.of(LanguageTag.of(from), source, Term.Status.PREFERRED),
                  Term.of(LanguageTag.of(to), target, Term.Status.PREFERRED))));
    }
  }

  @Override
  public void close() {
    care.close();
    memories.close();
    database.close();
  }
}
