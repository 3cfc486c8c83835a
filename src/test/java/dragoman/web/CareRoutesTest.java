package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Role;
import dragoman.memory.Memory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care of a memory as programs and pages ask for it. */
class CareRoutesTest {
  private static TestServer server;
  private static TestClient maintainer;
  private static TestClient translator;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
    maintainer = server.somebody("Leyla", Role.MAINTAINER);
    translator = server.somebody("Nigar", Role.TRANSLATOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A memory of its own with these lines, searched. */
  private static String searched(String name, String lines) throws Exception {
    Memory memory = server.dragoman.memories().create(name, "");
    String path = "/api/memories/" + memory.id();
    maintainer.form(
        path + "/import",
        Map.of(),
        "units.csv",
        ("en,az\r\n" + lines).getBytes(StandardCharsets.UTF_8));
    assertEquals(202, maintainer.send("POST", path + "/care", "{}").statusCode());
    until(path + "/care", "done");
    return path;
  }

  /** Asks until it stands so. */
  static JsonNode until(String path, String state) throws Exception {
    JsonNode answer = json(maintainer.get(path));
    for (int i = 0; i < 20_000 && !answer.path("state").asText().equals(state); i++) {
      Thread.yield();
      answer = json(maintainer.get(path));
    }
    assertEquals(state, answer.path("state").asText(), answer.toString());
    return answer;
  }

  @Test
  void whatIsFoundIsPlannedAppliedAndUndoneAsOneStep() throws Exception {
    String path =
        searched(
            "steps", "We saw 40 men.,Gördük.\r\nWe saw 50 men.,Onları gördük.\r\nOne.,Bir.\r\n");
    JsonNode survey = json(translator.get(path + "/care?to=az"));
    assertEquals("numbers", survey.at("/kinds/0/kind").asText());
    assertEquals(2, survey.at("/kinds/0/count").asInt());
    JsonNode first = json(translator.get(path + "/care/findings?kind=numbers&limit=1"));
    assertEquals(2, first.path("total").asInt());
    String id = first.at("/items/0/id").asText();
    JsonNode second = json(translator.get(path + "/care/findings?limit=1&after=" + id));
    assertEquals("We saw 50 men.", second.at("/items/0/unit/variants/0/text/plain").asText());

    HttpResponse<String> planned =
        maintainer.send(
            "POST", path + "/care/steps", "{\"action\":\"delete\",\"kind\":\"numbers\"}");
    assertEquals(202, planned.statusCode(), planned.body());
    String step = "/api/care/steps/" + json(planned).path("id");
    assertEquals(2, until(step, "planned").path("planned").asInt());
    JsonNode sample = json(maintainer.get(step + "/units"));
    assertTrue(sample.at("/items/0/deletes").asBoolean(), sample.toString());
    assertEquals(3, json(maintainer.get(path + "/units")).path("total").asInt());

    assertEquals(202, maintainer.send("POST", step + "/apply", "{}").statusCode());
    until(step, "applied");
    assertEquals(1, json(maintainer.get(path + "/units")).path("total").asInt());
    HttpResponse<String> twice = maintainer.send("POST", step + "/apply", "{}");
    assertEquals(409, twice.statusCode());
    assertEquals("applied", json(twice).at("/current/state").asText());
    assertEquals(1, json(maintainer.get(path + "/care/steps")).path("total").asInt());

    assertEquals(202, maintainer.send("POST", step + "/undo", "{}").statusCode());
    assertEquals(2, until(step, "undone").path("undone").asInt());
    assertEquals(3, json(maintainer.get(path + "/units")).path("total").asInt());
  }

  @Test
  void aTranslatorSeesWhatIsWrongAndChangesNothing() throws Exception {
    String path = searched("rights", "We saw 60 men.,Hamını gördük.\r\n");
    String body = "{\"action\":\"delete\"}";
    String step =
        "/api/care/steps/" + json(maintainer.send("POST", path + "/care/steps", body)).path("id");
    for (String changing :
        List.of(path + "/care", path + "/care/steps", step + "/apply", step + "/undo")) {
      HttpResponse<String> refused = translator.send("POST", changing, body);
      assertEquals(403, refused.statusCode(), changing);
      assertTrue(json(refused).path("detail").asText().contains("change memories"), changing);
      assertEquals(401, server.stranger().send("POST", changing, body).statusCode(), changing);
    }
    assertEquals(200, translator.get(path + "/care/findings").statusCode());
    assertEquals(200, translator.get(step + "/units").statusCode());
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws Exception {
    String path = searched("wrong", "All is well.,Hər şey yaxşıdır.\r\n");
    HttpResponse<String> nothing =
        maintainer.send("POST", path + "/care/steps", "{\"action\":\"mend\"}");
    assertEquals(422, nothing.statusCode());
    assertTrue(json(nothing).path("detail").asText().contains("Nothing is chosen"), nothing.body());
    assertEquals(
        422,
        maintainer
            .send("POST", path + "/care/steps", "{\"action\":\"mend\",\"findings\":[]}")
            .statusCode());
    assertEquals(400, maintainer.send("POST", path + "/care/steps", "{}").statusCode());
    assertEquals(400, maintainer.get(path + "/care/findings?kind=odd").statusCode());
    assertEquals(404, maintainer.get("/api/memories/999999/care").statusCode());
    assertEquals(404, maintainer.get("/api/care/steps/999999").statusCode());
  }
}
