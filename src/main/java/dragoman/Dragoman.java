package dragoman;

import dragoman.account.Accounts;
import dragoman.cli.DragomanCommand;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.care.Care;
import dragoman.glossary.Glossary;
import dragoman.memory.Memories;
import dragoman.quality.Checker;
import dragoman.segmentation.Segmenter;
import dragoman.storage.Database;
import dragoman.web.Services;
import dragoman.web.Settings;
import dragoman.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The program on one data folder: wires the rooms by hand, here and nowhere else. */
public final class Dragoman implements AutoCloseable {
  private final Database database;
  private final Accounts accounts;
  private final Glossary glossary;
  private final Memories memories;
  private final Checker checker;
  private final Segmenter segmenter;
  private final Dispatches dispatches;
  private final Care care;

  private Dragoman(Database database, Path data) {
    this.database = database;
    this.accounts = Accounts.open(database);
    this.glossary = Glossary.open(database);
    this.memories = Memories.open(database, data.resolve("index"));
    this.checker = new Checker(glossary::current);
    this.segmenter = Segmenter.ofBundledRules();
    this.dispatches = Dispatches.open(database, segmenter, memories, glossary, checker);
    this.care = Care.open(database, memories, glossary, checker);
  }

  /**
   * Opens a data folder, made where it is missing.
   *
   * @throws dragoman.storage.StorageException if it cannot be opened
   */
  public static Dragoman open(Path data) {
    return new Dragoman(Database.inFolder(data), data);
  }

  /**
   * Opens a database server's database; the folder holds the index alone.
   *
   * @param url JDBC URL of PostgreSQL, or of what speaks its protocol
   * @throws dragoman.storage.StorageException if it does not answer
   */
  public static Dragoman open(Path data, String url, String user, String password) {
    return new Dragoman(Database.at(url, user, password), data);
  }

  /** The one database. */
  public Database database() {
    return database;
  }

  /** People and their sign-in. */
  public Accounts accounts() {
    return accounts;
  }

  /** Concepts and terms. */
  public Glossary glossary() {
    return glossary;
  }

  /** Units and what is found in them. */
  public Memories memories() {
    return memories;
  }

  /** Checks of translations. */
  public Checker checker() {
    return checker;
  }

  /** Where sentences end. */
  public Segmenter segmenter() {
    return segmenter;
  }

  /** Documents and their translations. */
  public Dispatches dispatches() {
    return dispatches;
  }

  /** What is wrong in memories, and what mends it. */
  public Care care() {
    return care;
  }

  /**
   * Loads the sample glossary, memory and dispatches where there is nothing yet.
   *
   * @throws IOException if the program was built without them
   */
  public void loadDemo() throws IOException {
    new Demo(glossary, memories, dispatches).load();
  }

  /**
   * Starts the server on these rooms.
   *
   * @throws IOException if the address cannot be had; the message is one sentence for a person
   */
  public WebServer serve(Settings settings) throws IOException {
    return serve(settings, CompletableFuture.completedFuture(null));
  }

  /**
   * Starts the server; its pages are there at once, what they ask for waits until all is ready.
   *
   * @param ready completes when what is being loaded beside the start is there
   * @throws IOException as {@link #serve(Settings)}
   */
  public WebServer serve(Settings settings, CompletableFuture<?> ready) throws IOException {
    dispatches.models().start();
    dispatches.impacts().start();
    care.start();
    return WebServer.start(
        settings, new Services(accounts, glossary, memories, dispatches, checker, care), ready);
  }

  @Override
  public void close() {
    dispatches.impacts().close();
    care.close();
    dispatches.models().close();
    memories.close();
    database.close();
  }

  public static void main(String[] args) {
    System.exit(DragomanCommand.run(args));
  }
}
