package dragoman.dispatch.care;

import static dragoman.dispatch.care.Ward.AZ;
import static dragoman.dispatch.care.Ward.EN;
import static dragoman.dispatch.care.Ward.RU;
import static dragoman.dispatch.care.Ward.text;
import static dragoman.dispatch.care.Ward.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.memory.Match;
import dragoman.memory.Memory;
import dragoman.memory.NewUnit;
import dragoman.memory.Query;
import dragoman.memory.Step;
import dragoman.memory.StepUnit;
import dragoman.memory.Unit;
import dragoman.memory.UnitChange;
import dragoman.memory.Variant;
import dragoman.storage.StaleVersionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What care finds in a memory, what it makes of it, and that all of it can be undone. */
class CareTest {
  @TempDir Path folder;
  private Ward ward;

  @BeforeEach
  void open() {
    ward = new Ward(folder);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  @Test
  void aSoundMemoryHasNoFindings() throws Exception {
    ward.add(
        unit("The road to Barda is open.", "Bərdəyə gedən yol açıqdır."),
        unit("NATO", "NATO"),
        unit("On 31.10.2026 some 1,500 people came.", "31.10.2026-da 1500 nəfər gəldi."),
        unit("A <b>bold</b> word.", "<b>Qalın</b> söz."));
    ward.search();
    assertEquals(List.of(), ward.care.findings(ward.everything(), 0, 50).items());
    Survey survey = ward.care.survey(ward.everything());
    assertEquals(Survey.State.DONE, survey.state());
    assertEquals(4, survey.read());
    assertEquals(4, survey.total());
  }

  @Test
  void duplicatesAreFoundThoughSpacesDifferAndMergeWithTheirNeighbours() throws Exception {
    ward.add(
        unit("The road  is open.", "Yol açıqdır."),
        NewUnit.of(
            Variant.of(EN, text("The road is open.")), Variant.of(RU, text("Дорога открыта."))),
        NewUnit.of(
            Variant.of(EN, text("The road is open.")),
            Variant.of(AZ, text("Yol bağlıdır.")),
            Variant.of(RU, text("Дорога закрыта."))));
    ward.search();
    List<CareFinding> found = ward.found(CareKind.DUPLICATE);
    assertEquals(2, found.size(), "the third contradicts both");
    assertEquals(found.get(0).bundle(), found.get(1).bundle());

    Step step = ward.plan(CareKind.DUPLICATE, Step.Action.MERGE);
    assertEquals(2, step.planned());
    ward.apply(step);
    List<Unit> left = ward.units();
    assertEquals(2, left.size());
    Unit merged = left.stream().filter(u -> u.variants().size() == 3).findFirst().orElseThrow();
    UnitChange change = ward.memories.history(merged.id()).get(0);
    assertEquals(UnitChange.What.MERGED, change.what());
    assertEquals("Leyla", change.who());
    assertEquals("Care of the memory: merged as a duplicate.", change.origin().get("why"));
    Match match = ward.memories.lookup(Query.of(AZ, RU, text("Yol açıqdır."), 100, 5)).get(0);
    assertEquals("Дорога открыта.", match.target().text().plain());
    assertEquals(List.of(), ward.found(CareKind.DUPLICATE));
  }

  @Test
  void ofContradictionsTheGlossaryWantsOne() throws Exception {
    ward.term("en", "Ganja", "az", "Gəncə");
    ward.add(
        unit("The road to Ganja is open.", "Gəncəyə gedən yol açıqdır."),
        unit("The road to Ganja is open.", "Kirovabada gedən yol açıqdır."));
    ward.search();
    List<CareFinding> found = ward.found(CareKind.CONTRADICTION);
    assertEquals(List.of(true, false), found.stream().map(CareFinding::wanted).toList());
    assertTrue(found.get(1).told().contains("Gəncə"), found.get(1).told());

    Step done = ward.apply(ward.plan(CareKind.CONTRADICTION, Step.Action.MEND));
    assertEquals(2, done.done());
    assertEquals(List.of("Gəncəyə gedən yol açıqdır."), ward.azerbaijani());
    ward.undo(done);
    assertEquals(2, ward.azerbaijani().size());
    assertEquals(2, ward.found(CareKind.CONTRADICTION).size(), "what is undone is found again");
  }

  @Test
  void whereTheGlossaryDecidesNothingAPersonMust() throws Exception {
    ward.add(unit("Hello there.", "Salam."), unit("Hello there.", "Salam olsun."));
    ward.search();
    Step step = ward.plan(CareKind.CONTRADICTION, Step.Action.MEND);
    assertEquals(0, step.planned());
    assertEquals(2, step.unplanned());
    Step merge = ward.plan(CareKind.CONTRADICTION, Step.Action.MERGE);
    assertEquals(2, merge.planned());
  }

  @Test
  void emptyAndUntranslatedTargetsAreTakenOut() throws Exception {
    ward.add(
        NewUnit.of(Variant.of(EN, text("Only a source."))),
        NewUnit.of(
            Variant.of(EN, text("The roads are closed today.")),
            Variant.of(AZ, text("The roads are closed today.")),
            Variant.of(RU, text("Дороги сегодня закрыты."))),
        NewUnit.of(
            Variant.of(EN, text("Three men came.")),
            Variant.of(AZ, text("…")),
            Variant.of(RU, text("Пришли трое мужчин."))));
    ward.search();
    assertEquals(2, ward.found(CareKind.EMPTY).size());
    assertEquals(1, ward.found(CareKind.UNTRANSLATED).size());
    assertEquals(Optional.empty(), ward.found(CareKind.EMPTY).get(0).to());
    ward.apply(ward.plan(CareKind.EMPTY, Step.Action.MEND));
    ward.apply(ward.plan(CareKind.UNTRANSLATED, Step.Action.MEND));
    assertEquals(2, ward.units().size(), "the lonely source went");
    assertEquals(List.of(), ward.azerbaijani());
  }

  @Test
  void aTextInAnotherLanguageGoesWhereItBelongsAndShortOnesAreLetBe() throws Exception {
    String english = "The ministers of both countries have agreed to open the border again soon.";
    String azerbaijani =
        "Hər iki ölkənin nazirləri sərhədi tezliklə yenidən açmaq barədə razılığa gəliblər.";
    ward.add(
        NewUnit.of(
            Variant.of(RU, text("Министры обеих стран договорились вскоре вновь открыть границу.")),
            Variant.of(AZ, text(english))),
        NewUnit.of(
            Variant.of(EN, text(azerbaijani)),
            Variant.of(AZ, text(english.replace("soon", "now")))),
        NewUnit.of(Variant.of(RU, text("Рейтер")), Variant.of(AZ, text("Reuters news agency"))),
        unit("BBC World Service, New York Times", "BBC World Service, New York Times"));
    ward.search();
    List<CareFinding> found = ward.found(CareKind.LANGUAGE);
    assertEquals(3, found.size(), found.toString());
    assertTrue(found.get(0).told().contains("written in en"), found.get(0).told());

    ward.apply(ward.plan(CareKind.LANGUAGE, Step.Action.MEND));
    List<Unit> units = ward.units();
    assertEquals(english, units.get(0).variant(EN).orElseThrow().text().plain());
    assertTrue(units.get(0).variant(AZ).isEmpty());
    assertEquals(azerbaijani, units.get(1).variant(AZ).orElseThrow().text().plain());
    assertEquals(
        english.replace("soon", "now"), units.get(1).variant(EN).orElseThrow().text().plain());
  }

  @Test
  void brokenTagsAreMendedWhereTheirPlaceIsBeyondDoubt() throws Exception {
    ward.add(
        unit("<b>All of it.</b>", "Hamısı."),
        unit("The <b>NATO</b> summit.", "NATO sammiti."),
        unit("One <b>strange</b> word.", "Bir qəribə söz."),
        unit("No tag here.", "Burada <br/>teq yoxdur."));
    ward.search();
    assertEquals(4, ward.found(CareKind.TAGS).size());
    Step step = ward.plan(CareKind.TAGS, Step.Action.MEND);
    assertEquals(3, step.planned());
    assertEquals(1, step.unplanned());
    ward.apply(step);
    List<Unit> units = ward.units();
    assertEquals(text("<b>Hamısı.</b>"), units.get(0).variant(AZ).orElseThrow().text());
    assertEquals(text("<b>NATO</b> sammiti."), units.get(1).variant(AZ).orElseThrow().text());
    assertEquals(text("Burada teq yoxdur."), units.get(3).variant(AZ).orElseThrow().text());
    assertEquals(1, ward.found(CareKind.TAGS).size(), "what is left is still found");
  }

  @Test
  void numbersAreMendedInTheFormThatTheLanguageAsksFor() throws Exception {
    ward.add(
        unit("It was founded in 2015.", "2014-cü ildə yaradılıb."),
        unit("Some 240 houses were damaged.", "Evlər zərər görüb."));
    ward.search();
    assertEquals(2, ward.found(CareKind.NUMBERS).size());
    Step step = ward.plan(CareKind.NUMBERS, Step.Action.MEND);
    assertEquals(1, step.planned());
    assertEquals(1, step.unplanned());
    StepUnit sample = ward.care.units(step.id(), Optional.empty(), 0, 10).items().get(0);
    assertEquals("2014-cü ildə yaradılıb.", sample.before().get(1).text().plain());
    assertEquals("2015-ci ildə yaradılıb.", sample.after().get(1).text().plain());
    ward.apply(step);
    assertEquals("2015-ci ildə yaradılıb.", ward.azerbaijani().get(0));
    assertEquals(
        100,
        ward.memories
            .lookup(Query.of(AZ, EN, text("2015-ci ildə yaradılıb."), 70, 5))
            .get(0)
            .score());
  }

  @Test
  void filtersByLanguagesAndTextGiveTheSameToCountsListAndSteps() throws Exception {
    ward.add(
        unit("Some 240 houses stand.", "Bəzi evlər İğdırda dayanır."),
        unit("Some 250 houses stand.", "Bəzi evlər dayanır."),
        NewUnit.of(
            Variant.of(EN, text("Some 260 houses stand.")), Variant.of(RU, text("Дома стоят."))));
    ward.search();
    CareFilter filter =
        new CareFilter(
            ward.memory.id(),
            Optional.of(CareKind.NUMBERS),
            Optional.of(EN),
            Optional.of(AZ),
            "igdir");
    assertEquals(1, ward.care.findings(filter, 0, 50).total());
    assertEquals(
        List.of(new Survey.KindCount(CareKind.NUMBERS, 1)), ward.care.survey(filter).kinds());
    Step step =
        ward.care.plan(
            new CareSelection(filter, List.of(), List.of()),
            Step.Action.DELETE,
            Keep.GLOSSARY,
            "Leyla");
    ward.care.await();
    ward.apply(step);
    assertEquals(2, ward.units().size());
  }

  @Test
  void allButSomeMayBeChosen() throws Exception {
    ward.add(unit("We saw 40 men.", "Gördük."), unit("We saw 50 men.", "Onları gördük."));
    ward.search();
    long first = ward.found(CareKind.NUMBERS).get(0).id();
    Step step =
        ward.care.plan(
            new CareSelection(ward.filter(CareKind.NUMBERS), List.of(), List.of(first)),
            Step.Action.DELETE,
            Keep.GLOSSARY,
            "Leyla");
    ward.care.await();
    ward.apply(step);
    assertEquals(List.of("Gördük."), ward.azerbaijani());
  }

  @Test
  void whatSomebodyChangedSinceIsNeitherAppliedNorUndone() throws Exception {
    ward.add(
        unit("We saw 40 men.", "Gördük."),
        unit("We saw 50 men.", "Onları gördük."),
        unit("We saw 60 men.", "Hamını gördük."));
    ward.search();
    Step step = ward.plan(CareKind.NUMBERS, Step.Action.DELETE);
    Unit first = ward.units().get(0);
    ward.memories.updateVariant(first.id(), 1, AZ, text("40 kişi gördük."), "Rauf");
    Step applied = ward.apply(step);
    assertEquals(2, applied.done());
    assertEquals(1, applied.skipped());
    assertEquals(List.of("40 kişi gördük."), ward.azerbaijani());

    long second = first.id() + 1;
    ward.memories.restore(second, 2, "Rauf");
    Step undone = ward.undo(applied);
    assertEquals(1, undone.undone());
    assertEquals(1, undone.kept());
    List<StepUnit> kept =
        ward.care.units(step.id(), Optional.of(StepUnit.State.KEPT), 0, 10).items();
    assertEquals(List.of(second), kept.stream().map(u -> u.unit().id()).toList());
    assertEquals(3, ward.azerbaijani().size());
  }

  @Test
  void aStepIsAppliedAndUndoneOnce() throws Exception {
    ward.add(unit("We saw 40 men.", "Gördük."));
    ward.search();
    Step step = ward.plan(CareKind.NUMBERS, Step.Action.DELETE);
    assertThrows(StaleVersionException.class, () -> ward.care.undo(step.id(), "Leyla"));
    ward.apply(step);
    assertThrows(StaleVersionException.class, () -> ward.care.apply(step.id(), "Leyla"));
    ward.undo(step);
    assertThrows(StaleVersionException.class, () -> ward.care.undo(step.id(), "Leyla"));
  }

  @Test
  void aStepThatWasBrokenOffGoesOnAfterTheNextStart() throws Exception {
    ward.add(unit("We saw 40 men.", "Gördük."));
    ward.search();
    Step step = ward.plan(CareKind.NUMBERS, Step.Action.DELETE);
    // As if the program had ended between the answer and the first batch.
    ward.memories.steps().beginApply(step.id(), "Leyla");
    ward.close();
    ward = new Ward(folder);
    ward.care.start();
    ward.care.await();
    assertEquals(Step.State.APPLIED, ward.care.step(step.id()).state());
    assertEquals(List.of(), ward.units());
    assertEquals("Leyla", ward.memories.history(1).get(0).who());
  }

  @Test
  void aReadOnlyMemoryIsSearchedButNotChanged() throws Exception {
    ward.add(unit("We saw 40 men.", "Gördük."));
    Memory memory = ward.memory;
    ward.memories.update(
        new Memory(memory.id(), memory.name(), memory.desk(), 10, 0, true, memory.version()));
    ward.search();
    assertFalse(ward.found(CareKind.NUMBERS).isEmpty());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ward.care.plan(
                    new CareSelection(ward.everything(), List.of(), List.of()),
                    Step.Action.DELETE,
                    Keep.NEWEST,
                    "Leyla"));
    assertTrue(refused.getMessage().contains("read-only"), refused.getMessage());
  }

  @Test
  void moreThanOneBatchIsPlannedAppliedAndUndone() throws Exception {
    NewUnit[] units = new NewUnit[1_203];
    for (int i = 0; i < units.length; i++) {
      units[i] = unit("We saw " + (100 + i) + " men.", "Gördük, " + "x".repeat(i % 7) + i + ".");
    }
    ward.add(units);
    ward.search();
    Step step = ward.plan(CareKind.NUMBERS, Step.Action.DELETE);
    Step done = ward.apply(step);
    assertEquals(step.planned(), done.done());
    assertTrue(done.done() > 1_000, done.toString());
    assertEquals(units.length - done.done(), ward.units().size());
    assertEquals(done.done(), ward.undo(done).undone());
    assertEquals(units.length, ward.units().size());
  }
}
