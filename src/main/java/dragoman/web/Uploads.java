package dragoman.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files in and out. */
final class Uploads {
  private Uploads() {}

  /** The form's file, if it has one. */
  static Optional<UploadedFile> file(Context ctx) {
    if (!ctx.isMultipartFormData()) {
      throw new ProblemException(
          415, "Not a form", "This request takes a form, Content-Type multipart/form-data.");
    }
    return Optional.ofNullable(ctx.uploadedFile("file"));
  }

  /** The form's file, which must be there. */
  static UploadedFile requiredFile(Context ctx) {
    return file(ctx).orElseThrow(() -> Requests.missing("file"));
  }

  /** A field of the form, stripped; empty where it is left out or blank. */
  static Optional<String> field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A whole number in the form, which must be there. */
  static long number(Context ctx, String name) {
    String given = field(ctx, name).orElseThrow(() -> Requests.missing(name));
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          400, "Unreadable request", "“" + name + "” must be a whole number.");
    }
  }

  /** Makes the answer a file to be kept under a name (RFC 6266, in any script). */
  static void asFile(Context ctx, String name, String mediaType) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
      if (plain || b == '.' || b == '-' || b == '_') {
        encoded.append((char) b);
      } else {
        encoded.append(String.format("%%%02X", b & 0xff));
      }
    }
    String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    ctx.contentType(mediaType)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
  }
}
