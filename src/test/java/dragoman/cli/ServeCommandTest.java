package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process, as a person starts and stops it. */
@Timeout(180)
class ServeCommandTest {
  @Test
  void theServerPrintsOneLineAnswersAndEndsWhenItIsTold(@TempDir Path folder) throws Exception {
    Process server = start("serve", "--port", "0", "--data", folder.toString());
    try (BufferedReader out = reader(server)) {
      String line = out.readLine();
      assertTrue(
          line.matches("Dragoman is at http://127\\.0\\.0\\.1:\\d+/sign-in\\?link=\\S+"), line);
      URI link = URI.create(line.substring(line.indexOf("http")));
      HttpClient browser =
          HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
      var page = browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("importmap"));
      server.toHandle().destroy();
      assertTrue(server.waitFor(10, TimeUnit.SECONDS));
      assertEquals(null, out.readLine());
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      String said = refusal("serve", "--port", port, "--data", folder.toString());
      assertTrue(said.contains("Port " + port + " of 127.0.0.1 is taken"), said);
    }
  }

  @Test
  void aHostThatIsNotThisMachinesIsSaidInOneLine(@TempDir Path folder) throws Exception {
    String said =
        refusal("serve", "--host", "192.0.2.1", "--port", "0", "--data", folder.toString());
    assertTrue(said.contains("192.0.2.1 is not an address of this machine"), said);
  }

  @Test
  void aDataFolderInUseIsSaidInOneLine(@TempDir Path folder) throws Exception {
    Process server = start("serve", "--port", "0", "--data", folder.toString());
    try (BufferedReader out = reader(server)) {
      assertTrue(out.readLine().startsWith("Dragoman is at"));
      String said = refusal("serve", "--port", "0", "--data", folder.toString());
      assertTrue(said.contains("Another process has the data folder"), said);
    } finally {
      server.destroyForcibly();
    }
  }

  private static String refusal(String... arguments) throws Exception {
    Process process = start(arguments);
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertEquals(1, said.strip().lines().count(), said);
    assertFalse(said.contains("Exception"), said);
    return said;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dragoman.Dragoman"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
