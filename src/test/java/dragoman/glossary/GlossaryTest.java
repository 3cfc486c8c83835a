package dragoman.glossary;

import static dragoman.glossary.TermBaseTest.concept;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  @Test
  void keepsConceptsOnH2(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      exercise(database);
    }
  }

  @Test
  void keepsConceptsOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database database =
            Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      exercise(database);
    }
  }

  @Test
  void anIdOfAnotherFileIsAnotherConceptUnlessATermAgrees(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      Glossary glossary = Glossary.open(database);
      assertEquals("1/0/0 []", taken(glossary, keyed("c1", "", "en Dca river")));
      assertEquals(
          "1/0/0 [the id “c1” is that of another concept here; “Dct river” is kept as “c1-2”.]",
          taken(glossary, keyed("c1", "", "en Dct river")));
      assertEquals("0/0/1 []", taken(glossary, keyed("c1", "", "en Dca river")));
      assertEquals("0/0/1 []", taken(glossary, keyed("c1", "", "en Dct river")));
      assertEquals("0/1/0 []", taken(glossary, keyed("other", "", "en Dct river", "az Dct çayı")));
      assertEquals(2, glossary.search(ConceptFilter.ALL, 0, 10).total());
    }
  }

  @Test
  void twoIdsOfOneFileAreTwoConceptsWhateverTheirTerms(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      Glossary glossary = Glossary.open(database);
      Concept money = keyed("1", "", "en bank", "az bank");
      Concept river = keyed("2", "", "en bank", "az sahil");
      assertEquals("2/0/0 []", taken(glossary, money, river));
      assertEquals("0/0/2 []", taken(glossary, money, river));
    }
  }

  @Test
  void aRowWithoutAKeyJoinsTheConceptThatHasItsTerm(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      Glossary glossary = Glossary.open(database);
      taken(glossary, keyed("c-ganja", "place", "en Ganja", "az Gəncə"));
      assertEquals(
          "0/1/0 [“Gence” (az) is admitted here; “Gəncə” is preferred.]",
          taken(glossary, keyed("", "", "en Ganja", "az Gence", "fr Gandja")));
      assertEquals("1/0/0 []", taken(glossary, keyed("", "ship", "en Ganja")));
      Concept city =
          glossary
              .search(new ConceptFilter("c-ganja", Optional.empty(), "", Optional.empty()), 0, 1)
              .items()
              .get(0);
      assertEquals(4, city.terms().size());
    }
  }

  @Test
  void whatAPersonCannotMeanIsRefused(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      Glossary glossary = Glossary.open(database);
      Concept absheron = glossary.save(keyed("c-absheron", "", "en Absheron"), "Aysel");
      assertRefused(glossary, keyed("c-absheron", "", "en zzz"), "the concept “Absheron”");
      assertRefused(glossary, keyed("", "", "en Baku", "en Baku"), "twice in en");
      assertRefused(glossary, keyed("", "", "en a\u0000b"), "U+0000");
      assertRefused(glossary, keyed("", "", "en a\ud800b"), "U+D800");
      assertRefused(glossary, keyed("a\u0007", "", "en ab"), "U+0007");
      Concept noted =
          new Concept(
              0,
              0,
              "",
              "",
              "",
              "two\nlines",
              "",
              State.APPROVED,
              concept("en c").terms(),
              Instant.EPOCH,
              "");
      assertEquals("two\nlines", glossary.save(noted, "Aysel").note());
      assertEquals(2, glossary.save(absheron, "Aysel").version());
    }
  }

  private static void assertRefused(Glossary glossary, Concept concept, String said) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> glossary.save(concept, "Aysel"))
            .getMessage();
    assertTrue(message.contains(said), message);
  }

  private static Concept keyed(String key, String subjectField, String... terms) {
    return new Concept(
        0,
        0,
        key,
        subjectField,
        "",
        "",
        "",
        State.APPROVED,
        concept(terms).terms(),
        Instant.EPOCH,
        "");
  }

  /** One file: how many were added, merged and unchanged, and what is said. */
  private static String taken(Glossary glossary, Concept... concepts) {
    try (ConceptWriter writer = glossary.writer("import", State.APPROVED)) {
      for (Concept concept : concepts) {
        writer.add(concept);
      }
      writer.flush();
      ConceptWriter.Counts counts = writer.counts();
      return counts.added()
          + "/"
          + counts.merged()
          + "/"
          + counts.unchanged()
          + " "
          + writer.conflicts().stream().map(ConceptWriter.Conflict::message).toList();
    }
  }

  private static void exercise(Database database) {
    Glossary glossary = Glossary.open(database);
    Glossary other = Glossary.open(database);
    savesVersionsAndRefusesStaleOnes(glossary);
    theTermBaseIsNeverStale(glossary, other);
    importsTwiceWithoutDoubling(glossary);
    findsInAnyLanguage(glossary);
    refusesWhatIsTooLong(glossary);
  }

  private static void savesVersionsAndRefusesStaleOnes(Glossary glossary) {
    Concept saved = glossary.save(concept("en Khizi", "az Xızı", "az !Xizi"), "Aysel");
    assertEquals(saved, glossary.get(saved.id()));
    assertEquals(1, saved.version());
    Concept changed = glossary.save(saved.with(saved.terms().subList(0, 2)), "Murad");
    assertEquals(2, changed.version());
    StaleVersionException stale =
        assertThrows(StaleVersionException.class, () -> glossary.save(saved, "Leyla"));
    assertTrue(stale.getMessage().contains("Khizi"), stale.getMessage());
    assertThrows(
        StaleVersionException.class, () -> glossary.delete(saved.id(), saved.version(), "Leyla"));
    glossary.delete(changed.id(), changed.version(), "Leyla");
    assertThrows(NoSuchElementException.class, () -> glossary.get(saved.id()));
    List<ConceptChange> history = glossary.history(saved.id());
    assertEquals(
        List.of("CREATED Aysel", "CHANGED Murad", "DELETED Leyla"),
        history.stream().map(c -> c.action() + " " + c.by()).toList());
    assertEquals(Optional.of(saved), history.get(1).before());
    assertEquals(Optional.of(changed), history.get(1).after());
    assertEquals(Optional.empty(), history.get(2).after());
  }

  private static void theTermBaseIsNeverStale(Glossary glossary, Glossary other) {
    assertEquals(0, glossary.current().recognize(EN, "Barda").size());
    Concept saved = other.save(concept("en Barda", "az Bərdə"), "Aysel");
    assertEquals(1, glossary.current().recognize(EN, "Barda").size());
    assertTrue(glossary.current() == glossary.current());
    other.delete(saved.id(), saved.version(), "Aysel");
    assertEquals(0, glossary.current().recognize(EN, "Barda").size());
  }

  private static void importsTwiceWithoutDoubling(Glossary glossary) {
    assertEquals("2 added, 0 merged, 0 unchanged", imported(glossary, false));
    assertEquals("0 added, 0 merged, 2 unchanged", imported(glossary, false));
    assertEquals("0 added, 1 merged, 1 unchanged", imported(glossary, true));
    List<Concept> all = new ArrayList<>();
    glossary.eachConcept(all::add);
    assertEquals(2, all.size());
    assertEquals(
        List.of("Ganja", "Gəncə", "Gəncə şəhəri"),
        all.get(0).terms().stream().map(Term::text).toList());
    assertEquals(Term.Status.ADMITTED, all.get(0).terms().get(2).status());
  }

  private static String imported(Glossary glossary, boolean more) {
    try (ConceptWriter writer = glossary.writer("import", State.APPROVED)) {
      writer.add(more ? concept("en Ganja", "az Gəncə şəhəri") : concept("en Ganja", "az Gəncə"));
      writer.add(concept("en Sumgait", "az Sumqayıt"));
      writer.flush();
      ConceptWriter.Counts counts = writer.counts();
      return "%d added, %d merged, %d unchanged"
          .formatted(counts.added(), counts.merged(), counts.unchanged());
    }
  }

  private static void findsInAnyLanguage(Glossary glossary) {
    for (String search : List.of("ganja", "GƏNCƏ", "gence", "nja", "Gəncə Şəhəri")) {
      assertEquals(1, glossary.search(filter(search), 0, 10).total(), search);
    }
    assertEquals(0, glossary.search(filter("100%_"), 0, 10).total());
    assertEquals(2, glossary.search(ConceptFilter.ALL, 0, 1).total());
    assertEquals(
        "Sumgait", glossary.search(ConceptFilter.ALL, 1, 1).items().get(0).terms().get(0).text());
    assertEquals(
        1,
        glossary
            .search(
                new ConceptFilter("sum", Optional.of(AZ), "", Optional.of(State.APPROVED)), 0, 9)
            .total());
    assertEquals(
        0,
        glossary
            .search(new ConceptFilter("", Optional.empty(), "places", Optional.empty()), 0, 9)
            .total());
  }

  private static void refusesWhatIsTooLong(Glossary glossary) {
    assertThrows(
        IllegalArgumentException.class,
        () -> glossary.save(concept("en " + "x".repeat(1001)), "Aysel"));
    assertThrows(
        IllegalArgumentException.class, () -> glossary.save(Concept.draft("", List.of()), "Aysel"));
  }

  private static ConceptFilter filter(String search) {
    return new ConceptFilter(search, Optional.empty(), "", Optional.empty());
  }
}
