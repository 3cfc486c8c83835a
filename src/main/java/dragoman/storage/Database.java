package dragoman.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
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
    DatabaseFile file = new DatabaseFile(folder);
    String name = "the data folder " + folder;
    if (!file.exists()) {
      file.replace(url -> open(url, "sa", "", name).close());
    }
    HikariDataSource source = connect(file.url(), "sa", "", name);
    try {
      if (flyway(source).info().pending().length == 0) {
        return new Database(source);
      }
    } catch (FlywayException e) {
      source.close();
      throw notUpToDate(name, e);
    }
    // H2 commits each statement of a script that changes tables: a kill would leave half of it.
    source.close();
    file.replace(url -> open(url, "sa", "", name).close());
    return new Database(connect(file.url(), "sa", "", name));
  }

  /** Whether a data folder has a database. */
  public static boolean isIn(Path folder) {
    return DatabaseFile.isIn(folder);
  }

  /**
   * Opens a database by JDBC URL, H2 or PostgreSQL.
   *
   * @throws StorageException if it does not answer, or its tables cannot be brought up to date
   */
  public static Database at(String url, String user, String password) {
    return open(url, user, password, "the database " + withoutParameters(url));
  }

  /** Who passes a password in a URL does not want to read it in a message. */
  private static String withoutParameters(String url) {
    return url.replaceFirst("[?;].*", "");
  }

  private static Database open(String url, String user, String password, String name) {
    HikariDataSource source = connect(url, user, password, name);
    try {
      flyway(source).migrate();
    } catch (FlywayException e) {
      source.close();
      throw notUpToDate(name, e);
    }
    return new Database(source);
  }

  /** Opens a database of our own once, so that its tables are as they should be. */
  static void bringUpToDate(String url) {
    open(url, "sa", "", "the backup").close();
  }

  private static HikariDataSource connect(String url, String user, String password, String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (!user.isEmpty()) {
      config.setUsername(user);
      config.setPassword(password);
    }
    config.setMaximumPoolSize(16);
    config.setPoolName("dragoman");
    config.setInitializationFailTimeout(1);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StorageException(refused(name, e), e);
    }
  }

  private static Flyway flyway(HikariDataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:dragoman/storage/migration")
        .load();
  }

  private static StorageException notUpToDate(String name, FlywayException e) {
    return new StorageException(
        "The tables of " + name + " cannot be brought up to date: " + firstLine(e) + ".", e);
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
      if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
        return "The database of "
            + name
            + " is damaged; put a backup in its place. H2 says: "
            + firstLine(e)
            + ".";
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
