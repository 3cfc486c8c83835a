package dragoman.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The one HTML page that every screen starts from, with the import map written into it, and the
 * content security policy that lets this map, by its hash, and no other inline script run.
 */
final class Shell {
  private static final String PLACE = "<!-- import map -->";
  private static final List<String> SCREENS =
      List.of(
          "/",
          "/dispatches",
          "/dispatches/{id}",
          "/dispatches/{id}/{language}",
          "/memory",
          "/memory/{id}",
          "/memory/{id}/care",
          "/memory/{id}/figures",
          "/glossary",
          "/glossary/{id}",
          "/alignment",
          "/alignment/{id}",
          "/splitting",
          "/accounts",
          "/keys",
          "/sign-in-page");

  private final Optional<Path> folder;
  private final String importMap;
  private final String policy;

  /**
   * @param folder where the pages are read from afresh each time, in development; else they come
   *     from the class path
   */
  Shell(ObjectMapper mapper, Optional<Path> folder) {
    this.folder = folder;
    this.importMap = ImportMap.ofClassPath(mapper);
    this.policy =
        "default-src 'none'; script-src 'self' 'sha256-"
            + sha256(importMap)
            + "'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
            + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  void install(RoutesConfig routes) {
    routes.before(this::protect);
    SCREENS.forEach(
        path -> {
          routes.get(path, this::answer);
          routes.head(path, this::answer);
        });
  }

  void answer(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("text/html; charset=utf-8").result(page());
  }

  private void protect(Context ctx) {
    ctx.header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
    if (ctx.path().startsWith("/api/")) {
      ctx.header("Cache-Control", "no-store");
    }
  }

  private String page() {
    String page = source();
    if (!page.contains(PLACE)) {
      throw new IllegalStateException("web/index.html lacks " + PLACE + ".");
    }
    return page.replace(PLACE, "<script type=\"importmap\">" + importMap + "</script>");
  }

  private String source() {
    try {
      if (folder.isPresent()) {
        return Files.readString(folder.get().resolve("index.html"));
      }
      try (InputStream in = Shell.class.getResourceAsStream("/web/index.html")) {
        if (in == null) {
          throw new IllegalStateException("The program was built without web/index.html.");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("web/index.html cannot be read.", e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
