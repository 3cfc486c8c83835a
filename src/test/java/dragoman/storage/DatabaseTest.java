package dragoman.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
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

  private static int people(Database database) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM person").mapTo(Integer.class).one());
  }
}
