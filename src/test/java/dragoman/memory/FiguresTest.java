package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory in numbers. */
class FiguresTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");

  @TempDir Path folder;

  @Test
  void unitsAreCountedByMonthLanguageAndDispatchOnH2() {
    try (Database database = Database.inFolder(folder)) {
      counted(database);
    }
  }

  @Test
  void unitsAreCountedByMonthLanguageAndDispatchOnPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database database =
            Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      counted(database);
    }
  }

  private void counted(Database database) {
    try (Memories memories = Memories.open(database, folder.resolve("figures"))) {
      Memory other = memories.create("other", "");
      Memory memory = memories.create("news", "");
      imported(memories, other, "Elsewhere.", Map.of(AZ, "Başqa yerdə."));
      imported(memories, memory, "One.", Map.of(AZ, "Bir.", RU, "Один."));
      imported(memories, memory, "Two.", Map.of(AZ, "İki."));
      Unit gone = confirmed(memories, memory, "Gone.", "Getdi.", "road");
      confirmed(memories, memory, "Three.", "Üç.", "road");
      confirmed(memories, memory, "Four.", "Dörd.", "road");
      Unit last = confirmed(memories, memory, "Five.", "Beş.", "bridge");
      memories.delete(gone.id(), gone.version(), "Leyla");

      Figures figures = memories.figures(memory.id());

      assertEquals(5, figures.units());
      assertEquals(1, figures.deleted());
      assertEquals(2, figures.months().stream().mapToLong(Figures.Month::imported).sum());
      assertEquals(3, figures.months().stream().mapToLong(Figures.Month::confirmed).sum());
      assertEquals(
          YearMonth.from(last.changedAt().atOffset(ZoneOffset.UTC)),
          figures.months().get(figures.months().size() - 1).month());
      assertEquals(
          List.of(
              new Figures.Language(AZ, 5),
              new Figures.Language(EN, 5),
              new Figures.Language(RU, 1)),
          figures.languages());
      assertEquals(
          List.of(new Figures.Source("road", 2), new Figures.Source("bridge", 1)),
          figures.sources());
      assertEquals(0, figures.otherSources());
      assertEquals(
          new Figures(0, 0, List.of(), List.of(), List.of(), 0),
          memories.figures(memories.create("empty", "").id()));
      assertThrows(NoSuchElementException.class, () -> memories.figures(999));
    }
  }

  @Test
  void dispatchesBeyondTheListedOnesAreCountedTogether() {
    try (Database database = Database.inFolder(folder);
        Memories memories = Memories.open(database, folder.resolve("figures"))) {
      Memory memory = memories.create("news", "");
      for (int i = 0; i < Figures.MOST_SOURCES + 3; i++) {
        confirmed(memories, memory, "Sentence " + i + ".", "Cümlə " + i + ".", "slug" + i);
      }
      Figures figures = memories.figures(memory.id());
      assertEquals(Figures.MOST_SOURCES, figures.sources().size());
      assertEquals(3, figures.otherSources());
    }
  }

  private static void imported(
      Memories memories, Memory memory, String source, Map<LanguageTag, String> targets) {
    try (UnitWriter writer = memories.writer(memory, "Import")) {
      List<Variant> variants = new java.util.ArrayList<>();
      variants.add(Variant.of(EN, TaggedText.of(source)));
      targets.forEach((tag, text) -> variants.add(Variant.of(tag, TaggedText.of(text))));
      writer.add(new NewUnit(variants, Metadata.EMPTY, List.of()));
    }
  }

  private static Unit confirmed(
      Memories memories, Memory memory, String source, String target, String slug) {
    return memories
        .confirm(
            new Confirmation(
                memory.id(),
                EN,
                TaggedText.of(source),
                AZ,
                TaggedText.of(target),
                new Context(EN, Optional.of(""), Optional.of("")),
                "Leyla",
                OptionalLong.empty(),
                Map.of("segment", source, "slug", slug)))
        .unit();
  }
}
