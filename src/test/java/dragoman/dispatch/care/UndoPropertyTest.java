package dragoman.dispatch.care;

import static dragoman.dispatch.care.Ward.AZ;
import static dragoman.dispatch.care.Ward.EN;
import static dragoman.dispatch.care.Ward.RU;
import static dragoman.dispatch.care.Ward.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Query;
import dragoman.memory.Step;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a step did to whatever memory, undone it is as if it had never been. */
class UndoPropertyTest {
  private static final List<String> ENGLISH =
      List.of(
          "The road is open.",
          "The  road is open.",
          "It was founded in 2015.",
          "<b>All of it.</b>",
          "The ministers of both countries have agreed to open the border.");
  private static final List<String> AZERBAIJANI =
      List.of(
          "Yol açıqdır.",
          "2014-cü ildə yaradılıb.",
          "Hamısı.",
          "…",
          "The road is open.",
          "The ministers of both countries have agreed to open the border.");
  private static final List<String> RUSSIAN =
      List.of("Дорога открыта.", "Основан в 2015 году.", "Всё <b>это</b>.");

  private static Path folder;
  private static Ward ward;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("dragoman-care");
    ward = new Ward(folder);
  }

  @AfterContainer
  static void close() throws IOException {
    ward.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 25)
  void undoRestoresTheMemoryExactly(@ForAll long seed) throws InterruptedException {
    Random random = new Random(seed);
    ward.units().forEach(unit -> ward.memories.delete(unit.id(), unit.version(), "Test"));
    for (int i = 0; i < 12; i++) {
      ward.add(unit(random, i));
    }
    ward.search();
    List<CareFinding> found = ward.care.findings(ward.everything(), 0, 500).items();
    if (found.isEmpty()) {
      return;
    }
    Object before = snapshot();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      step(random).ifPresent(steps::add);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step undone = ward.undo(steps.get(i));
      assertEquals(undone.done(), undone.undone());
    }
    assertEquals(before, snapshot());
    assertEquals(
        found.stream().map(UndoPropertyTest::said).toList(),
        ward.care.findings(ward.everything(), 0, 500).items().stream()
            .map(UndoPropertyTest::said)
            .toList());
    for (String english : ENGLISH) {
      Query query = Query.of(EN, AZ, text(english), 70, 50);
      assertEquals(ward.memories.lookupExhaustively(query), ward.memories.lookup(query));
    }
  }

  private static Optional<Step> step(Random random) throws InterruptedException {
    Step.Action action = Step.Action.values()[random.nextInt(3)];
    Optional<CareKind> kind =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(CareKind.values()[random.nextInt(CareKind.values().length)]);
    CareFilter filter =
        new CareFilter(ward.memory.id(), kind, Optional.empty(), Optional.empty(), "");
    List<CareFinding> standing = ward.care.findings(filter, 0, 500).items();
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    List<Long> except =
        standing.stream().map(CareFinding::id).filter(id -> random.nextInt(4) == 0).toList();
    if (except.size() == standing.size()) {
      return Optional.empty();
    }
    Step step =
        ward.care.plan(
            new CareSelection(filter, List.of(), except),
            action,
            Keep.values()[random.nextInt(3)],
            "Leyla");
    ward.care.await();
    assertEquals(Step.State.PLANNED, ward.care.step(step.id()).state());
    return Optional.of(ward.apply(step));
  }

  private static NewUnit unit(Random random, int number) {
    List<Variant> variants = new ArrayList<>();
    variants.add(variant(random, EN, ENGLISH, number));
    if (random.nextInt(5) > 0) {
      variants.add(variant(random, AZ, AZERBAIJANI, number));
    }
    if (random.nextInt(3) == 0) {
      variants.add(variant(random, RU, RUSSIAN, number));
    }
    Context context = new Context(EN, Optional.of("Before " + random.nextInt(3)), Optional.empty());
    return new NewUnit(
        variants,
        Metadata.EMPTY.with("tuid", "u" + number),
        random.nextBoolean() ? List.of(context) : List.of());
  }

  private static Variant variant(
      Random random, LanguageTag language, List<String> texts, int number) {
    return new Variant(
        language,
        text(texts.get(random.nextInt(texts.size()))),
        Metadata.EMPTY.with("changeid", "p" + number));
  }

  private static Object said(CareFinding finding) {
    return List.of(
        finding.kind(), finding.unit().id(), finding.to(), finding.bundle(), finding.told());
  }

  /** All that a memory says, but for its history. */
  private static Object snapshot() {
    List<Object> units = new ArrayList<>();
    for (Unit unit : ward.units()) {
      units.add(List.of(unit.id(), unit.variants(), unit.metadata(), unit.origin()));
    }
    List<Map<String, Object>> contexts =
        ward.database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "SELECT unit_id, language, before_hash, after_hash, segment FROM"
                                + " unit_context ORDER BY unit_id, number")
                        .mapToMap()
                        .list());
    return List.of(units, contexts);
  }
}
