package dragoman.dispatch;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps documents as they came, in chunks: neither database takes 50 MB in one value. */
final class Originals {
  private static final int CHUNK = 1 << 19;

  private Originals() {}

  static void put(Handle handle, long dispatch, byte[] content) {
    for (int chunk = 0; chunk * CHUNK < content.length; chunk++) {
      int from = chunk * CHUNK;
      handle
          .createUpdate(
              "INSERT INTO dispatch_original (dispatch_id, chunk, content)"
                  + " VALUES (:dispatch, :chunk, :content)")
          .bind("dispatch", dispatch)
          .bind("chunk", chunk)
          .bind(
              "content", Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK)))
          .execute();
    }
  }

  /** Puts a newer document in the place of one, which is kept under the dispatch's version. */
  static void replace(Handle handle, Dispatch dispatch, byte[] content, Arrangement.Step step) {
    handle
        .createUpdate(
            "INSERT INTO dispatch_earlier (dispatch_id, version, format, file_name, encoding,"
                + " digest, at, who) SELECT id, version, format, file_name, encoding, digest, :at,"
                + " :who FROM dispatch WHERE id = :id")
        .bind("id", dispatch.id())
        .bind("at", Rows.time(step.at()))
        .bind("who", step.who())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO dispatch_earlier_original (dispatch_id, version, chunk, content)"
                + " SELECT dispatch_id, :version, chunk, content FROM dispatch_original"
                + " WHERE dispatch_id = :id")
        .bind("id", dispatch.id())
        .bind("version", dispatch.version())
        .execute();
    handle
        .createUpdate("DELETE FROM dispatch_original WHERE dispatch_id = :id")
        .bind("id", dispatch.id())
        .execute();
    put(handle, dispatch.id(), content);
  }

  /** The document that the last newer version took the place of; empty where there was none. */
  static Optional<Upload> before(Handle handle, long dispatch) {
    record Kept(long version, String fileName) {}
    return handle
        .createQuery(
            "SELECT version, file_name FROM dispatch_earlier WHERE dispatch_id = :dispatch"
                + " ORDER BY version DESC LIMIT 1")
        .bind("dispatch", dispatch)
        .map((row, context) -> new Kept(row.getLong("version"), row.getString("file_name")))
        .findOne()
        .map(
            kept -> {
              ByteArrayOutputStream all = new ByteArrayOutputStream();
              handle
                  .createQuery(
                      "SELECT content FROM dispatch_earlier_original WHERE dispatch_id = :dispatch"
                          + " AND version = :version ORDER BY chunk")
                  .bind("dispatch", dispatch)
                  .bind("version", kept.version())
                  .mapTo(byte[].class)
                  .forEach(all::writeBytes);
              return new Upload(kept.fileName(), all.toByteArray());
            });
  }

  /** SHA-256 of a document, to know it again. */
  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] get(Handle handle, long dispatch) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    handle
        .createQuery(
            "SELECT content FROM dispatch_original WHERE dispatch_id = :dispatch ORDER BY chunk")
        .bind("dispatch", dispatch)
        .mapTo(byte[].class)
        .forEach(all::writeBytes);
    return all.toByteArray();
  }
}
