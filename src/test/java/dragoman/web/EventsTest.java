package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EventsTest {
  private TestServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageIsToldWhatSomebodyElseChangesInTheGlossary() throws Exception {
    TestClient desk = server.administrator();
    Stream events = new Stream(server.somebody("Leyla", Role.TRANSLATOR), "/api/events");
    HttpResponse<String> added =
        desk.send(
            "POST",
            "/api/concepts",
            Map.of("terms", List.of(Map.of("language", "en", "text", "Ganja"))));
    assertEquals(201, added.statusCode(), added.body());
    JsonNode told = events.next("glossary");
    assertEquals(TestClient.json(added).path("id").asLong(), told.path("concept").asLong());
    assertEquals("Desk", told.path("by").asText());
  }

  @Test
  void colleaguesSeeWhoIsAtWhichSegmentAndWhenTheyLeave() throws Exception {
    TestClient desk = server.administrator();
    TestClient leyla = server.somebody("Leyla", Role.TRANSLATOR);
    Stream hers = new Stream(leyla, "/api/events?dispatch=7");
    leyla.send("POST", "/api/dispatches/7/presence", Map.of("segment", 3, "language", "az"));
    assertEquals(3, hers.next("presence").path("segment").asInt());

    Stream events = new Stream(desk, "/api/events?dispatch=7");
    JsonNode there = events.next("presence");
    assertEquals("Le", there.path("initials").asText());
    assertEquals(3, there.path("segment").asInt());
    assertEquals("az", there.path("language").asText());

    Map<String, Object> nowhere = new HashMap<>();
    nowhere.put("segment", null);
    assertEquals(204, leyla.send("POST", "/api/dispatches/7/presence", nowhere).statusCode());
    assertTrue(events.next("presence").path("segment").isNull());
  }

  @Test
  void signingOutEndsThePagesOfTheSession() throws Exception {
    TestClient desk = server.administrator();
    Stream events = new Stream(desk, "/api/events");
    desk.delete("/api/session");
    assertTrue(events.ended());
  }

  @Test
  void anotherDispatchsEventsAreNotSent() throws Exception {
    TestClient desk = server.administrator();
    Stream events = new Stream(desk, "/api/events?dispatch=1");
    desk.send("POST", "/api/dispatches/2/presence", Map.of("segment", 5, "language", "az"));
    desk.send("POST", "/api/dispatches/1/presence", Map.of("segment", 6, "language", "az"));
    assertEquals(6, events.next("presence").path("segment").asInt());
  }

  @Test
  void stoppingTheServerEndsEveryPage() throws Exception {
    Stream events = new Stream(server.administrator(), "/api/events");
    server.web.close();
    assertTrue(events.ended());
  }

  /** The events of an open page, once the server has said that it is open. */
  private static final class Stream {
    private final BufferedReader lines;

    Stream(TestClient client, String path) throws Exception {
      HttpResponse<java.io.InputStream> answer = client.open(path);
      assertEquals(200, answer.statusCode());
      assertTrue(
          answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
      assertEquals(": open", lines.readLine());
    }

    JsonNode next(String name) throws IOException {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:") && event.equals(name)) {
          return TestClient.JSON.readTree(line.substring(5));
        }
      }
      throw new AssertionError("The stream ended before an event “" + name + "”.");
    }

    boolean ended() {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          assertFalse(line.startsWith("event:"), line);
        }
      } catch (IOException e) {
        // a connection that is cut is as much an end as a stream that is finished
        return true;
      }
      return true;
    }
  }
}
