package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The events of an open page, once the server has said that it is open. */
final class EventStream {
  private final BufferedReader lines;

  EventStream(TestClient client, String path) throws Exception {
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
