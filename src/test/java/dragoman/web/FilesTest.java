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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  private static final String TMX =
      "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header creationtool=\"x\""
          + " creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\""
          + " srclang=\"en\" datatype=\"plaintext\"/><body>"
          + "<tu><tuv xml:lang=\"en\"><seg>One came.</seg></tuv>"
          + "<tuv xml:lang=\"az\"><seg>Biri gəldi.</seg></tuv></tu>"
          + "<tu><tuv xml:lang=\"en\"><seg>Two went.</seg></tuv>"
          + "<tuv xml:lang=\"az\"><seg>İkisi getdi.</seg></tuv></tu></body></tmx>";

  private TestServer server;
  private TestClient desk;
  private String memory;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
    desk = server.administrator();
    JsonNode made = json(desk.send("POST", "/api/memories", Map.of("name", "Xəbərlər")));
    memory = "/api/memories/" + made.path("id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode bring(String path, String name, String content) throws Exception {
    HttpResponse<String> answer =
        desk.form(path, Map.of(), name, content.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer);
  }

  @Test
  void aMemoryComesInOnceAndGoesOutAsItCame() throws Exception {
    JsonNode first = bring(memory + "/import", "u.tmx", TMX);
    assertEquals(2, first.path("read").asInt());
    assertEquals(2, first.path("added").asInt());
    JsonNode again = bring(memory + "/import", "u.tmx", TMX);
    assertEquals(0, again.path("added").asInt());
    assertEquals(2, again.path("unchanged").asInt());
    HttpResponse<String> out = desk.get(memory + "/export?languages=az");
    assertTrue(out.body().contains("İkisi getdi."), out.body());
    assertFalse(out.body().contains("Two went."), out.body());
  }

  @Test
  void aMemoryGoesOutByDateDispatchAndPerson() throws Exception {
    String dated =
        TMX.replaceFirst("<tu>", "<tu creationdate=\"20250203T040506Z\" creationid=\"Nigar\">")
            .replaceFirst(
                "<tu>",
                "<tu creationdate=\"20250303T040506Z\" creationid=\"Orxan\"><prop"
                    + " type=\"x-document\">flood-2</prop>");
    bring(memory + "/import", "u.tmx", dated);
    for (String asked :
        List.of("since=2025-03-03", "until=2025-02-03", "person=nigar", "dispatch=FLOOD-2")) {
      boolean first = asked.startsWith("until") || asked.startsWith("person");
      String out = desk.get(memory + "/export?" + asked).body();
      assertEquals(first, out.contains("One came."), asked + ": " + out);
      assertEquals(!first, out.contains("Two went."), asked + ": " + out);
    }
    assertFalse(desk.get(memory + "/export?person=nobody").body().contains("<tu"));
    assertEquals(400, desk.get(memory + "/export?since=yesterday").statusCode());
    assertEquals(422, desk.get(memory + "/export?since=2025-02-02&until=2025-02-01").statusCode());
  }

  @Test
  void whatIsGoodOfACutFileIsKeptAndTheCutIsSaid() throws Exception {
    JsonNode report = bring(memory + "/import", "cut.tmx", TMX.substring(0, TMX.indexOf("İkisi")));
    assertTrue(report.path("cut").asBoolean(), report.toString());
    assertFalse(report.path("brokenOff").asText().isEmpty());
    assertEquals(1, json(desk.get(memory + "/units")).path("total").asInt());
  }

  @Test
  void aFileOfAnotherKindIsRefusedInOneSentence() throws Exception {
    HttpResponse<String> answer =
        desk.form(memory + "/import", Map.of(), "photo.png", new byte[] {1, 2, 3});
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(400, desk.form(memory + "/import", Map.of(), "", new byte[0]).statusCode());
    assertEquals(415, desk.send("POST", memory + "/import", Map.of()).statusCode());
  }

  @Test
  void aUnitIsFoundEditedDeletedAndRestored() throws Exception {
    bring(memory + "/import", "u.tmx", TMX);
    JsonNode found = json(desk.get(memory + "/units?search=gəldi&language=az"));
    assertEquals(1, found.path("total").asInt());
    JsonNode unit = found.path("items").get(0);
    String path = "/api/units/" + unit.path("id");
    Map<String, Object> text = Map.of("version", 1, "text", Map.of("plain", "Biri gəlib."));
    JsonNode edited = json(desk.send("PUT", path + "/variants/az", text));
    assertEquals(2, edited.path("version").asInt(), edited.toString());
    HttpResponse<String> late = desk.send("PUT", path + "/variants/az", text);
    assertEquals(409, late.statusCode());
    assertEquals(2, json(late).path("current").path("version").asInt());
    JsonNode deleted = json(desk.delete(path + "?version=2"));
    assertTrue(deleted.path("deleted").asBoolean());
    assertEquals(1, json(desk.get(memory + "/units?deleted=true")).path("total").asInt());
    HttpResponse<String> back =
        desk.send("POST", path + "/restore", Map.of("version", deleted.path("version")));
    assertEquals(200, back.statusCode(), back.body());
    assertEquals(4, json(desk.get(path + "/history")).path("items").size());
  }

  @Test
  void aGlossaryComesInAndGoesOut() throws Exception {
    JsonNode report = bring("/api/glossary/import", "g.csv", "en,az\r\nGanja,Gəncə\r\n");
    assertEquals(1, report.path("added").asInt());
    for (String format : List.of("csv", "tsv", "tbx")) {
      HttpResponse<String> out = desk.get("/api/glossary/export?format=" + format);
      assertTrue(out.body().contains("Gəncə"), format + ": " + out.body());
    }
    assertEquals(422, desk.get("/api/glossary/export?format=doc").statusCode());
  }

  @Test
  void whatATranslatorAddsIsOnlyProposedAndTheyMayNotImport() throws Exception {
    TestClient translator = server.somebody("Leyla", Role.TRANSLATOR);
    JsonNode concept =
        json(
            translator.send(
                "POST",
                "/api/concepts",
                Map.of(
                    "state",
                    "approved",
                    "terms",
                    List.of(Map.of("language", "en", "text", "Ganja")))));
    assertEquals("proposed", concept.path("state").asText(), concept.toString());
    assertEquals("proposed", concept.path("terms").get(0).path("state").asText());
    assertEquals(
        403,
        translator
            .form("/api/glossary/import", Map.of(), "g.csv", new byte[] {'e', 'n'})
            .statusCode());
    assertEquals(
        403, translator.send("POST", "/api/memories", Map.of("name", "Mine")).statusCode());
  }

  @Test
  void aConceptChangedMeanwhileIsShownAndNotOverwritten() throws Exception {
    Map<String, Object> body =
        Map.of("version", 1, "terms", List.of(Map.of("language", "en", "text", "Ganja")));
    JsonNode concept = json(desk.send("POST", "/api/concepts", body));
    String path = "/api/concepts/" + concept.path("id");
    Map<String, Object> change =
        Map.of(
            "version", concept.path("version"),
            "definition", "A city.",
            "terms", List.of(Map.of("language", "en", "text", "Ganja")));
    assertEquals(200, desk.send("PUT", path, change).statusCode());
    HttpResponse<String> late = desk.send("PUT", path, change);
    assertEquals(409, late.statusCode(), late.body());
    assertEquals("A city.", json(late).path("current").path("definition").asText());
  }
}
