package dragoman.dispatch;

import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Desk.RU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.glossary.Concept;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Unit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.storage.StaleVersionException;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermImpactsTest {
  private static final String OLD = "Мингечаур";
  private static final String NEW = "Мингечевир";

  @TempDir Path folder;
  private Desk desk;
  private Memory news;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    news = desk.memories.create("News", "");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyFormOfARenamedTownIsMendedInItsPlaceAndComesBackAsItWas() {
    Concept town = town();
    unit("Crews left Mingachevir.", "Бригады выехали из Мингечаура.");
    unit("A drone was shot down over Mingachevir.", "Над Мингечауром сбит беспилотник.");
    unit("The plant Mingachevir-2 stands still.", "Завод «Мингечаур-2» остановлен.");
    unit("Barda is far.", "Барда далеко.");
    Dispatch dispatch = desk.dispatch("Rain fell in Mingachevir.", RU);
    desk.save(desk.row(dispatch, RU, 1), "В Мингечауре прошёл дождь.", SegmentState.DRAFT);

    TermImpact impact = looked(renamed(town));
    assertEquals(3, impact.homes().units());
    assertEquals(1, impact.homes().dispatches());
    assertEquals(
        Map.of(
            "Бригады выехали из Мингечаура.", "Бригады выехали из Мингечевира.",
            "Над Мингечауром сбит беспилотник.", "Над Мингечевиром сбит беспилотник.",
            "В Мингечауре прошёл дождь.", "В Мингечевире прошёл дождь."),
        mended(impact));
    ImpactPlace plant = places(impact, ImpactPlace.Verdict.LOOK).get(0);
    assertTrue(plant.reason().contains("part of another name"), plant.reason());
    assertEquals(1, desk.glossary.get(town.id()).version(), "looking keeps nothing");

    TermImpact applied =
        awaited(
            desk.dispatches
                .impacts()
                .apply(impact.id(), TermImpacts.Choice.ALL, "as the city's site has it", "Rana"));
    assertEquals(TermImpact.State.APPLIED, applied.state());
    assertEquals(3, applied.done());
    assertEquals(
        Set.of(
            "Бригады выехали из Мингечевира.",
            "Над Мингечевиром сбит беспилотник.",
            "Завод «Мингечаур-2» остановлен.",
            "Барда далеко."),
        texts());
    assertEquals(
        "В Мингечевире прошёл дождь.", desk.row(dispatch, RU, 1).translation().target().plain());
    assertEquals("as the city's site has it", desk.glossary.history(town.id()).get(1).why());

    TermImpact undone = awaited(desk.dispatches.impacts().undo(impact.id(), "Rana"));
    assertEquals(TermImpact.State.UNDONE, undone.state());
    assertEquals(3, undone.undone());
    assertTrue(texts().contains("Над Мингечауром сбит беспилотник."));
    assertEquals(
        "В Мингечауре прошёл дождь.", desk.row(dispatch, RU, 1).translation().target().plain());
    assertEquals(
        List.of("Mingachevir", OLD),
        desk.glossary.get(town.id()).terms().stream().map(Term::text).toList());
    assertThrows(
        IllegalArgumentException.class, () -> desk.dispatches.impacts().undo(impact.id(), "Rana"));
  }

  @Test
  void whatSomebodyChangedMeanwhileIsLeftAloneByTheMendAndByTheUndo() {
    Concept town = town();
    unit("Crews left Mingachevir.", "Бригады выехали из Мингечаура.");
    unit("Rain in Mingachevir.", "Дождь в Мингечауре.");
    unit("Mingachevir waits.", "Мингечаур ждёт.");
    TermImpact impact = looked(renamed(town));
    rewrite("Дождь в Мингечауре.", "Дожди в Мингечауре.");
    TermImpact applied =
        awaited(desk.dispatches.impacts().apply(impact.id(), TermImpacts.Choice.ALL, "", "Rana"));
    assertEquals(2, applied.done());
    assertEquals(1, applied.skipped());
    rewrite("Мингечевир ждёт.", "Мингечевир всё ждёт.");
    TermImpact undone = awaited(desk.dispatches.impacts().undo(impact.id(), "Rana"));
    assertEquals(1, undone.undone());
    assertEquals(1, undone.kept());
    assertEquals(
        Set.of("Бригады выехали из Мингечаура.", "Дожди в Мингечауре.", "Мингечевир всё ждёт."),
        texts());
  }

  @Test
  void onlyWhatWasChosenIsMended() {
    Concept town = town();
    unit("Crews left Mingachevir.", "Бригады выехали из Мингечаура.");
    unit("The plant Mingachevir-2 stands still.", "Завод «Мингечаур-2» остановлен.");
    TermImpact impact = looked(renamed(town));
    int first = places(impact, ImpactPlace.Verdict.MENDED).get(0).number();
    int plant = places(impact, ImpactPlace.Verdict.LOOK).get(0).number();
    awaited(
        desk.dispatches
            .impacts()
            .apply(
                impact.id(),
                new TermImpacts.Choice(true, Set.of(plant), Set.of(first)),
                "",
                "Rana"));
    assertEquals(
        Set.of("Бригады выехали из Мингечаура.", "Завод «Мингечевир-2» остановлен."), texts());
  }

  @Test
  void aConceptThatChangedMeanwhileIsNotWrittenOver() {
    Concept town = town();
    unit("Crews left Mingachevir.", "Бригады выехали из Мингечаура.");
    TermImpact impact = looked(renamed(town));
    desk.glossary.save(town, "Somebody");
    assertThrows(
        StaleVersionException.class,
        () -> desk.dispatches.impacts().apply(impact.id(), TermImpacts.Choice.ALL, "", "Rana"));
    assertEquals(Set.of("Бригады выехали из Мингечаура."), texts());
    assertEquals(TermImpact.State.READY, desk.dispatches.impacts().get(impact.id()).state());
  }

  @Test
  void aFirstTermInALanguageBreaksWhatNamesTheConceptOtherwise() {
    Concept town =
        desk.glossary.save(
            Concept.draft("", List.of(term(EN, "Barda", Term.Status.PREFERRED))), "Rana");
    unit("Barda waits.", "Бердаа ждёт.");
    unit("The road to Barda.", "Дорога в Барду.");
    TermImpact impact =
        looked(
            with(
                town,
                term(EN, "Barda", Term.Status.PREFERRED),
                term(RU, "Барда", Term.Status.PREFERRED)));
    List<ImpactPlace> look =
        desk.dispatches.impacts().places(impact.id(), Optional.empty(), 0, 10).items();
    assertEquals(1, look.size());
    assertEquals("Бердаа ждёт.", look.get(0).target().plain());
  }

  @Test
  void deletingAConceptMakesRightWhatItHeldWrong() {
    Concept town = town();
    unit("Crews left Mingachevir.", "Бригады выехали из города.");
    TermImpact impact =
        awaited(desk.dispatches.impacts().lookAtDeletion(town.id(), town.version(), "Rana"));
    assertEquals(1, places(impact, ImpactPlace.Verdict.RIGHT).size());
    awaited(desk.dispatches.impacts().apply(impact.id(), TermImpacts.Choice.NONE, "", "Rana"));
    assertTrue(desk.glossary.current().concepts().isEmpty());
    awaited(desk.dispatches.impacts().undo(impact.id(), "Rana"));
    assertEquals(1, desk.glossary.current().concepts().size());
  }

  @Test
  void tagsStayAtTheirWords() {
    Concept town = town();
    write(
        "Over Mingachevir it rained.",
        new TaggedText(
            "Над Мингечауром шёл дождь.",
            List.of(
                new Tag(4, Tag.Kind.OPEN, 1, "b", ""), new Tag(15, Tag.Kind.CLOSE, 1, "b", ""))));
    TermImpact impact = looked(renamed(town));
    TaggedText mended = places(impact, ImpactPlace.Verdict.MENDED).get(0).mended().orElseThrow();
    assertEquals("Над Мингечевиром шёл дождь.", mended.plain());
    assertEquals(List.of(4, 16), mended.tags().stream().map(Tag::at).toList());
  }

  @Test
  void theIndexNarrowsWhatIsReadAndNothingIsMissedOfWhatAScanFinds() {
    Concept town = town();
    try (UnitWriter writer = desk.memories.writer(news, "Test")) {
      for (int i = 0; i < 2000; i++) {
        writer.add(
            new NewUnit(
                pair("Sentence " + i + " of the day.", TaggedText.of("Фраза " + i + " дня.")),
                Metadata.EMPTY,
                List.of()));
      }
    }
    String[] forms = {"", "а", "у", "ом", "е"};
    for (String form : forms) {
      unit("Mingachevir " + form + ".", OLD + form + ".");
    }
    assertTrue(desk.memories.awaitIndex(Duration.ofMinutes(1)));
    TermImpact impact = looked(renamed(town));
    assertEquals(forms.length, impact.homes().units());
    assertTrue(impact.looked() < 50, "read " + impact.looked() + " of 2,005 units");
  }

  private static Term term(LanguageTag language, String text, Term.Status status) {
    return Term.of(language, text, status);
  }

  private Concept town() {
    return desk.glossary.save(
        Concept.draft(
            "",
            List.of(
                term(EN, "Mingachevir", Term.Status.PREFERRED),
                term(RU, OLD, Term.Status.PREFERRED))),
        "Rana");
  }

  private static Concept renamed(Concept town) {
    return with(
        town,
        term(EN, "Mingachevir", Term.Status.PREFERRED),
        term(RU, NEW, Term.Status.PREFERRED),
        term(RU, OLD, Term.Status.FORBIDDEN));
  }

  private static Concept with(Concept concept, Term... terms) {
    return new Concept(
        concept.id(),
        concept.version(),
        "",
        "",
        "",
        "",
        "",
        concept.state(),
        List.of(terms),
        concept.changedAt(),
        "");
  }

  private void unit(String en, String ru) {
    write(en, TaggedText.of(ru));
  }

  private void write(String en, TaggedText ru) {
    try (UnitWriter writer = desk.memories.writer(news, "Test")) {
      writer.add(new NewUnit(pair(en, ru), Metadata.EMPTY, List.of()));
    }
  }

  private static List<Variant> pair(String en, TaggedText ru) {
    return List.of(Variant.of(EN, TaggedText.of(en)), Variant.of(RU, ru));
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    desk.memories.eachUnit(news, units::add);
    return units;
  }

  private Set<String> texts() {
    return units().stream()
        .map(u -> u.variant(RU).orElseThrow().text().plain())
        .collect(Collectors.toSet());
  }

  private void rewrite(String from, String to) {
    Unit unit =
        units().stream()
            .filter(u -> u.variant(RU).orElseThrow().text().plain().equals(from))
            .findFirst()
            .orElseThrow();
    desk.memories.updateVariant(unit.id(), unit.version(), RU, TaggedText.of(to), "Somebody");
  }

  private TermImpact looked(Concept wanted) {
    TermImpact impact = awaited(desk.dispatches.impacts().look(wanted, "Rana"));
    assertEquals(TermImpact.State.READY, impact.state(), impact.problem());
    return impact;
  }

  private TermImpact awaited(TermImpact begun) {
    return desk.dispatches.impacts().await(begun.id());
  }

  private List<ImpactPlace> places(TermImpact impact, ImpactPlace.Verdict verdict) {
    return desk.dispatches.impacts().places(impact.id(), Optional.of(verdict), 0, 100).items();
  }

  private Map<String, String> mended(TermImpact impact) {
    return places(impact, ImpactPlace.Verdict.MENDED).stream()
        .collect(Collectors.toMap(p -> p.target().plain(), p -> p.mended().orElseThrow().plain()));
  }
}
