package dragoman.web;

import static dragoman.web.TestClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Person;
import dragoman.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aLinkSignsInOnceOnly() throws Exception {
    String link = server.linkPath();
    TestClient first = server.stranger();
    HttpResponse<String> in = first.get(link);
    assertEquals(303, in.statusCode());
    assertEquals("/", in.headers().firstValue("Location").orElse(""));
    String cookie = in.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    JsonNode session = json(first.get("/api/session"));
    assertEquals("Desk", session.path("person").path("name").asText());
    assertEquals("administrator", session.path("person").path("role").asText());

    TestClient second = server.stranger();
    HttpResponse<String> late = second.get(link);
    assertEquals("/sign-in-page?used=1", late.headers().firstValue("Location").orElse(""));
    assertFalse(late.headers().firstValue("Set-Cookie").isPresent());
    assertEquals(401, second.get("/api/session").statusCode());
  }

  @Test
  void aFreshLinkReplacesTheFormer() throws Exception {
    String former = server.linkPath();
    server.linkPath();
    TestClient client = server.stranger();
    client.get(former);
    assertEquals(401, client.get("/api/session").statusCode());
  }

  @Test
  void aStrangerIsAskedToSignInOnEverythingUnderApi() throws Exception {
    TestClient stranger = server.stranger();
    for (String path :
        new String[] {
          "/api/session",
          "/api/languages",
          "/api/people",
          "/api/concepts",
          "/api/nothing",
          "/api/events",
          "/api/openapi.json",
          "/api/tokens",
          "/api/audit"
        }) {
      HttpResponse<String> answer = stranger.get(path);
      assertEquals(401, answer.statusCode(), path);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""), path);
    }
    assertEquals(401, stranger.delete("/api/concepts/1").statusCode());
    assertEquals(200, stranger.get("/").statusCode());
  }

  @Test
  void aChangeNeedsTheTokenOfThePage() throws Exception {
    TestClient desk = server.administrator();
    Map<String, String> person = Map.of("name", "Aytən", "initials", "AY", "role", "translator");
    String token = desk.headers.remove("X-CSRF-Token");
    assertEquals(403, desk.send("POST", "/api/people", person).statusCode());
    desk.headers.put("X-CSRF-Token", "wrong");
    assertEquals(403, desk.send("POST", "/api/people", person).statusCode());
    desk.headers.put("X-CSRF-Token", token);
    assertEquals(201, desk.send("POST", "/api/people", person).statusCode());
  }

  @Test
  void aPageOfAnotherSiteCannotChangeAnything() throws Exception {
    TestClient desk = server.administrator();
    desk.headers.put("Origin", "http://elsewhere.example");
    HttpResponse<String> answer =
        desk.send("POST", "/api/session", Map.of("name", "Desk", "password", "x"));
    assertEquals(403, answer.statusCode());
    desk.headers.put("Origin", server.web.address());
    assertEquals(204, desk.delete("/api/session").statusCode());
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() throws Exception {
    TestClient desk = server.administrator();
    String cookie = desk.cookies.getCookieStore().getCookies().get(0).toString();
    assertEquals(204, desk.delete("/api/session").statusCode());
    TestClient thief = server.stranger();
    thief.headers.put("Cookie", cookie);
    assertEquals(401, thief.get("/api/session").statusCode());
  }

  @Test
  void aSessionOutlivesTheServer() throws Exception {
    TestClient desk = server.administrator();
    String value = desk.cookies.getCookieStore().getCookies().get(0).getValue();
    server.close();
    server = new TestServer(folder);
    TestClient again = server.stranger();
    int port = java.net.URI.create(server.web.address()).getPort();
    again.headers.put("Cookie", "dragoman-" + port + "=" + value);
    assertEquals("Desk", json(again.get("/api/session")).path("person").path("name").asText());
  }

  @Test
  void aPasswordSignsInAndTooManyWrongOnesDoNot() throws Exception {
    TestClient desk = server.administrator();
    assertEquals(
        422, desk.send("PUT", "/api/session/password", Map.of("password", "short")).statusCode());
    assertEquals(
        204,
        desk.send("PUT", "/api/session/password", Map.of("password", "Göygöl dağ havası"))
            .statusCode());
    TestClient right = server.stranger();
    HttpResponse<String> in =
        right.send("POST", "/api/session", Map.of("name", "Desk", "password", "Göygöl dağ havası"));
    assertEquals(200, in.statusCode());
    assertFalse(json(in).path("csrf").asText().isEmpty());
    TestClient wrong = server.stranger();
    for (int i = 0; i < 5; i++) {
      assertEquals(
          401,
          wrong
              .send("POST", "/api/session", Map.of("name", "Desk", "password", "guess " + i))
              .statusCode());
    }
    HttpResponse<String> refused =
        wrong.send("POST", "/api/session", Map.of("name", "Desk", "password", "Göygöl dağ havası"));
    assertEquals(429, refused.statusCode());
    assertTrue(refused.headers().firstValue("Retry-After").isPresent());
  }

  @Test
  void whoHasAPasswordWritesItToHaveAnother() throws Exception {
    TestClient desk = server.administrator();
    String path = "/api/session/password";
    assertEquals(422, desk.send("PUT", path, Map.of("password", " ".repeat(10))).statusCode());
    assertEquals(204, desk.send("PUT", path, Map.of("password", "Göygöl dağ havası")).statusCode());
    assertEquals(
        422, desk.send("PUT", path, Map.of("password", "another one, longer")).statusCode());
    assertEquals(
        422,
        desk.send(
                "PUT", path, Map.of("password", "another one, longer", "current", "a guess at it"))
            .statusCode());
    assertEquals(
        204,
        desk.send(
                "PUT",
                path,
                Map.of("password", "another one, longer", "current", "Göygöl dağ havası"))
            .statusCode());
  }

  @Test
  void aTokenMakesNoTokens() throws Exception {
    TestClient desk = server.administrator();
    JsonNode issued = json(desk.send("POST", "/api/tokens", Map.of("label", "nightly")));
    TestClient program = server.stranger();
    program.headers.put("Authorization", "Bearer " + issued.path("token").asText());
    HttpResponse<String> refused = program.send("POST", "/api/tokens", Map.of("label", "child"));
    assertEquals(403, refused.statusCode());
    assertEquals(1, json(desk.get("/api/tokens")).path("total").asInt());
  }

  @Test
  void aTokenActsForAProgramUntilItIsRevoked() throws Exception {
    TestClient desk = server.administrator();
    JsonNode issued = json(desk.send("POST", "/api/tokens", Map.of("label", "nightly")));
    TestClient program = server.stranger();
    program.headers.put("Authorization", "Bearer " + issued.path("token").asText());
    assertEquals(200, program.get("/api/people").statusCode());
    assertEquals(
        201,
        program
            .send(
                "POST",
                "/api/people",
                Map.of("name", "Nigar", "initials", "NG", "role", "maintainer"))
            .statusCode());
    JsonNode tokens = json(desk.get("/api/tokens"));
    assertFalse(tokens.toString().contains(issued.path("token").asText()));
    long id = tokens.path("items").get(0).path("id").asLong();
    assertEquals(204, desk.delete("/api/tokens/" + id).statusCode());
    assertEquals(401, program.get("/api/people").statusCode());
  }

  @Test
  void whoIsNotAnAdministratorMayNotChangePeople() throws Exception {
    TestClient translator = server.somebody("Leyla", Role.TRANSLATOR);
    HttpResponse<String> answer =
        translator.send(
            "POST", "/api/people", Map.of("name", "X", "initials", "X", "role", "translator"));
    assertEquals(403, answer.statusCode());
    assertTrue(json(answer).path("detail").asText().contains("Leyla may not change people"));
    assertEquals(403, translator.get("/api/audit").statusCode());
  }

  @Test
  void whoIsMadeInactiveIsSignedOutAndTheirLinksAndTokensStop() throws Exception {
    TestClient desk = server.administrator();
    TestClient leyla = server.somebody("Leyla", Role.TRANSLATOR);
    Person person = server.dragoman.accounts().people().find("Leyla").orElseThrow();
    String secret =
        json(leyla.send("POST", "/api/tokens", Map.of("label", "mine"))).path("token").asText();
    String link = server.linkPath(person);
    HttpResponse<String> changed =
        desk.send(
            "PATCH",
            "/api/people/" + person.id(),
            Map.of("version", person.version(), "active", false));
    assertEquals(200, changed.statusCode());
    assertEquals(401, leyla.get("/api/session").statusCode());
    TestClient program = server.stranger();
    program.headers.put("Authorization", "Bearer " + secret);
    assertEquals(401, program.get("/api/session").statusCode());
    TestClient late = server.stranger();
    late.get(link);
    assertEquals(401, late.get("/api/session").statusCode());
  }

  @Test
  void aChangeOfSomebodyChangedMeanwhileIsRefusedWithWhatIsThereNow() throws Exception {
    TestClient desk = server.administrator();
    JsonNode added =
        json(
            desk.send(
                "POST",
                "/api/people",
                Map.of("name", "Nigar", "initials", "NG", "role", "translator")));
    String path = "/api/people/" + added.path("person").path("id").asLong();
    Map<String, Object> change = Map.of("version", 1, "role", "chief");
    assertEquals(200, desk.send("PATCH", path, change).statusCode());
    HttpResponse<String> late = desk.send("PATCH", path, Map.of("version", 1, "initials", "N"));
    assertEquals(409, late.statusCode());
    assertEquals("chief", json(late).path("current").path("role").asText());
  }

  @Test
  void theLastAdministratorStays() throws Exception {
    TestClient desk = server.administrator();
    HttpResponse<String> answer =
        desk.send("PATCH", "/api/people/1", Map.of("version", 1, "role", "translator"));
    assertEquals(422, answer.statusCode());
    assertTrue(json(answer).path("detail").asText().contains("last administrator"));
  }

  @Test
  void theAuditTrailTellsWhoDidWhatLatestFirst() throws Exception {
    TestClient desk = server.administrator();
    desk.send(
        "POST", "/api/people", Map.of("name", "Nigar", "initials", "NG", "role", "translator"));
    JsonNode trail = json(desk.get("/api/audit?limit=2"));
    assertEquals("link made", trail.path("items").get(0).path("action").asText());
    assertEquals("person added", trail.path("items").get(1).path("action").asText());
    assertEquals("Desk", trail.path("items").get(1).path("who").asText());
    assertTrue(trail.path("total").asLong() >= 4);
  }
}
