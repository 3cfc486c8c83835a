package dragoman.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalsTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  @TempDir Path folder;
  private Database database;
  private Glossary glossary;
  private Proposals proposals;

  @BeforeEach
  void open() {
    database = Database.inFolder(folder);
    glossary = Glossary.open(database);
    proposals = glossary.proposals();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewNameIsAConceptThatNoCheckHoldsAnybodyToBeforeItIsApproved() {
    Concept proposed = proposals.propose(EN, "Barda", AZ, "Bərdə", "their site", "Nigar");
    assertEquals(State.PROPOSED, proposed.state());
    assertEquals(List.of(), glossary.current().verify(EN, AZ, "Barda waits.", "Berda gözləyir."));
    assertEquals("their site", glossary.history(proposed.id()).get(0).why());
    assertEquals(Set.of("Nigar"), proposals.proposers(proposed.id()));
  }

  @Test
  void aNameThatTheGlossaryHasGetsATermMore() {
    Concept known =
        glossary.save(
            Concept.draft("", List.of(Term.of(EN, "Barda", Term.Status.PREFERRED))), "Rana");
    Concept with = proposals.propose(EN, "Barda", AZ, "Bərdə", "", "Nigar");
    assertEquals(known.id(), with.id());
    assertEquals(State.APPROVED, with.state());
    assertEquals(State.PROPOSED, with.terms().get(1).state());
    Concept third = proposals.propose(EN, "Barda", AZ, "Bərdə şəhəri", "", "Elvin");
    assertEquals(Term.Status.ADMITTED, third.terms().get(2).status());
    assertEquals(Set.of("Nigar", "Elvin"), proposals.proposers(known.id()));
  }

  @Test
  void whatIsThereOrForbiddenIsNotProposedAgain() {
    glossary.save(
        Concept.draft(
            "",
            List.of(
                Term.of(EN, "Barda", Term.Status.PREFERRED),
                Term.of(AZ, "Bərdə", Term.Status.PREFERRED),
                Term.of(AZ, "Berdə", Term.Status.FORBIDDEN))),
        "Rana");
    for (String term : List.of("Bərdə", "Berdə")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> proposals.propose(EN, "Barda", AZ, term, "", "Nigar"));
    }
    assertEquals(1, glossary.current().concepts().size());
  }

  @Test
  void whatIsDeclinedGoesAndItsHistoryTellsWhy() {
    Concept fresh = proposals.propose(EN, "Barda", AZ, "Bərdə", "", "Nigar");
    assertThrows(StaleVersionException.class, () -> proposals.decline(fresh.id(), 7, "no", "Rana"));
    proposals.decline(fresh.id(), 1, "we have it elsewhere", "Rana");
    assertTrue(glossary.current().concepts().isEmpty());
    ConceptChange last = glossary.history(fresh.id()).get(1);
    assertEquals("we have it elsewhere", last.why());
    assertEquals(Set.of("Nigar"), proposals.proposers(fresh.id()));

    Concept known =
        glossary.save(
            Concept.draft("", List.of(Term.of(EN, "Ganja", Term.Status.PREFERRED))), "Rana");
    Concept with = proposals.propose(EN, "Ganja", AZ, "Gəncə", "", "Nigar");
    proposals.decline(known.id(), with.version(), "", "Rana");
    assertEquals(1, glossary.get(known.id()).terms().size());
    assertThrows(
        IllegalArgumentException.class, () -> proposals.decline(known.id(), 3, "", "Rana"));
  }
}
