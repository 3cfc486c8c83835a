package dragoman.memory;

import dragoman.language.Stems;
import dragoman.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index of all units that are not deleted, in a folder beside the database. One thread
 * writes it, any number read it.
 *
 * <p>Its commits remember the place in the sequence of changes that they hold, of which database,
 * and by which method words were made; a commit of another database or method is of no use, and
 * dropped.
 */
final class UnitIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnitIndex.class);
  private static final String METHOD =
      "3 "
          + Stems.METHOD
          + " icu"
          + com.ibm.icu.util.VersionInfo.ICU_VERSION
          + " java"
          + Runtime.version().feature();
  private static final String PLACE = "place";
  private static final double BUFFER_MB = 64;

  /** Each segment costs every lookup a little. */
  private static final int FEW_SEGMENTS = 2;

  /** So many changes at once are a load, after which the segments are worth putting together. */
  private static final long LOAD = 50_000;

  private final Directory directory;
  private final IndexWriter writer;
  private final IndexDocuments documents;
  private final String store;
  private long applied;
  private long committed;
  private long tidied;
  private boolean tidying;
  private volatile Snapshot snapshot;

  /**
   * What the index held at a moment.
   *
   * @param place every change up to it is in, none behind it
   */
  record Snapshot(DirectoryReader reader, long place) {}

  private UnitIndex(
      Directory directory, IndexWriter writer, IndexDocuments documents, String store, long place)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.documents = documents;
    this.store = store;
    this.applied = place;
    this.committed = place;
    this.tidied = place;
    this.snapshot = new Snapshot(DirectoryReader.open(writer), place);
  }

  /**
   * Opens the index of a folder, or begins a new one where there is none, or it is damaged, or
   * holds other things than this database.
   *
   * @param store names the database
   * @param last the last place of the database
   * @throws StorageException if another process has it open, or the folder cannot be written
   */
  static UnitIndex open(Path folder, IndexDocuments documents, String store, long last) {
    try {
      Files.createDirectories(folder);
      dropDamagedLock(folder);
      try {
        return open(folder, documents, store, last, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      } catch (LockObtainFailedException e) {
        throw e;
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("The index in {} is damaged ({}); it is made anew.", folder, e.getMessage());
        empty(folder);
        return open(folder, documents, store, last, IndexWriterConfig.OpenMode.CREATE);
      }
    } catch (LockObtainFailedException e) {
      throw new StorageException(
          "Another process uses the index folder "
              + folder
              + "; stop it first, or give this one a data folder of its own.",
          e);
    } catch (IOException e) {
      throw new StorageException(
          "The index folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** Lucene's lock is an empty file; one that is not it refuses for ever. */
  private static void dropDamagedLock(Path folder) throws IOException {
    Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
    if (Files.exists(lock) && Files.size(lock) > 0) {
      Files.delete(lock);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
          Files.delete(file);
        }
      }
    }
  }

  private static UnitIndex open(
      Path folder,
      IndexDocuments documents,
      String store,
      long last,
      IndexWriterConfig.OpenMode mode)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      IndexWriterConfig config = new IndexWriterConfig();
      config.setOpenMode(mode);
      config.setRAMBufferSizeMB(BUFFER_MB);
      config.setCommitOnClose(false);
      config.setIndexSort(new Sort(new SortField(IndexDocuments.LENGTH, SortField.Type.LONG)));
      writer = new IndexWriter(directory, config);
      long place = heldPlace(writer, store);
      boolean useless = place < 0 || place > last;
      if (useless) {
        writer.deleteAll();
      } else {
        verify(writer);
      }
      return new UnitIndex(directory, writer, documents, store, useless ? 0 : place);
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw e;
    }
  }

  /** The place that the last commit holds; below 0 if it is not of this database and method. */
  private static long heldPlace(IndexWriter writer, String store) {
    if (writer.getLiveCommitData() == null) {
      return writer.getDocStats().maxDoc == 0 ? 0 : -1;
    }
    String place = null;
    String method = null;
    String of = null;
    for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
      switch (entry.getKey()) {
        case PLACE -> place = entry.getValue();
        case "method" -> method = entry.getValue();
        case "store" -> of = entry.getValue();
        default -> {}
      }
    }
    boolean ours = METHOD.equals(method) && store.equals(of) && place != null;
    return ours ? Long.parseLong(place) : writer.getDocStats().maxDoc == 0 ? 0 : -1;
  }

  /** Reads every file against its checksum: a flipped bit must not make a lookup wrong. */
  private static void verify(IndexWriter writer) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  /** The place up to which changes have been applied, if not yet shown. */
  long applied() {
    return applied;
  }

  /** Takes in units as they stand now. */
  void apply(List<UnitRows.Placed> units, long place) throws IOException {
    for (UnitRows.Placed placed : units) {
      // A unit at its first version and without neighbours that came later was never here before.
      if (placed.unit().version() > 1 || !placed.contexts().isEmpty()) {
        writer.deleteDocuments(IndexDocuments.unitTerm(placed.unit().id()));
      }
      if (!placed.unit().deleted()) {
        for (Document document : documents.of(placed)) {
          writer.addDocument(document);
        }
      }
    }
    applied = Math.max(applied, place);
  }

  /** Lets readers see what has been applied. */
  void show() throws IOException {
    Snapshot old = snapshot;
    if (old.place == applied && old.reader.isCurrent()) {
      return;
    }
    DirectoryReader newer = DirectoryReader.openIfChanged(old.reader, writer);
    if (newer == null) {
      old.reader.incRef();
      newer = old.reader;
    }
    snapshot = new Snapshot(newer, applied);
    old.reader.decRef();
  }

  /** Begins to put the many segments that a load leaves into few, in the background. */
  void tidy() throws IOException {
    if (applied - tidied > LOAD) {
      tidied = applied;
      tidying = true;
      writer.forceMerge(FEW_SEGMENTS, false);
    }
  }

  /** What is shown now; its reader must be released by {@code decRef}. */
  Snapshot acquire() {
    while (true) {
      Snapshot now = snapshot;
      if (now.reader.tryIncRef()) {
        return now;
      }
    }
  }

  /** The place shown now. */
  long shown() {
    return snapshot.place;
  }

  /** Makes durable what has been applied, so that the next start need not do it again. */
  void commit() throws IOException {
    if (committed == applied) {
      return;
    }
    writer.setLiveCommitData(
        Map.of(PLACE, Long.toString(applied), "method", METHOD, "store", store).entrySet());
    writer.commit();
    committed = applied;
  }

  /** How many places have been applied since the last commit. */
  long uncommitted() {
    return applied - committed;
  }

  /** Lets go of an index that failed, without a commit. */
  void abandon() throws IOException {
    try (directory) {
      snapshot.reader.decRef();
      writer.rollback();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      try {
        snapshot.reader.decRef();
        if (writer.isOpen()) {
          if (tidying) {
            writer.forceMerge(FEW_SEGMENTS, true);
          }
          commit();
        }
      } finally {
        writer.rollback();
      }
    }
  }
}
