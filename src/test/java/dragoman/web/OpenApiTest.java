package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
  private static TestServer server;
  private static TestClient desk;
  private static JsonNode api;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
    desk = server.administrator();
    api = json(desk.get("/api/openapi.json"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
    TreeSet<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    assertEquals(new TreeSet<>(server.web.apiRoutes()), described);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (String reference : api.findValuesAsText("$ref")) {
      JsonNode target = api.at(reference.substring(1));
      assertTrue(!target.isMissingNode(), reference);
    }
  }

  @Test
  void realAnswersAreWhatTheDescriptionSays() throws Exception {
    String source = "The road to Barda is open.";
    HttpResponse<String> created =
        desk.form(
            "/api/dispatches",
            Map.of("source", "en", "targets", "az,ru"),
            "road.txt",
            source.getBytes(StandardCharsets.UTF_8));
    String dispatch = "/api/dispatches/" + json(created).path("id");
    String terms = "[{\"language\":\"en\",\"text\":\"Barda\"}," + term("az", "Bərdə") + "]";
    check("post", "/api/concepts", desk.send("POST", "/api/concepts", "{\"terms\":" + terms + "}"));
    check("post", "/api/dispatches", created);
    check(
        "post",
        "/api/dispatches/preview",
        desk.form("/api/dispatches/preview", Map.of("text", source), "", new byte[0]));
    rearranged();
    String rows = dispatch + "/segments?language=az";
    check("get", "/api/dispatches/{id}/segments", desk.get(rows));
    String segment = dispatch + "/segments/" + json(desk.get(rows)).at("/items/0/id");
    String path = "/api/dispatches/{id}/segments/{segment}";
    check(
        "put",
        path + "/translations/{language}",
        desk.send(
            "PUT",
            segment + "/translations/az",
            "{\"version\":0,\"state\":\"translated\",\"target\":{\"plain\":\"Barda yolu.\"}}"));
    check("get", path + "/help", desk.get(segment + "/help?language=az"));
    check("get", path + "/help", desk.get(segment + "/help?language=ru"));
    check("get", path + "/history", desk.get(segment + "/history?language=az"));
    check("get", "/api/dispatches/{id}/findings", desk.get(dispatch + "/findings?language=az"));
    check(
        "post",
        "/api/dispatches/{id}/pretranslate",
        desk.send("POST", dispatch + "/pretranslate", "{\"languages\":[\"ru\"]}"));
    check("post", "/api/tokens", desk.send("POST", "/api/tokens", "{\"label\":\"x\"}"));
    check(
        "post",
        "/api/people",
        desk.send("POST", "/api/people", "{\"name\":\"N\",\"initials\":\"N\",\"role\":\"chief\"}"));
    splitting();
    aligned();
    for (String list :
        List.of(
            "/api/session",
            "/api/languages",
            "/api/people",
            "/api/tokens",
            "/api/audit",
            "/api/dispatches",
            "/api/memories",
            "/api/alignments",
            "/api/index",
            "/api/splitting/rules",
            "/api/splitting/models",
            "/api/concepts")) {
      check("get", list, desk.get(list));
    }
    String concept =
        "/api/concepts/" + json(desk.get("/api/concepts")).at("/items/0/id") + "/history";
    check("get", "/api/concepts/{id}/history", desk.get(concept));
    impact();
    proposal();
    String memory = "/api/memories/" + json(desk.get("/api/memories")).at("/items/0/id");
    check("get", "/api/memories/{id}/units", desk.get(memory + "/units"));
    check("get", "/api/memories/{id}/figures", desk.get(memory + "/figures"));
    String unit = "/api/units/" + json(desk.get(memory + "/units")).at("/items/0/id");
    check("get", "/api/units/{id}", desk.get(unit));
    check("get", "/api/units/{id}/history", desk.get(unit + "/history"));
    check("get", "/api/concordance", desk.get("/api/concordance?search=Barda&language=en&to=az"));
    check(
        "post",
        "/api/memories/{id}/import",
        desk.form(memory + "/import", Map.of(), "u.csv", "en,az\r\nOne.,Bir.\r\n".getBytes(UTF_8)));
    care(memory);
  }

  private static void care(String memory) throws Exception {
    desk.form(
        memory + "/import", Map.of(), "n.csv", "en,az\r\nWe saw 40.,Gördük.\r\n".getBytes(UTF_8));
    String path = "/api/memories/{id}/care";
    check("post", path, desk.send("POST", memory + "/care", "{}"));
    HttpResponse<String> survey = desk.get(memory + "/care");
    while (json(survey).path("state").asText().equals("running")) {
      survey = desk.get(memory + "/care");
    }
    check("get", path, survey);
    check("get", path + "/findings", desk.get(memory + "/care/findings"));
    HttpResponse<String> planned =
        desk.send("POST", memory + "/care/steps", "{\"action\":\"delete\"}");
    check("post", path + "/steps", planned);
    String step = "/api/care/steps/" + json(planned).path("id");
    while (json(desk.get(step)).path("state").asText().equals("planning")) {
      Thread.yield();
    }
    check("get", "/api/care/steps/{step}/units", desk.get(step + "/units"));
    check("post", "/api/care/steps/{step}/apply", desk.send("POST", step + "/apply", "{}"));
    while (json(desk.get(step)).path("state").asText().equals("applying")) {
      Thread.yield();
    }
    check("get", "/api/care/steps/{step}", desk.get(step));
    check("get", path + "/steps", desk.get(memory + "/care/steps"));
    check("post", "/api/care/steps/{step}/undo", desk.send("POST", step + "/undo", "{}"));
  }

  private static void proposal() throws Exception {
    String names =
        "{\"sourceLanguage\":\"en\",\"source\":\"Terter\",\"language\":\"az\",\"target\":\"%s\"}";
    TestClient translator = server.somebody("Nigar", dragoman.account.Role.TRANSLATOR);
    HttpResponse<String> proposed =
        translator.send("POST", "/api/glossary/proposals", names.formatted("Tərtər"));
    check("post", "/api/glossary/proposals", proposed);
    String concept = "/api/concepts/" + json(proposed).path("id");
    assertEquals(
        403, translator.send("POST", concept + "/decline", "{\"version\":1}").statusCode());
    check("get", "/api/notices", desk.get("/api/notices"));
    assertEquals(1, json(desk.get("/api/notices")).path("unread").asInt());
    assertEquals(
        204,
        desk.send("POST", concept + "/decline", "{\"version\":1,\"why\":\"no\"}").statusCode());
    assertEquals(
        "Desk declined “Terter · Tərtər”: “no”.",
        json(translator.get("/api/notices")).at("/items/0/text").asText());
    String last = json(translator.get("/api/notices")).at("/items/0/id").asText();
    assertEquals(204, translator.send("POST", "/api/notices/read?last=" + last, "{}").statusCode());
    assertEquals(0, json(translator.get("/api/notices")).path("unread").asInt());
  }

  private static void impact() throws Exception {
    HttpResponse<String> concept =
        desk.send("POST", "/api/concepts", "{\"terms\":[" + term("en", "Agdash") + "]}");
    String impacts = "/api/glossary/impacts";
    HttpResponse<String> look =
        desk.send(
            "POST",
            impacts,
            "{\"concept\":{\"id\":%s,\"version\":1,\"terms\":[%s,%s]}}"
                .formatted(json(concept).path("id"), term("en", "Agdash"), term("az", "Ağdaş")));
    check("post", impacts, look);
    String one = impacts + "/" + json(look).path("id");
    JsonNode seen = json(desk.get(one));
    while (seen.path("state").asText().equals("looking")) {
      seen = json(desk.get(one));
    }
    check("get", impacts + "/{id}", desk.get(one));
    check("get", impacts + "/{id}/places", desk.get(one + "/places"));
    check(
        "post",
        impacts + "/{id}/apply",
        desk.send("POST", one + "/apply", "{\"all\":true,\"why\":\"as they write it\"}"));
    check("get", impacts, desk.get(impacts + "?concept=" + json(concept).path("id")));
  }

  private static void rearranged() throws Exception {
    String text = "Gen. Maharramov spoke. He left.";
    String dispatch =
        "/api/dispatches/"
            + json(desk.form(
                    "/api/dispatches",
                    Map.of("text", text, "source", "en", "targets", "az"),
                    "",
                    new byte[0]))
                .path("id");
    JsonNode rows = json(desk.get(dispatch + "/segments?language=az")).path("items");
    String path = "/api/dispatches/{id}/segments/{segment}";
    String segment = dispatch + "/segments/" + rows.at("/0/id");
    HttpResponse<String> joined =
        desk.send(
            "POST",
            segment + "/join",
            "{\"language\":\"az\",\"version\":1,\"nextVersion\":1,\"next\":"
                + rows.at("/1/id")
                + "}");
    check("post", path + "/join", joined);
    check(
        "post",
        "/api/dispatches/{id}/splitting/{example}/undo",
        desk.send(
            "POST",
            dispatch + "/splitting/" + json(joined).path("example") + "/undo",
            "{\"language\":\"az\"}"));
    check(
        "post",
        "/api/dispatches/{id}/update",
        desk.form(dispatch + "/update", Map.of("text", text, "preview", "true"), "", new byte[0]));
    check(
        "post",
        "/api/dispatches/{id}/update",
        desk.form(dispatch + "/update", Map.of("text", text, "version", "1"), "", new byte[0]));
    check(
        "post",
        "/api/dispatches/{id}/update/undo",
        desk.send("POST", dispatch + "/update/undo", "{\"version\":2}"));
    check(
        "post",
        path + "/split",
        desk.send("POST", segment + "/split", "{\"language\":\"az\",\"version\":3,\"at\":4}"));
  }

  private static void splitting() throws Exception {
    String rules = "/api/splitting/rules";
    HttpResponse<String> rule =
        desk.send("POST", rules, "{\"language\":\"en\",\"kind\":\"hold\",\"before\":\"qz\\\\.\"}");
    check("post", rules, rule);
    String one = rules + "/" + json(rule).path("id");
    check("get", rules + "/{id}", desk.get(one));
    check(
        "put",
        rules + "/{id}",
        desk.send("PUT", one, "{\"version\":1,\"kind\":\"break\",\"before\":\"qz\"}"));
    check("post", rules + "/{id}/move", desk.send("POST", one + "/move", "{\"version\":2}"));
    check("get", rules + "/{id}/history", desk.get(one + "/history"));
    check(
        "post",
        "/api/splitting/preview",
        desk.send(
            "POST",
            "/api/splitting/preview",
            "{\"language\":\"en\",\"text\":\"Mr. A qz came. B left.\"}"));
    check(
        "post",
        "/api/splitting/import",
        desk.form(
            "/api/splitting/import",
            Map.of(),
            "own.srx",
            desk.get("/api/splitting/export").body().getBytes(UTF_8)));
    check(
        "post",
        "/api/splitting/import/undo",
        desk.send("POST", "/api/splitting/import/undo", "{\"rules\":[]}"));
  }

  private static void aligned() throws Exception {
    Map<String, String> texts =
        Map.of(
            "text1",
            "The bridge at Barda is open. Two schools were closed.",
            "language1",
            "en",
            "text2",
            "Bərdədəki körpü açıqdır. İki məktəb bağlanıb.",
            "language2",
            "az");
    String all = "/api/alignments";
    check("post", all + "/preview", desk.form(all + "/preview", texts, "", new byte[0]));
    HttpResponse<String> made = desk.form(all, texts, "", new byte[0]);
    check("post", all, made);
    String one = all + "/" + json(made).path("id");
    String path = all + "/{id}";
    check("get", path, desk.get(one));
    check("patch", path, desk.send("PATCH", one, "{\"version\":1,\"name\":\"Barda\"}"));
    check("get", path + "/links", desk.get(one + "/links?order=doubtful"));
    JsonNode first = json(desk.get(one + "/links")).at("/items/0");
    String segment = one + "/segments/" + first.at("/sides/0/0/id");
    check(
        "post",
        path + "/segments/{segment}/split",
        desk.send("POST", segment + "/split", "{\"version\":2,\"at\":11}"));
    check("post", path + "/undo", desk.send("POST", one + "/undo", "{\"version\":3}"));
    check(
        "post",
        path + "/segments/{segment}/join",
        desk.send("POST", segment + "/join", "{\"version\":4}"));
    check("post", path + "/undo", desk.send("POST", one + "/undo", "{\"version\":5}"));
    String sides =
        "[[" + first.at("/sides/0/0/id") + "],[]],[[],[" + first.at("/sides/1/0/id") + "]]";
    check(
        "post",
        path + "/links",
        desk.send(
            "POST",
            one + "/links",
            "{\"version\":6,\"links\":[" + first.path("id") + "],\"groups\":[" + sides + "]}"));
    check(
        "post",
        path + "/accept",
        desk.send("POST", one + "/accept", "{\"version\":7,\"threshold\":0.1}"));
    String memory = json(desk.get("/api/memories")).at("/items/0/id").toString();
    check(
        "post",
        path + "/save",
        desk.send("POST", one + "/save", "{\"version\":8,\"memory\":" + memory + "}"));
    check(
        "post",
        path + "/languages",
        desk.send("POST", one + "/languages", "{\"version\":8,\"languages\":[\"en\",\"az\"]}"));
    desk.delete(one + "?version=9");
    check("post", path + "/restore", desk.send("POST", one + "/restore", "{\"version\":10}"));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static String term(String language, String text) {
    return "{\"language\":\"" + language + "\",\"text\":\"" + text + "\"}";
  }

  private static void check(String method, String path, HttpResponse<String> answer)
      throws Exception {
    assertTrue(answer.statusCode() < 300, path + ": " + answer.body());
    JsonNode schema =
        api.path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(answer.statusCode()))
            .path("content")
            .path("application/json")
            .path("schema");
    assertTrue(!schema.isMissingNode(), method + " " + path + " " + answer.statusCode());
    List<String> wrong = new ArrayList<>();
    hold(schema, json(answer), method + " " + path, wrong);
    assertEquals(List.of(), wrong);
  }

  /** The part of JSON Schema that the description uses; unknown members are wrong here too. */
  private static void hold(JsonNode given, JsonNode value, String where, List<String> wrong) {
    JsonNode schema = given;
    if (schema.has("oneOf")) {
      if (value.isNull()) {
        return;
      }
      schema = schema.path("oneOf").get(0);
    }
    if (schema.has("$ref")) {
      schema = api.at(schema.path("$ref").asText().substring(1));
    }
    JsonNode type = schema.path("type");
    boolean nullable = type.isArray();
    String name = nullable ? type.get(0).asText() : type.asText();
    if (nullable && value.isNull()) {
      return;
    }
    boolean fits =
        switch (name) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          default -> true;
        };
    if (!fits) {
      wrong.add(where + " is not " + name + ": " + value);
      return;
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      wrong.add(where + " is none of " + schema.path("enum") + ": " + value);
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        wrong.add(where + " lacks " + required.asText());
      }
    }
    if (schema.has("properties")) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        JsonNode own = schema.path("properties").path(member.getKey());
        if (own.isMissingNode()) {
          wrong.add(where + " has " + member.getKey() + ", which is not described");
        } else {
          hold(own, member.getValue(), where + "." + member.getKey(), wrong);
        }
      }
    }
    for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
      hold(schema.path("items"), item, where + "[]", wrong);
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
