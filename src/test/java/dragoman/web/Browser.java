package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dragoman.Dragoman;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * A real Chromium before the real server on a folder of its own. Registered as a static extension,
 * it serves all tests of a class; each page is a person of its own, signed in by link. After each
 * test the pages are closed and their consoles must be free of errors, but for those that the test
 * said it would cause.
 */
final class Browser
    implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, AutoCloseable {
  /** Milliseconds until an expectation fails: long, since other work may share the machine. */
  private static final int PATIENCE = 30_000;

  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final List<String> expected = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

  private Path data;
  private TestServer server;
  private Playwright playwright;
  private com.microsoft.playwright.Browser chromium;
  private BrowserContext desk;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path executable = executable().orElseGet(Browser::skip);
    data = Files.createTempDirectory("dragoman-browser");
    server = new TestServer(data);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking")));
  }

  /** A page that nobody has signed in on, in a profile of its own. */
  Page stranger() {
    return watched(profile().newPage());
  }

  /** A tab of the administrator. */
  Page page() {
    if (desk == null) {
      desk = profile();
      Page page = watched(desk.newPage());
      page.navigate(server.linkPath());
      page.waitForURL("**/dispatches");
      return page;
    }
    return watched(desk.newPage());
  }

  private BrowserContext profile() {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setAcceptDownloads(true)
            .setBaseURL(server.web.address()));
  }

  /** The rooms behind the server, to prepare and to look after. */
  Dragoman dragoman() {
    return server.dragoman;
  }

  /** Where the server answers. */
  String address() {
    return server.web.address();
  }

  /** Says that the test will cause an error in the console which contains this. */
  void expectError(String part) {
    expected.add(part);
  }

  private Page watched(Page page) {
    pages.add(page);
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> errors.add("uncaught: " + error));
    return page;
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      errors.add(message.text() + " (" + message.location() + ")");
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (Page page : pages) {
      page.close();
      if (page.context() != desk) {
        page.context().close();
      }
    }
    pages.clear();
    List<String> unexpected =
        errors.stream().filter(error -> expected.stream().noneMatch(error::contains)).toList();
    errors.clear();
    expected.clear();
    if (context.getExecutionException().isEmpty()) {
      assertEquals(List.of(), unexpected, "errors in the browser's console");
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    if (playwright != null) {
      playwright.close();
    }
    if (server != null) {
      server.close();
    }
    if (data != null) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Optional<Path> executable() {
    String named = System.getenv("CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** No browser: the tests are skipped so that it is seen; where CI runs them, they fail. */
  private static Path skip() {
    String message =
        "No Chromium was found, so the browser tests did not run: install chromium, or name one in"
            + " the environment variable CHROMIUM.";
    if ("true".equals(System.getenv("CI"))) {
      return fail(message);
    }
    System.err.println(message);
    throw new TestAbortedException(message);
  }
}
