package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchRoutesTest {
  private static final String TEXT = "The road to Barda is open.\n\nTwo schools were damaged.\n";

  private TestServer server;
  private TestClient desk;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
    desk = server.administrator();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode paste() throws Exception {
    HttpResponse<String> created =
        desk.form(
            "/api/dispatches",
            Map.of("text", TEXT, "source", "en", "targets", "az,ru", "slug", "road"),
            "",
            new byte[0]);
    assertEquals(201, created.statusCode(), created.body());
    return json(created);
  }

  private JsonNode rows(JsonNode dispatch, String language) throws Exception {
    HttpResponse<String> answer =
        desk.get("/api/dispatches/" + dispatch.path("id") + "/segments?language=" + language);
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer).path("items");
  }

  private HttpResponse<String> save(
      JsonNode dispatch, JsonNode row, String language, long version, String text, String state)
      throws Exception {
    return desk.send(
        "PUT",
        segment(dispatch, row) + "/translations/" + language,
        Map.of(
            "version",
            version,
            "target",
            Map.of("plain", text, "tags", List.of()),
            "state",
            state));
  }

  private static String segment(JsonNode dispatch, JsonNode row) {
    return "/api/dispatches/" + dispatch.path("id") + "/segments/" + row.path("id");
  }

  @Test
  void aPastedTextIsSeenBeforeItIsKept() throws Exception {
    HttpResponse<String> seen =
        desk.form("/api/dispatches/preview", Map.of("text", TEXT), "", new byte[0]);
    assertEquals(200, seen.statusCode(), seen.body());
    assertEquals("en", json(seen).path("source").asText());
    assertEquals("txt", json(seen).path("format").asText());
    assertEquals(0, json(desk.get("/api/dispatches")).path("total").asInt());
  }

  @Test
  void aDispatchIsListedWithItsProgressAndFound() throws Exception {
    JsonNode dispatch = paste();
    JsonNode list = json(desk.get("/api/dispatches?search=road&language=az&state=open"));
    assertEquals(1, list.path("total").asInt());
    JsonNode one = list.path("items").get(0);
    assertEquals(dispatch.path("id"), one.path("id"));
    assertEquals("az", one.path("targets").get(0).path("language").asText());
    assertEquals(0, one.path("targets").get(0).path("confirmed").asInt());
    assertEquals(0, json(desk.get("/api/dispatches?search=nowhere")).path("total").asInt());
    assertEquals(400, desk.get("/api/dispatches?state=lost").statusCode());
  }

  @Test
  void aFileWithANameInAnyScriptComesInAndGoesOutUnderIt() throws Exception {
    HttpResponse<String> created =
        desk.form(
            "/api/dispatches",
            Map.of("source", "en", "targets", "az"),
            "Şuşa yolu.txt",
            TEXT.getBytes(StandardCharsets.UTF_8));
    assertEquals(201, created.statusCode(), created.body());
    assertEquals("Şuşa yolu.txt", json(created).path("fileName").asText());
    HttpResponse<String> out =
        desk.get("/api/dispatches/" + json(created).path("id") + "/export?language=az");
    assertEquals(200, out.statusCode(), out.body());
    String disposition = out.headers().firstValue("Content-Disposition").orElse("");
    assertTrue(disposition.contains("filename*=UTF-8''%C5%9Eu%C5%9Fa"), disposition);
  }

  @Test
  void aConfirmedSentenceIsAMatchAtOnceAlsoInTheOppositeDirection() throws Exception {
    JsonNode dispatch = paste();
    JsonNode first = rows(dispatch, "az").get(0);
    HttpResponse<String> saved =
        save(dispatch, first, "az", 0, "Bərdəyə gedən yol açıqdır.", "translated");
    assertEquals(200, saved.statusCode(), saved.body());
    assertEquals("translated", json(saved).path("state").asText());
    assertTrue(json(saved).path("findings").isArray());

    JsonNode second = paste();
    JsonNode row = rows(second, "az").get(0);
    JsonNode help = json(desk.get(segment(second, row) + "/help?language=az"));
    JsonNode match = help.path("matches").get(0);
    assertEquals("Bərdəyə gedən yol açıqdır.", match.path("target").path("plain").asText());
    assertTrue(match.path("score").asInt() >= 100, match.toString());
    assertEquals("Desk", match.path("who").asText());
    assertEquals("road", match.path("dispatch").path("slug").asText());
    assertEquals("same", match.path("difference").get(0).path("kind").asText());

    HttpResponse<String> turned =
        desk.form(
            "/api/dispatches",
            Map.of("text", "Bərdəyə gedən yol açıqdır.", "source", "az", "targets", "en"),
            "",
            new byte[0]);
    JsonNode back = rows(json(turned), "en").get(0);
    JsonNode turnedHelp = json(desk.get(segment(json(turned), back) + "/help?language=en"));
    assertEquals(
        "The road to Barda is open.",
        turnedHelp.path("matches").get(0).path("target").path("plain").asText());
  }

  @Test
  void twoPeopleNeverOverwriteEachOther() throws Exception {
    JsonNode dispatch = paste();
    JsonNode row = rows(dispatch, "az").get(0);
    assertEquals(200, save(dispatch, row, "az", 0, "Birinci.", "draft").statusCode());
    HttpResponse<String> late = save(dispatch, row, "az", 0, "İkinci.", "draft");
    assertEquals(409, late.statusCode());
    assertEquals("Birinci.", json(late).path("current").path("target").path("plain").asText());
    assertEquals(1, json(late).path("current").path("version").asInt());
  }

  @Test
  void anOpenPageSeesWhatAColleagueSaves() throws Exception {
    JsonNode dispatch = paste();
    JsonNode row = rows(dispatch, "az").get(0);
    TestClient leyla = server.somebody("Leyla", Role.TRANSLATOR);
    EventStream events =
        new EventStream(leyla, "/api/events?dispatch=" + dispatch.path("id").asText());
    save(dispatch, row, "az", 0, "Birinci.", "draft");
    JsonNode told = events.next("segment");
    assertEquals(row.path("id"), told.path("id"));
    assertEquals("az", told.path("language").asText());
    assertEquals("Desk", told.path("by").asText());
    assertEquals("Birinci.", told.path("target").path("plain").asText());
  }

  @Test
  void aTagThatTheSourceLacksIsRefused() throws Exception {
    JsonNode dispatch = paste();
    JsonNode row = rows(dispatch, "az").get(0);
    HttpResponse<String> answer =
        desk.send(
            "PUT",
            segment(dispatch, row) + "/translations/az",
            Map.of(
                "version",
                0,
                "state",
                "draft",
                "target",
                Map.of(
                    "plain", "Yol.", "tags", List.of(Map.of("at", 0, "kind", "open", "id", 1)))));
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(json(answer).path("detail").asText().contains("not in the source"));
  }

  @Test
  void aConfirmKeepsTheOriginOfTheMatchAndANullDropsIt() throws Exception {
    JsonNode dispatch = paste();
    JsonNode row = rows(dispatch, "az").get(0);
    Map<String, Object> body = new HashMap<>();
    body.put("version", 0);
    body.put("target", Map.of("plain", "Yol açıqdır."));
    body.put("state", "draft");
    body.put("origin", Map.of("unit", 1, "score", 85, "kind", "fuzzy"));
    String path = segment(dispatch, row) + "/translations/az";
    JsonNode taken = json(desk.send("PUT", path, body));
    assertEquals(85, taken.path("score").asInt(), taken.toString());
    body.remove("origin");
    body.put("version", taken.path("version"));
    body.put("state", "translated");
    JsonNode kept = json(desk.send("PUT", path, body));
    assertEquals("fuzzy", kept.path("matchKind").asText(), kept.toString());
    body.put("origin", null);
    body.put("version", kept.path("version"));
    body.put("state", "draft");
    assertTrue(json(desk.send("PUT", path, body)).path("score").isNull());
    JsonNode history = json(desk.get(segment(dispatch, row) + "/history?language=az"));
    assertEquals(3, history.path("items").size());
  }

  @Test
  void findingsOfTheWholeDispatchAreListedBySegment() throws Exception {
    JsonNode concept =
        json(
            desk.send(
                "POST",
                "/api/concepts",
                Map.of(
                    "terms",
                    List.of(
                        Map.of("language", "en", "text", "Barda"),
                        Map.of("language", "az", "text", "Bərdə")))));
    assertTrue(concept.path("id").asLong() > 0, concept.toString());
    JsonNode dispatch = paste();
    JsonNode row = rows(dispatch, "az").get(0);
    JsonNode saved = json(save(dispatch, row, "az", 0, "Bardaya gedən yol açıqdır.", "draft"));
    assertTrue(saved.path("findings").toString().contains("term."), saved.toString());
    JsonNode all =
        json(desk.get("/api/dispatches/" + dispatch.path("id") + "/findings?language=az"));
    assertEquals(row.path("id"), all.path("items").get(0).path("segment"));
    JsonNode checked =
        json(
            desk.send(
                "POST",
                segment(dispatch, row) + "/check",
                Map.of("language", "az", "target", Map.of("plain", "Bərdəyə gedən yol açıqdır."))));
    assertFalse(checked.path("findings").toString().contains("term."), checked.toString());
    JsonNode help = json(desk.get(segment(dispatch, row) + "/help?language=az"));
    assertEquals("Barda", help.path("terms").get(0).path("sourceTerm").asText());
    assertEquals("Bərdə", help.path("terms").get(0).path("targets").get(0).path("term").asText());
  }

  @Test
  void aDispatchIsChangedDeletedAndBroughtBack() throws Exception {
    JsonNode dispatch = paste();
    String path = "/api/dispatches/" + dispatch.path("id");
    Map<String, Object> change = new HashMap<>();
    change.put("version", dispatch.path("version"));
    change.put("dated", "2020-10-31");
    change.put("state", "done");
    JsonNode done = json(desk.send("PATCH", path, change));
    assertEquals("done", done.path("state").asText(), done.toString());
    assertEquals("2020-10-31", done.path("dated").asText());
    HttpResponse<String> late = desk.send("PATCH", path, change);
    assertEquals(409, late.statusCode());
    assertEquals("done", json(late).path("current").path("state").asText());
    change.clear();
    change.put("version", done.path("version"));
    change.put("dated", null);
    JsonNode undated = json(desk.send("PATCH", path, change));
    assertTrue(undated.path("dated").isNull(), undated.toString());
    assertEquals("done", undated.path("state").asText());
    long version = undated.path("version").asLong();
    assertEquals(204, desk.delete(path + "?version=" + version).statusCode());
    assertEquals(404, desk.get(path).statusCode());
    assertEquals(
        200, desk.send("POST", path + "/restore", Map.of("version", version + 1)).statusCode());
    assertEquals(200, desk.get(path).statusCode());
  }

  @Test
  void aSegmentOfAnotherDispatchIsNotThere() throws Exception {
    JsonNode one = paste();
    JsonNode other = paste();
    JsonNode row = rows(one, "az").get(0);
    assertEquals(404, desk.get(segment(other, row) + "/help?language=az").statusCode());
    assertEquals(422, desk.get(segment(one, row) + "/help?language=tr").statusCode());
  }

  @Test
  void pretranslationPutsDraftsAndTmxGoesOut() throws Exception {
    JsonNode first = paste();
    save(first, rows(first, "az").get(0), "az", 0, "Bərdəyə gedən yol açıqdır.", "translated");
    JsonNode second = paste();
    HttpResponse<String> answer =
        desk.send(
            "POST",
            "/api/dispatches/" + second.path("id") + "/pretranslate",
            Map.of("languages", List.of("az"), "threshold", 75));
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("draft", rows(second, "az").get(0).path("state").asText());
    HttpResponse<String> tmx =
        desk.get("/api/dispatches/" + first.path("id") + "/export?language=az&format=tmx");
    assertTrue(tmx.body().contains("Bərdəyə gedən yol açıqdır."), tmx.body());
  }

  @Test
  void aFormWithoutTextOrFileIsRefused() throws Exception {
    HttpResponse<String> nothing =
        desk.form("/api/dispatches", Map.of("targets", "az"), "", new byte[0]);
    assertEquals(400, nothing.statusCode());
    HttpResponse<String> empty =
        desk.form("/api/dispatches", Map.of("text", " ", "targets", "az"), "", new byte[0]);
    assertEquals(422, empty.statusCode(), empty.body());
    HttpResponse<String> noTarget =
        desk.form("/api/dispatches", Map.of("text", TEXT), "", new byte[0]);
    assertEquals(422, noTarget.statusCode(), noTarget.body());
  }

  @Test
  void aFileOfMoreThanFiftyMegabytesIsRefused() throws Exception {
    byte[] file = new byte[(50 << 20) + 1000];
    HttpResponse<String> answer = desk.form("/api/dispatches/preview", Map.of(), "big.txt", file);
    assertEquals(413, answer.statusCode(), answer.body());
    assertTrue(json(answer).path("detail").asText().contains("50 MB"));
  }
}
