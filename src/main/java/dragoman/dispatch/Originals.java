package dragoman.dispatch;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
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
