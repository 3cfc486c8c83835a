package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a dispatch, by keyboard alone. */
class WholePathBrowserTest {
  private static final String DISPATCH =
      "Water pumps reach Mingachevir\n\n"
          + "date 2026-11-21 By Desk\n\n"
          + "UNICEF gave school bags to 2,000 children. "
          + "Three pumps for Mingachevir were unloaded at noon.\n";

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aDispatchGoesInIsTranslatedAndComesOutByKeyboardAlone(@TempDir Path folder)
      throws IOException {
    BROWSER.dragoman().loadDemo();
    Page page = BROWSER.page();
    Keyboard keys = page.keyboard();

    // In: pasted, split, its by-line recognised.
    takeIn(page, DISPATCH, "az", "ru");
    assertThat(page.locator("segment-row")).hasCount(4);

    // A match is taken and confirmed.
    goTo(page, "UNICEF gave school bags");
    assertThat(page.locator(".hit .score").first()).containsText("100");
    keys.press("Control+1");
    assertThat(target(page)).containsText("UNICEF 2000 uşağa məktəbli çantası verib.");
    keys.press("Control+Enter");

    // A finding comes while typing and is mended by one key, in the form that its place wants.
    goTo(page, "Three pumps for Mingachevir");
    keys.insertText("Mingəçaur üçün üç nasos günorta boşaldılıb.");
    assertThat(page.locator(".find").first()).containsText("Mingəçevir");
    keys.press("Alt+Enter");
    assertThat(target(page)).containsText("Mingəçevir üçün üç nasos");
    assertThat(page.locator(".find.is-error")).hasCount(0);
    keys.press("Control+Enter");
    assertThat(page.locator("footer")).containsText("Everything saved");
    assertThat(page.locator("footer")).containsText("2 of 4 confirmed");

    // The confirmed sentence is a match in another dispatch …
    takeIn(page, "Three pumps for Mingachevir were unloaded at noon.\n", "az");
    assertThat(page.locator(".hit").first())
        .containsText("Mingəçevir üçün üç nasos günorta boşaldılıb.");
    assertThat(page.locator(".hit .score").first()).containsText("100");

    // … and in the opposite direction.
    takeIn(page, "Mingəçevir üçün üç nasos günorta boşaldılıb.\n", "en");
    assertThat(page.locator(".hit").first())
        .containsText("Three pumps for Mingachevir were unloaded at noon.");

    // Out: a Word file, uploaded, translated in one sentence, given back and opened again.
    Path word = folder.resolve("ministry.docx");
    try (InputStream in = getClass().getResourceAsStream("/dragoman/demo/ministry.docx")) {
      Files.write(word, in.readAllBytes());
    }
    toDispatches(page);
    openIntake(page);
    FileChooser chooser = page.waitForFileChooser(() -> keys.press("Alt+o"));
    chooser.setFiles(word);
    choose(page, "az");
    keys.press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/az"));
    goTo(page, "Further talks are planned for spring.");
    keys.press("Control+1");
    assertThat(target(page)).containsText("Növbəti danışıqlar yaza planlaşdırılır.");
    keys.press("Control+Enter");
    assertThat(page.locator("footer")).containsText("Everything saved");
    keys.press("Alt+x");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    Download download = page.waitForDownload(() -> keys.press("Enter"));
    Path exported = folder.resolve("out.docx");
    download.saveAs(exported);
    keys.press("Escape");
    try (ZipFile zip = new ZipFile(exported.toFile());
        InputStream document = zip.getInputStream(zip.getEntry("word/document.xml"))) {
      String text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("Növbəti danışıqlar yaza planlaşdırılır."), text);
      assertEquals(-1, text.indexOf("Further talks are planned"), text);
    }
    toDispatches(page);
    openIntake(page);
    FileChooser again = page.waitForFileChooser(() -> keys.press("Alt+o"));
    again.setFiles(exported);
    assertThat(page.locator("dispatch-intake .facts")).containsText("Word document");
  }

  /** From anywhere to the list of dispatches. */
  private static void toDispatches(Page page) {
    page.keyboard().press("Alt+ArrowUp");
    page.waitForURL(Pattern.compile("/dispatches$"));
    assertThat(page.locator("dispatches-screen tbody tr").first()).isVisible();
  }

  private static void openIntake(Page page) {
    page.keyboard().press("n");
    assertThat(page.locator("dispatch-intake textarea")).isFocused();
  }

  /** Pastes a text as a new dispatch and opens it in the first of the languages. */
  private static void takeIn(Page page, String text, String... languages) {
    toDispatches(page);
    openIntake(page);
    page.keyboard().insertText(text);
    assertThat(page.locator("dispatch-intake .facts")).containsText("segment");
    choose(page, languages);
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/" + languages[0]));
    assertThat(page.locator("segment-row.active .cm-content")).isFocused();
  }

  /** Wants exactly these languages of those on offer, by their digits. */
  private static void choose(Page page, String... languages) {
    assertThat(page.locator("dispatch-intake .facts")).containsText("segment");
    Locator boxes = page.locator(".toggles input");
    for (int i = 0; i < Math.min(9, boxes.count()); i++) {
      boolean wanted = List.of(languages).contains(boxes.nth(i).getAttribute("value"));
      if (wanted != boxes.nth(i).isChecked()) {
        page.keyboard().press("Alt+Digit" + (i + 1));
        assertThat(boxes.nth(i)).isChecked(new IsCheckedOptions().setChecked(wanted));
      }
    }
  }

  /** Steps to the sentence, row by row. */
  private static void goTo(Page page, String source) {
    Locator active = page.locator("segment-row.active .source");
    for (int i = 0; i < 60 && !active.textContent().contains(source); i++) {
      page.keyboard().press("Control+ArrowUp");
    }
    for (int i = 0; i < 60 && !active.textContent().contains(source); i++) {
      String before = active.textContent();
      page.keyboard().press("Control+ArrowDown");
      assertThat(active).not().hasText(before);
    }
    assertThat(active).containsText(source);
    assertThat(page.locator("segment-row.active .cm-content")).isFocused();
  }

  private static Locator target(Page page) {
    return page.locator("segment-row.active .cm-content");
  }
}
