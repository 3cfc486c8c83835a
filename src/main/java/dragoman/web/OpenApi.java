package dragoman.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;

/** The description of the API (OpenAPI 3.1), a file that a test holds against the routes. */
final class OpenApi {
  private OpenApi() {}

  static void install(RoutesConfig routes) {
    routes.get(
        "/api/openapi.json", ctx -> ctx.contentType("application/json").result(description()));
  }

  private static byte[] description() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("The program was built without openapi.json.");
      }
      return in.readAllBytes();
    }
  }
}
