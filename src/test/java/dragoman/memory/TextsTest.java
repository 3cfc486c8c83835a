package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of an import are held back from their table; nothing may be missed meanwhile. */
class TextsTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final int MANY = 500;

  @TempDir Path folder;

  @Test
  void anImportedTextIsKnownBeforeItIsInTheTableAndAfter() {
    try (Database database = Database.inFolder(folder)) {
      try (Memories memories = Memories.open(database, folder.resolve("index"))) {
        Memory memory = memories.create("archive", "");
        write(memories, memory);
        assertEquals(0, inTable(database));
        assertEquals(Outcome.UNCHANGED, confirm(memories, memory, 7).outcome());
        assertEquals(Outcome.ADDED, confirm(memories, memory, MANY).outcome());
        assertEquals(new Tally(0, 0, MANY), write(memories, memory));
      }
      assertEquals(2 * MANY + 2, inTable(database));
      try (Memories memories = Memories.open(database, folder.resolve("index"))) {
        assertEquals(new Tally(0, 0, MANY), write(memories, memories.get(1)));
      }
    }
  }

  @Test
  void whatAKilledProcessHeldBackIsReadAgainOnce() {
    try (Database database = Database.inFolder(folder);
        Memories killed = Memories.open(database, folder.resolve("index"))) {
      Memory memory = killed.create("archive", "");
      write(killed, memory);
      confirm(killed, memory, MANY);
      try (Memories next = Memories.open(database, folder.resolve("next"))) {
        assertEquals(2 * MANY + 2, inTable(database));
        assertEquals(new Tally(0, 0, MANY), write(next, memory));
      }
    }
  }

  private static Tally write(Memories memories, Memory memory) {
    try (UnitWriter writer = memories.writer(memory, "import")) {
      for (int i = 0; i < MANY; i++) {
        writer.add(new NewUnit(List.of(source(i), target(i)), Metadata.EMPTY, List.of()));
      }
      writer.flush();
      return writer.tally();
    }
  }

  private static Confirmed confirm(Memories memories, Memory memory, int number) {
    return memories.confirm(
        new Confirmation(
            memory.id(),
            EN,
            source(number).text(),
            AZ,
            target(number).text(),
            new Context(EN, Optional.empty(), Optional.empty()),
            "Aysel",
            OptionalLong.empty(),
            Map.of()));
  }

  private static Variant source(int number) {
    return Variant.of(EN, TaggedText.of("House " + number + " stands."));
  }

  private static Variant target(int number) {
    return Variant.of(AZ, TaggedText.of(number + " nömrəli ev durur."));
  }

  private static int inTable(Database database) {
    return database
        .jdbi()
        .withHandle(
            h -> h.createQuery("SELECT COUNT(*) FROM variant_text").mapTo(Integer.class).one());
  }
}
