package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
    desk = server.administrator();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertProblem(int status, HttpResponse<String> answer) throws Exception {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    for (String member : List.of("type", "title", "status", "detail")) {
      assertTrue(json(answer).hasNonNull(member), answer.body());
    }
    assertEquals(status, json(answer).path("status").asInt());
    assertFalse(answer.body().contains("Exception"), answer.body());
    assertFalse(answer.body().contains("\\tat "), answer.body());
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    assertProblem(404, desk.get("/api/nothing"));
    assertProblem(404, desk.get("/api/concepts/999999"));
    assertProblem(404, desk.get("/api/concepts/first"));
    assertProblem(404, desk.get("/web/nothing.js"));
  }

  @Test
  void aMethodThatAPathDoesNotHaveIsSaid() throws Exception {
    assertProblem(405, desk.send("PUT", "/api/people", Map.of()));
  }

  @Test
  void aBodyThatCannotBeReadIsSaidWithItsPlace() throws Exception {
    HttpResponse<String> broken = desk.send("POST", "/api/people", "{\"name\": ");
    assertProblem(400, broken);
    assertTrue(json(broken).path("detail").asText().contains("line 1"), broken.body());
    assertProblem(400, desk.send("POST", "/api/people", ""));
    assertProblem(400, desk.send("POST", "/api/people", "null"));
    assertProblem(400, desk.send("POST", "/api/people", "[1]"));
    HttpResponse<String> missing = desk.send("POST", "/api/people", Map.of("name", "A"));
    assertProblem(400, missing);
    assertEquals("“initials” is missing.", json(missing).path("detail").asText());
    HttpResponse<String> king =
        desk.send("POST", "/api/people", Map.of("name", "A", "initials", "A", "role", "king"));
    assertProblem(400, king);
    assertEquals(
        "“role” cannot be “king”; it is one of translator, maintainer, chief, administrator.",
        json(king).path("detail").asText());
  }

  @Test
  void aFormThatIsNoneIsSaid() throws Exception {
    for (String type :
        List.of(
            "multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; x")) {
      for (String body : List.of("xx", "--x\r\nContent-Disposition: form-data; name=\"file\"")) {
        HttpResponse<String> answer =
            desk.send(
                desk.request("/api/glossary/import")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
        assertProblem(400, answer);
      }
    }
  }

  @Test
  void jsonThatNoRequestSendsIsSaid() throws Exception {
    String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    assertProblem(413, sent("POST", "/api/memories", deep));
    assertProblem(
        413, sent("POST", "/api/memories", "{\"name\":\"" + "x".repeat(17 << 20) + "\"}"));
    assertProblem(400, sent("POST", "/api/memories", "[]"));
    assertProblem(400, sent("POST", "/api/memories", "\"x\""));
    assertProblem(400, sent("POST", "/api/concepts", "{\"terms\":[null]}"));
    assertProblem(422, sent("POST", "/api/memories", "{\"name\":\"nul \\u0000 x\"}"));
    assertProblem(422, sent("POST", "/api/memories", "{\"name\":\"half \\ud800 x\"}"));
  }

  private static HttpResponse<String> sent(String method, String path, String body)
      throws Exception {
    return desk.send(
        desk.request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void aHeadOfAPageIsThatOfItsGet() throws Exception {
    HttpResponse<String> head =
        desk.send(desk.request("/").method("HEAD", BodyPublishers.noBody()));
    assertEquals(
        "text/html;charset=utf-8",
        head.headers()
            .firstValue("Content-Type")
            .orElse("")
            .replace(" ", "")
            .toLowerCase(java.util.Locale.ROOT));
    assertEquals("", head.body());
  }

  @Test
  void aBodyThatIsNotJsonIsRefused() throws Exception {
    assertProblem(
        415,
        desk.send(
            desk.request("/api/people")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))));
  }

  @Test
  void aPageThatNoListHasIsRefused() throws Exception {
    for (String query :
        List.of("offset=-1", "limit=0", "limit=501", "limit=many", "offset=99999999999999999999")) {
      assertProblem(400, desk.get("/api/concepts?" + query));
    }
    assertEquals(200, desk.get("/api/concepts?offset=2147483647&limit=500").statusCode());
  }

  @Test
  void anUnknownLanguageIsSaid() throws Exception {
    assertProblem(422, desk.get("/api/concepts?language=not%20a%20tag"));
  }

  @Test
  void moreThanFiftyMegabytesAreRefusedBeforeTheyAreSent() throws Exception {
    URI address = URI.create(server.web.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/people HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 60000000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = readAll(socket.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("50 MB"), answer);
    }
  }

  @Test
  void aForeignHostNameIsRefusedOnTheLoopback() throws Exception {
    for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil:7070")) {
      String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
    }
    for (String host : List.of("localhost", "127.0.0.1:7070", "[::1]:7070", "LOCALHOST:80")) {
      String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }
  }

  @Test
  void whatIsNotEvenHttpIsAProblemToo() throws Exception {
    for (String target : List.of("/%zz", "/web/..%2f..%2fsecret", "/a%00b")) {
      String answer =
          raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
      assertFalse(answer.contains("Exception"), answer);
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepABrowserSafe() throws Exception {
    for (String path : List.of("/", "/api/session", "/api/nothing", "/web/app.js", "/memory")) {
      HttpResponse<String> answer = desk.get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("frame-ancestors 'none'"), path + ": " + policy);
      assertFalse(policy.contains("unsafe"), path + ": " + policy);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
    }
  }

  @Test
  void theImportMapNamesModulesThatAreThere() throws Exception {
    String page = desk.get("/").body();
    String start = "<script type=\"importmap\">";
    int from = page.indexOf(start) + start.length();
    var imports =
        TestClient.JSON
            .readTree(page.substring(from, page.indexOf("</script>", from)))
            .path("imports");
    for (String name : List.of("lit", "lit-html", "@codemirror/view", "@codemirror/commands")) {
      assertTrue(imports.has(name), imports.toString());
    }
    for (var entry : imports.properties()) {
      String path = entry.getValue().asText();
      if (!path.endsWith("/")) {
        HttpResponse<String> module = desk.get(path);
        assertEquals(200, module.statusCode(), path);
        assertTrue(
            module.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
        assertTrue(
            module.headers().firstValue("Cache-Control").orElse("").contains("max-age"), path);
      }
    }
  }

  private static String raw(String request) throws Exception {
    URI address = URI.create(server.web.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return readAll(socket.getInputStream());
    }
  }

  private static String readAll(InputStream in) throws Exception {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
