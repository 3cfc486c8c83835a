package dragoman.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @Test
  void everyMigrationRunsOnH2AndAgainOnReopening(@TempDir Path folder) {
    for (int time = 0; time < 2; time++) {
      try (Database database = Database.inFolder(folder)) {
        assertEquals(0, people(database));
      }
    }
  }

  @Test
  void everyMigrationRunsOnPostgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database database =
            Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      assertEquals(0, people(database));
    }
  }

  @Test
  void anUnreachableDatabaseIsSaidInOneSentence() {
    StorageException e =
        assertThrows(
            StorageException.class,
            () -> Database.at("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""));
    assertTrue(e.getMessage().startsWith("Cannot open the database"), e.getMessage());
    assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
  }

  @Test
  void whoIsKilledWhileTheTablesAreMadeLeavesNothingBehindThatHinders(@TempDir Path folder)
      throws Exception {
    Files.write(folder.resolve("dragoman-next.mv.db"), new byte[5_000]);
    try (Database database = Database.inFolder(folder)) {
      assertEquals(0, people(database));
    }
    assertTrue(Files.notExists(folder.resolve("dragoman-next.mv.db")));
  }

  @Test
  void anOlderDatabaseIsBroughtUpToDateAndKeepsWhatItHolds(@TempDir Path folder) {
    try (Database database = Database.inFolder(folder)) {
      database
          .jdbi()
          .useHandle(
              h -> {
                h.execute(
                    "INSERT INTO memory (name, desk, priority, penalty, read_only, version)"
                        + " VALUES ('archive', '', 1, 0, FALSE, 1)");
                h.execute("DROP TABLE variant_text");
                h.execute("ALTER TABLE unit_sequence DROP COLUMN texts");
                h.execute("CREATE INDEX variant_by_text ON variant (text_hash)");
                h.execute("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '7'");
              });
    }
    try (Database database = Database.inFolder(folder)) {
      assertEquals(
          List.of("archive"),
          database
              .jdbi()
              .withHandle(
                  h -> h.createQuery("SELECT name FROM memory").mapTo(String.class).list()));
    }
  }

  @Test
  void aDamagedFileIsSaidToBeDamagedAndLeftAsItIs(@TempDir Path folder) throws Exception {
    byte[] noDatabase = new byte[100_000];
    new Random(1).nextBytes(noDatabase);
    Path file = folder.resolve("dragoman.mv.db");
    Files.write(file, noDatabase);
    StorageException e =
        assertThrows(StorageException.class, () -> Database.inFolder(folder).close());
    assertTrue(e.getMessage().contains("is damaged; put a backup in its place"), e.getMessage());
    assertArrayEquals(noDatabase, Files.readAllBytes(file));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInOneSentence(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    StorageException e =
        assertThrows(StorageException.class, () -> Database.inFolder(file).close());
    assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
  }

  private static int people(Database database) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM person").mapTo(Integer.class).one());
  }
}
