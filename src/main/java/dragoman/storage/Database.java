package dragoman.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The one database: H2 in a file of the data folder, or PostgreSQL by JDBC URL. Opening it brings
 * the tables up to date by the versioned scripts in {@code dragoman/storage/migration}.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource source;
  private final boolean embedded;
  private final Jdbi jdbi;

  private Database(HikariDataSource source) {
    this.source = source;
    this.embedded = source.getJdbcUrl().startsWith("jdbc:h2:file:");
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Opens, and makes where missing, the embedded database of a data folder.
   *
   * @throws StorageException if the folder cannot be written or another process has it open
   */
  public static Database inFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageException(
          "The data folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
    }
    // WRITE_DELAY=0: a commit is in the file before it is acknowledged, so kill -9 loses none.
    // REUSE_SPACE=FALSE: only ever append while open. H2 2.5.252, killed while it wrote into space
    // freed before, came up with an older end of the file and without what it had acknowledged. A
    // regular close takes out what is obsolete.
    String url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath().resolve("dragoman")
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000";
    return open(url, "sa", "", "the data folder " + folder);
  }

  /**
   * Opens a database by JDBC URL, H2 or PostgreSQL.
   *
   * @throws StorageException if it does not answer, or its tables cannot be brought up to date
   */
  public static Database at(String url, String user, String password) {
    return open(url, user, password, "the database " + url);
  }

  private static Database open(String url, String user, String password, String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(16);
    config.setPoolName("dragoman");
    config.setInitializationFailTimeout(1);
    HikariDataSource source;
    try {
      source = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StorageException(refused(name, e), e);
    }
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:dragoman/storage/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      source.close();
      throw new StorageException(
          "The tables of " + name + " cannot be brought up to date: " + firstLine(e) + ".", e);
    }
    return new Database(source);
  }

  /** Whether it is a file that no other process can have open, so that all writers are here. */
  public boolean embedded() {
    return embedded;
  }

  /** The door to SQL; each room keeps to its own tables. */
  public Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    source.close();
  }

  private static String refused(String name, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("may be already in use") || message.contains("locked")) {
        return "Another process has "
            + name
            + " open; stop the server first, or ask it through its API.";
      }
    }
    return "Cannot open " + name + ": " + firstLine(e) + ".";
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given").strip();
  }
}
