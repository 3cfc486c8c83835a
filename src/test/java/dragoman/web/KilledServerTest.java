package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.Dragoman;
import dragoman.language.LanguageTag;
import dragoman.memory.Match;
import dragoman.memory.Query;
import dragoman.text.TaggedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real server process while sentences are being confirmed, again and again on the same
 * data folder: what it acknowledged must be there.
 */
class KilledServerTest {
  private static final int TIMES = 20;
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final String[] WORDS = {
    "bridge", "convoy", "doctor", "engine", "flour", "garden", "harbour", "island", "journal",
    "kettle", "lantern", "market", "needle", "orchard", "pillar", "quarry", "river", "school"
  };

  private final Map<String, String> acknowledged = new LinkedHashMap<>();
  private final Random random = new Random(20);

  @Test
  void everyAcknowledgedSentenceIsThereAfterTwentyKills(@TempDir Path folder, @TempDir Path packed)
      throws Exception {
    ServerProgram program = ServerProgram.packed(packed);
    for (int time = 0; time < TIMES; time++) {
      confirmUntilKilled(program, folder, time);
    }
    assertTrue(acknowledged.size() >= TIMES, "acknowledged: " + acknowledged.size());
    try (Dragoman dragoman = Dragoman.open(folder)) {
      List<String> inDatabase = new ArrayList<>();
      dragoman
          .memories()
          .list()
          .forEach(
              memory ->
                  dragoman
                      .memories()
                      .eachUnit(
                          memory,
                          unit ->
                              inDatabase.add(
                                  unit.variant(EN).orElseThrow().text().plain()
                                      + "="
                                      + unit.variant(AZ).orElseThrow().text().plain())));
      for (Map.Entry<String, String> sentence : acknowledged.entrySet()) {
        String unit = sentence.getKey() + "=" + sentence.getValue();
        assertTrue(inDatabase.contains(unit), "lost in the database: " + unit);
        List<Match> found =
            dragoman
                .memories()
                .lookup(
                    new Query(
                        EN,
                        AZ,
                        TaggedText.of(sentence.getKey()),
                        Optional.empty(),
                        100,
                        5,
                        List.of()));
        assertEquals(
            sentence.getValue(),
            found.isEmpty() ? "nothing" : found.get(0).target().text().plain(),
            "found for: " + sentence.getKey());
      }
    }
  }

  private void confirmUntilKilled(ServerProgram program, Path folder, int time) throws Exception {
    Process server = program.serve(folder);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      URI link = URI.create(line.substring(line.indexOf("http")));
      TestClient client = new TestClient("http://" + link.getAuthority());
      client.get(link.getPath() + "?" + link.getQuery());
      client.takeCsrf();
      int stopBehind = 1 + random.nextInt(12);
      confirm(client, server, time, stopBehind);
    } finally {
      server.destroyForcibly();
      assertTrue(server.waitFor(20, TimeUnit.SECONDS));
    }
  }

  /** Confirms one sentence after the other; the kill comes while one of them is under way. */
  private void confirm(TestClient client, Process server, int time, int stopBehind)
      throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      text.append(sentence(time, i)).append("\n\n");
    }
    JsonNode dispatch =
        client.json(
            client.form(
                "/api/dispatches",
                Map.of(
                    "text", text.toString(), "source", "en", "targets", "az", "slug", "k" + time),
                "",
                new byte[0]));
    String path = "/api/dispatches/" + dispatch.path("id").asLong() + "/segments";
    JsonNode segments = client.json(client.get(path + "?language=az&limit=50")).path("items");
    int confirmed = 0;
    for (JsonNode segment : segments) {
      String source = segment.path("source").path("plain").asText();
      String target = "Cümlə " + time + " " + segment.path("number").asInt() + ": " + source;
      Thread killer = new Thread(server::destroyForcibly);
      if (confirmed == stopBehind) {
        killer.start();
      }
      try {
        HttpResponse<String> answer =
            client.send(
                "PUT",
                path + "/" + segment.path("id").asLong() + "/translations/az",
                Map.of(
                    "version",
                    segment.path("version").asLong(),
                    "target",
                    Map.of("plain", target, "tags", List.of()),
                    "state",
                    "translated"));
        assertEquals(200, answer.statusCode(), answer.body());
        acknowledged.put(source, target);
        confirmed++;
      } catch (IOException killed) {
        assertEquals(stopBehind, confirmed, "the server went away by itself: " + killed);
      }
      if (confirmed >= stopBehind && killer.getState() != Thread.State.NEW) {
        killer.join();
        return;
      }
    }
  }

  private String sentence(int time, int number) {
    StringBuilder sentence = new StringBuilder("Report ");
    for (int i = 0; i < 6; i++) {
      sentence.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return sentence.append("from place ").append(time * 100 + number).append('.').toString();
  }
}
