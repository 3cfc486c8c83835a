package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskRuleRoutesTest {
  private static final String RULES = "/api/splitting/rules";

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

  private static HttpResponse<String> add(TestClient client, String language, String text)
      throws Exception {
    return client.send(
        "POST",
        RULES,
        Map.of("language", language, "kind", "abbreviation", "text", text, "comment", "ours"));
  }

  @Test
  void aMaintainerKeepsRulesAndATranslatorSeesThem() throws Exception {
    HttpResponse<String> added = add(maintainer, "en", "qzlr");
    assertEquals(201, added.statusCode(), added.body());
    assertEquals("qzlr.", json(added).path("text").asText());
    assertEquals("Leyla", json(added).path("changedBy").asText());
    HttpResponse<String> refused = add(translator, "en", "qqlr");
    assertEquals(403, refused.statusCode());
    assertTrue(
        json(refused).path("detail").asText().contains("change how text is split"), refused.body());
    JsonNode list = json(translator.get(RULES + "?language=en-GB&search=QZL"));
    assertEquals(1, list.path("total").asInt());
    assertEquals(401, server.stranger().get(RULES).statusCode());
    HttpResponse<String> twice = add(maintainer, "en", "qzlr.");
    assertEquals(422, twice.statusCode());
  }

  @Test
  void aStaleChangeGets409WithWhatStandsThere() throws Exception {
    JsonNode rule = json(add(maintainer, "az", "aqlr."));
    String path = RULES + "/" + rule.path("id");
    String body = "{\"version\":1,\"language\":\"az\",\"kind\":\"abbreviation\",\"text\":\"%s\"}";
    assertEquals(200, maintainer.send("PUT", path, body.formatted("aqlrx.")).statusCode());
    HttpResponse<String> stale = maintainer.send("PUT", path, body.formatted("aqlry."));
    assertEquals(409, stale.statusCode());
    assertEquals("aqlrx.", json(stale).at("/current/text").asText());
    assertEquals(409, maintainer.delete(path + "?version=1").statusCode());
    assertEquals(409, maintainer.send("POST", path + "/move", "{\"version\":1}").statusCode());
    assertEquals(204, maintainer.delete(path + "?version=2").statusCode());
    assertEquals(404, maintainer.get(path).statusCode());
    assertEquals(3, json(maintainer.get(path + "/history")).path("items").size());
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws Exception {
    for (String[] one :
        new String[][] {
          {"{\"language\":\"en\",\"kind\":\"hold\",\"before\":\"a(b\"}", "422", "at its end"},
          {"{\"language\":\"en\",\"kind\":\"break\",\"before\":\"(a)\\\\1\"}", "422", "bounded"},
          {"{\"language\":\"en\",\"kind\":\"hold\"}", "422", "at least one"},
          {"{\"language\":\"en\",\"kind\":\"abbreviation\"}", "422", "letter"},
          {"{\"language\":\"xx-yy-zz!\",\"kind\":\"abbreviation\"}", "400", "“language”"},
          {"{\"language\":\"en\",\"kind\":\"perhaps\"}", "400", "one of abbreviation, hold, break"},
          {"{\"language\":\"en\"}", "400", "“kind” is missing"},
          {"[", "400", "not good JSON"}
        }) {
      HttpResponse<String> answer = maintainer.send("POST", RULES, one[0]);
      assertEquals(one[1], "" + answer.statusCode(), answer.body());
      assertTrue(json(answer).path("detail").asText().contains(one[2]), answer.body());
    }
    HttpResponse<String> noSrx =
        maintainer.form(
            "/api/splitting/import", Map.of(), "a.srx", "<html/>".getBytes(StandardCharsets.UTF_8));
    assertEquals(422, noSrx.statusCode());
    assertTrue(noSrx.body().contains("a.srx is not SRX"), noSrx.body());
    HttpResponse<String> noRule =
        translator.send(
            "POST",
            "/api/splitting/preview",
            "{\"language\":\"en\",\"text\":\"A. B\",\"rules\":[{\"kind\":\"hold\"}]}");
    assertEquals(422, noRule.statusCode());
  }

  @Test
  void aPreviewTellsBothCutsAndKeepsNothing() throws Exception {
    JsonNode preview =
        json(
            translator.send(
                "POST",
                "/api/splitting/preview",
                "{\"language\":\"en\",\"text\":\"The pqlr. Harun came. He left.\",\"rules\":"
                    + "[{\"language\":\"en\",\"kind\":\"abbreviation\",\"text\":\"pqlr.\"}]}"));
    JsonNode paragraph = preview.at("/paragraphs/0");
    assertEquals(3, paragraph.path("before").size());
    assertEquals(2, paragraph.path("after").size());
    assertEquals("pqlr.", paragraph.at("/places/0/after/rule/text").asText());
    assertEquals(0, json(translator.get(RULES + "?search=pqlr")).path("total").asInt());
  }

  @Test
  void anExportComesBackAndAnIntakeGoesByIt() throws Exception {
    add(maintainer, "en", "sqlr.");
    HttpResponse<String> file = translator.get("/api/splitting/export");
    assertEquals(200, file.statusCode());
    assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains(".srx"));
    byte[] content = file.body().getBytes(StandardCharsets.UTF_8);
    JsonNode report = json(maintainer.form("/api/splitting/import", Map.of(), "own.srx", content));
    assertEquals(0, report.path("added").asInt(), report.toString());
    assertEquals(file.body(), translator.get("/api/splitting/export").body());
    assertTrue(
        translator.get("/api/splitting/export?bundled=true").body().contains("\"Azerbaijani\""));
    assertEquals(
        403, translator.form("/api/splitting/import", Map.of(), "own.srx", content).statusCode());
    JsonNode seen =
        json(
            translator.form(
                "/api/dispatches/preview",
                Map.of("text", "The sqlr. Harun came. He left.", "source", "en"),
                "",
                new byte[0]));
    assertEquals(2, seen.path("segments").asInt());
  }

  @Test
  void anImportIsTakenBackByAMaintainerAndANonsenseListIsSaid() throws Exception {
    String undo = "/api/splitting/import/undo";
    for (String body : new String[] {"{}", "{\"rules\":null}", "{\"rules\":[null]}"}) {
      HttpResponse<String> answer = maintainer.send("POST", undo, body);
      assertEquals(400, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("rules"), answer.body());
    }
    assertEquals(403, translator.send("POST", undo, "{\"rules\":[1]}").statusCode());
    JsonNode kept = json(add(maintainer, "en", "uqlr."));
    JsonNode said = json(maintainer.send("POST", undo, "{\"rules\":[" + kept.path("id") + "]}"));
    assertEquals("0 1", said.path("removed") + " " + said.path("kept"), "it is no import's");
  }
}
