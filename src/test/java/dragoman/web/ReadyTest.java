package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadyTest {
  @Test
  void pagesAreThereAtOnceAndTheApiWhenAllIsReady(@TempDir Path folder) throws Exception {
    CompletableFuture<Void> ready = new CompletableFuture<>();
    try (TestServer server = new TestServer(folder, ready)) {
      TestClient desk = server.stranger();
      assertEquals(303, desk.get(server.linkPath()).statusCode());
      CompletableFuture<HttpResponse<String>> asked =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return desk.get("/api/session");
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      assertEquals(200, desk.get("/").statusCode());
      assertEquals(401, server.stranger().get("/api/session").statusCode());
      assertFalse(asked.isDone());
      ready.complete(null);
      assertEquals(200, asked.join().statusCode());
    }
  }
}
