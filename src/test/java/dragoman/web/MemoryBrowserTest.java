package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.told;
import static dragoman.web.Screens.undo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen of the memory, in a real browser. */
class MemoryBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @BeforeAll
  static void stock() throws IOException {
    Screens.stock(BROWSER.dragoman());
  }

  @Test
  void aTextIsFoundInEveryLanguageEditedWhereItStandsAndTakenBackFromItsHistory() {
    Page page = BROWSER.page();
    bring(page, "kestrel", "en", "The kestrel left the harbour.", "az", "Qızılquş limandan çıxdı.");
    page.keyboard().press("/");
    page.keyboard().type("qızılquş");
    Locator rows = rows(page);
    assertThat(rows).hasCount(1);
    assertThat(rows.locator(".sought")).hasText("Qızılquş");

    page.keyboard().press("ArrowDown");
    Locator english = rows.locator("td[data-language=en]");
    assertThat(english).isFocused();
    page.keyboard().press("ArrowRight");
    assertThat(rows.locator("td[data-language=az]")).isFocused();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Enter");
    assertThat(page.locator("target-editor .cm-content")).isFocused();
    page.keyboard().press("Control+a");
    page.keyboard().type("The Kestrel left port.");
    page.keyboard().press("Control+Enter");
    assertThat(english).hasText("The Kestrel left port.");
    assertThat(english).isFocused();
    assertThat(page.locator("unit-history li").first()).containsText("edited");

    page.locator("unit-history")
        .getByText("take back", new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    assertThat(english).hasText("The kestrel left the harbour.");
    undo(page, "Saved");
    assertThat(english).hasText("The Kestrel left port.");

    page.reload();
    assertThat(rows.locator("td[data-language=en]")).hasText("The Kestrel left port.");
  }

  @Test
  void escapeLeavesATextAsItWas() {
    Page page = BROWSER.page();
    bring(page, "osprey", "en", "The osprey is late.", "az", "Balıqudan gecikir.");
    page.keyboard().press("/");
    page.keyboard().type("osprey");
    assertThat(rows(page)).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("target-editor .cm-content")).isFocused();
    page.keyboard().type(" Very.");
    page.keyboard().press("Escape");
    assertThat(rows(page).locator("td[data-language=en]")).hasText("The osprey is late.");
  }

  @Test
  void aDeletedUnitComesBackByUndoAndFromTheListOfDeletedOnes() {
    Page page = BROWSER.page();
    bring(page, "plover", "en", "The plover is here.", "az", "Çovdarçı buradadır.");
    page.keyboard().press("/");
    page.keyboard().type("plover");
    assertThat(rows(page)).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Delete");
    assertThat(rows(page)).hasCount(0);
    undo(page, "is deleted");
    assertThat(rows(page)).hasCount(1);

    rows(page).locator("td[data-language=en]").focus();
    page.keyboard().press("Delete");
    assertThat(rows(page)).hasCount(0);
    page.locator("memory-screen main").focus();
    page.keyboard().press("d");
    assertThat(rows(page)).hasCount(1);
    rows(page).locator("td[data-language=en]").focus();
    page.keyboard().press("r");
    assertThat(told(page, "is restored")).isVisible();
    assertThat(rows(page)).hasCount(0);
    button(page, "Show all").or(page.locator("memory-screen [aria-pressed=true]")).first().click();
    page.navigate("/memory?search=plover");
    assertThat(rows(page)).hasCount(1);
  }

  @Test
  void whenTwoWroteOneTextBothStandSideBySide() {
    BROWSER.expectError("status of 409");
    Page mine = BROWSER.page();
    bring(mine, "cormorant", "en", "The cormorant waits.", "az", "Qarabatdaq gözləyir.");
    Page theirs = BROWSER.page();
    for (Page page : new Page[] {mine, theirs}) {
      page.navigate("/memory?search=cormorant");
      assertThat(rows(page)).hasCount(1);
      page.keyboard().press("ArrowDown");
      rows(page).locator("td[data-language=en]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("target-editor .cm-content")).isFocused();
      page.keyboard().press("Control+a");
    }
    theirs.keyboard().type("The cormorant waits no more.");
    theirs.keyboard().press("Control+Enter");
    assertThat(rows(theirs).locator("td[data-language=en]"))
        .hasText("The cormorant waits no more.");

    mine.keyboard().type("The cormorant still waits.");
    mine.keyboard().press("Control+Enter");
    Locator both = mine.locator("both-sides");
    assertThat(both).containsText("The cormorant still waits.");
    assertThat(both).containsText("no more");
    assertAccessible(mine);
    mine.keyboard().press("Control+Enter");
    assertThat(rows(mine).locator("td[data-language=en]")).hasText("The cormorant still waits.");
    mine.reload();
    assertThat(rows(mine).locator("td[data-language=en]")).hasText("The cormorant still waits.");
  }

  @Test
  void anImportSaysWhatCameInAndWhatDidNotAndTheExportHoldsIt() throws IOException {
    Page page = open();
    page.keyboard().press("i");
    String tmx =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence"
         o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
        <tu><tuv xml:lang="en"><seg>The avocet sings.</seg></tuv>
        <tuv xml:lang="az"><seg>Bizquş oxuyur.</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg></seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>The file ends within
        """;
    choose(page, "cut.tmx", tmx);
    Locator report = page.locator(".report");
    assertThat(report).containsText("breaks off");
    assertThat(report.locator(".figures .ok b")).hasText("1");
    assertThat(report.locator("tbody tr").first()).isVisible();
    assertAccessible(page);
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    page.keyboard().type("avocet");
    assertThat(rows(page)).hasCount(1);

    page.locator("memory-screen main").focus();
    page.keyboard().press("x");
    page.locator("dialog label").filter(new Locator.FilterOptions().setHasText("русский")).click();
    page.getByLabel("Changed on or after").fill("2020-01-01");
    assertAccessible(page);
    Download file = page.waitForDownload(() -> button(page, "Export TMX").click());
    String exported = Files.readString(file.path(), StandardCharsets.UTF_8);
    assertTrue(exported.contains("The avocet sings."), "holds what came in");
    assertTrue(exported.contains("Bizquş oxuyur."), "in every language chosen");
    assertFalse(exported.contains("xml:lang=\"ru\""), "in no other");
  }

  @Test
  void concordanceOpensTheMemoryWithItsSearch() {
    Page page = BROWSER.page();
    page.navigate("/memory?search=convoy");
    assertThat(page.getByLabel("Search the memory")).hasValue("convoy");
    assertThat(rows(page).first()).containsText("convoy");
    assertThat(page.locator(".sought").first()).isVisible();
  }

  @Test
  void theMemoryIsAccessible() {
    Page page = open();
    assertAccessible(page);
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("unit-history li").first()).isVisible();
    page.keyboard().press("Enter");
    assertThat(page.locator("target-editor .cm-content")).isFocused();
    assertAccessible(page);
  }

  private static Page open() {
    Page page = BROWSER.page();
    page.navigate("/memory");
    assertThat(rows(page).first()).isVisible();
    return page;
  }

  private static Locator rows(Page page) {
    return page.locator("memory-screen tbody tr");
  }

  /** Brings one unit in by the screen itself, and is left on it. */
  private static void bring(
      Page page, String name, String from, String source, String to, String target) {
    page.navigate("/memory");
    assertThat(rows(page).first()).isVisible();
    page.keyboard().press("i");
    choose(page, name + ".tsv", from + "\t" + to + "\n" + source + "\t" + target + "\n");
    assertThat(page.locator(".report .figures .ok b")).hasText("1");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  private static void choose(Page page, String name, String content) {
    page.locator("dialog file-drop input")
        .setInputFiles(
            new FilePayload(
                name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }
}
