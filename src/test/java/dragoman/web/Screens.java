package dragoman.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dragoman.Dragoman;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.Upload;
import dragoman.exchange.ConceptFile;
import dragoman.exchange.UnitFile;
import dragoman.glossary.ConceptWriter;
import dragoman.glossary.State;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import dragoman.memory.UnitWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the tests of all screens do with a page. */
final class Screens {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Screens() {}

  /** The button whose name contains this. */
  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** What is told at the foot of the screen. */
  static Locator told(Page page, String part) {
    return page.locator(".told > div").filter(new Locator.FilterOptions().setHasText(part));
  }

  /** Takes back what was just told. */
  static void undo(Page page, String part) {
    told(page, part).getByRole(AriaRole.BUTTON).last().click();
  }

  /** Gives a desk our sample memory, glossary and one dispatch. */
  static void stock(Dragoman dragoman) throws IOException {
    Memory news = dragoman.memories().create("News", "Desk");
    try (UnitWriter writer = dragoman.memories().writer(news, "Desk");
        InputStream tmx = Files.newInputStream(Path.of("tmx", "news.tmx"))) {
      UnitFile.into(writer, "news.tmx", tmx);
    }
    try (ConceptWriter writer = dragoman.glossary().writer("Desk", State.APPROVED);
        InputStream tbx = Files.newInputStream(Path.of("glossaries", "south-caucasus.tbx"))) {
      ConceptFile.into(writer, "south-caucasus.tbx", tbx);
    }
    dragoman
        .dispatches()
        .create(
            NewDispatch.of(
                new Upload("convoy.txt", sample("convoy.txt")),
                LanguageTag.of("en"),
                List.of(LanguageTag.of("az"), LanguageTag.of("ru"))),
            "Desk");
  }

  /** Holds a page to the rules of accessibility (axe-core): nothing serious may be wrong. */
  static void assertAccessible(Page page) {
    List<String> violations =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(
                    rule ->
                        rule.getId()
                            + ": "
                            + rule.getHelp()
                            + " "
                            + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    assertEquals(List.of(), violations, page.url());
  }

  /** A file of the demo. */
  static byte[] sample(String name) {
    try (InputStream in = Screens.class.getResourceAsStream("/dragoman/demo/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
