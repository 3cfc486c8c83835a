package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Role;
import java.net.http.HttpResponse;
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
    EventStream events = new EventStream(server.somebody("Leyla", Role.TRANSLATOR), "/api/events");
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
    EventStream hers = new EventStream(leyla, "/api/events?dispatch=7");
    leyla.send("POST", "/api/dispatches/7/presence", Map.of("segment", 3, "language", "az"));
    assertEquals(3, hers.next("presence").path("segment").asInt());

    EventStream events = new EventStream(desk, "/api/events?dispatch=7");
    JsonNode there = events.next("presence");
    assertEquals("Leyla", there.path("person").asText());
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
    EventStream events = new EventStream(desk, "/api/events");
    desk.delete("/api/session");
    assertTrue(events.ended());
  }

  @Test
  void anotherDispatchsEventsAreNotSent() throws Exception {
    TestClient desk = server.administrator();
    EventStream events = new EventStream(desk, "/api/events?dispatch=1");
    desk.send("POST", "/api/dispatches/2/presence", Map.of("segment", 5, "language", "az"));
    desk.send("POST", "/api/dispatches/1/presence", Map.of("segment", 6, "language", "az"));
    assertEquals(6, events.next("presence").path("segment").asInt());
  }

  @Test
  void stoppingTheServerEndsEveryPage() throws Exception {
    EventStream events = new EventStream(server.administrator(), "/api/events");
    server.web.close();
    assertTrue(events.ended());
  }
}
