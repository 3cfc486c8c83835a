package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.sample;
import static dragoman.web.Screens.undo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dragoman.dispatch.DispatchFilter;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of dispatches and the way in, in a real browser. */
class DispatchesBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @BeforeAll
  static void stock() throws IOException {
    Screens.stock(BROWSER.dragoman());
  }

  private static final String WIRE =
      """
      Bridge reopens near Tartar

      date 2020-10-31 By Trend

      Engineers reopened the bridge on Saturday. Two lorries crossed it within the hour.
      """;

  @Test
  void pastedTextIsShownAsItIsUnderstoodAndThenOpensInTheEditor() {
    Page page = BROWSER.page();
    page.navigate("/dispatches");
    assertThat(page.locator("dispatches-screen tbody tr").first()).isVisible();
    long before = stored();
    page.evaluate("localStorage.removeItem('dragoman.targets')");
    page.keyboard().press("n");
    Locator text = page.getByLabel("Text of the dispatch");
    assertThat(text).isFocused();
    text.fill(WIRE);
    assertThat(page.locator(".facts")).containsText("Plain text");
    assertThat(page.locator(".facts")).containsText(Pattern.compile("\\d+ segments"));
    assertThat(page.getByLabel("Language of the text")).hasValue("en");
    assertThat(page.getByLabel("Headline")).hasValue("Bridge reopens near Tartar");
    assertThat(page.getByLabel("Date")).hasValue("2020-10-31");
    assertThat(page.getByLabel("By-line").or(page.getByLabel("Agency")).first()).isVisible();
    assertEquals(before, stored(), "nothing is stored by looking");

    page.getByLabel("Slug").fill("tartar-bridge");
    page.keyboard().press("Alt+2");
    page.keyboard().press("Alt+3");
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/az$"));
    assertThat(page.locator("editor-screen")).containsText("Engineers reopened the bridge");
    assertEquals(before + 1, stored());

    page.navigate("/dispatches?search=tartar-bridge");
    Locator row = page.locator("dispatches-screen tbody tr");
    assertThat(row).hasCount(1);
    assertThat(row.locator("a.target")).hasCount(2);
    page.navigate("/dispatches?new");
    assertThat(page.locator(".toggles input").nth(1)).isChecked();
    assertThat(page.getByLabel("Text of the dispatch")).hasValue("");
  }

  @ParameterizedTest
  @CsvSource({
    "convoy.txt, text/plain, Plain text",
    "schools.html, text/html, HTML",
    "ministry.docx, application/octet-stream, Word document"
  })
  void aFileOfEveryFormatIsTakenIn(String name, String type, String format) {
    Page page = BROWSER.page();
    page.navigate("/dispatches?new");
    page.locator("file-drop input").setInputFiles(new FilePayload(name, type, sample(name)));
    assertThat(page.locator(".facts")).containsText(format);
    assertThat(page.locator("dispatch-intake .file")).containsText(name);
    page.locator(".toggles input:enabled").nth(0).check();
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/[a-z]+$"));
    assertThat(page.locator("editor-screen .source").first()).isVisible();
  }

  @Test
  void aTextThatIsHereAlreadyIsSaidWithAWayToItAndCanBeHadTwice() {
    Page page = BROWSER.page();
    String text = "Wells reopen in Agdam.\n\nTwo lorries brought pumps.";
    take(page, text, "wells");
    String first = page.url();
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch").fill(text);
    Locator notice = page.locator("dispatch-intake .notice");
    assertThat(notice).containsText("“Wells reopen in Agdam.”");
    assertThat(notice).containsText("(wells)");
    page.keyboard().press("Alt+g");
    page.waitForURL(first);
    long before = stored();
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch").fill(text);
    assertThat(notice).isVisible();
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/[a-z]+$"));
    assertEquals(before + 1, stored());
  }

  @Test
  void aKeyMeansOneLanguageWhateverTheTextsAndSwitchesAreCountedAsTheyStand() {
    Page page = BROWSER.page();
    page.navigate("/dispatches?new");
    page.evaluate("localStorage.removeItem('dragoman.targets')");
    page.reload();
    page.getByLabel("Text of the dispatch").fill("Bakıda yeni məktəb açıldı.");
    assertThat(page.getByLabel("Language of the text")).hasValue("az");
    page.keyboard().press("Alt+1");
    page.keyboard().press("Alt+Shift+1");
    assertThat(page.locator(".toggles input[value=en]")).isChecked();
    assertThat(page.locator(".toggles input:checked")).hasCount(2);
    page.evaluate(
        "for (const tag of ['en', 'ru', 'tr'])"
            + " document.querySelector(`.toggles input[value=${tag}]`).click()");
    assertThat(page.locator(".toggles input:checked")).hasCount(3);
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/[a-z]+$"));
    assertThat(page.locator("editor-screen .tabs a")).hasCount(3);
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentenceAndNothingIsStored() {
    BROWSER.expectError("status of 4");
    Page page = BROWSER.page();
    long before = stored();
    page.navigate("/dispatches?new");
    byte[] broken = {'P', 'K', 3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 0};
    page.locator("file-drop input")
        .setInputFiles(new FilePayload("broken.docx", "application/octet-stream", broken));
    Locator wrong = page.locator("dispatch-intake .error");
    assertThat(wrong).containsText("broken.docx");
    assertFalse(wrong.innerText().contains("Exception"), wrong.innerText());
    button(page, "Another text").click();
    assertThat(wrong).hasCount(0);
    assertThat(page.getByLabel("Text of the dispatch")).isVisible();
    assertEquals(before, stored());
  }

  @Test
  void aPastedTextOutlivesALeftPage() {
    Page page = BROWSER.page();
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch").fill("Köhnə mətn itmir.");
    page.keyboard().press("Escape");
    assertThat(page.locator("dispatches-screen tbody tr").first()).isVisible();
    page.keyboard().press("n");
    assertThat(page.getByLabel("Text of the dispatch")).hasValue("Köhnə mətn itmir.");
  }

  @Test
  void aDispatchIsFoundChangedDeletedAndBroughtBackByKeyboard() {
    Page page = BROWSER.page();
    take(page, "Ferry service resumes at Alat.", "ferry");
    page.navigate("/dispatches");
    assertThat(page.locator("tbody tr").first()).isVisible();
    page.keyboard().press("/");
    page.keyboard().type("ferry");
    Locator rows = page.locator("dispatches-screen tbody tr");
    assertThat(rows).hasCount(1);
    page.keyboard().press("ArrowDown");
    assertThat(rows.locator("a.title")).isFocused();

    page.keyboard().press("e");
    page.getByLabel("Headline").fill("Ferries sail again");
    page.getByLabel("Agency").fill("Desk");
    page.keyboard().press("Control+Enter");
    assertThat(rows.locator("a.title")).hasText("Ferries sail again");
    assertThat(rows).containsText("Desk");

    page.keyboard().press("d");
    assertThat(rows).containsText("done");
    undo(page, "is done");
    assertThat(rows.locator(".chip")).hasCount(0);

    long before = stored();
    rows.locator("a.title").focus();
    page.keyboard().press("Delete");
    assertThat(rows).hasCount(0);
    undo(page, "is deleted");
    assertThat(rows).hasCount(1);
    assertEquals(before, stored());
  }

  @Test
  void aTextFromRightToLeftStandsSo() {
    Page page = BROWSER.page();
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch")
        .fill("زار فريق اللجنة الدولية للصليب الأحمر مدينة غنجة يوم السبت.");
    assertThat(page.getByLabel("Language of the text")).hasValue("ar");
    assertThat(page.getByLabel("Text of the dispatch")).hasAttribute("dir", "rtl");
    assertThat(page.getByLabel("Headline")).hasAttribute("dir", "rtl");
  }

  @Test
  void theListAndTheIntakeAreAccessible() {
    Page page = BROWSER.page();
    page.navigate("/dispatches");
    assertThat(page.locator("dispatches-screen tbody tr").first()).isVisible();
    assertAccessible(page);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("e");
    assertThat(page.locator("dialog")).isVisible();
    assertAccessible(page);
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch").fill(WIRE);
    assertThat(page.locator(".facts")).containsText("segments");
    assertAccessible(page);
  }

  private static void take(Page page, String text, String slug) {
    page.navigate("/dispatches?new");
    page.getByLabel("Text of the dispatch").fill(text);
    assertThat(page.locator(".facts")).containsText("Plain text");
    page.getByLabel("Slug").fill(slug);
    page.locator(".toggles input:enabled").nth(0).check();
    page.keyboard().press("Control+Enter");
    page.waitForURL(Pattern.compile("/dispatches/\\d+/[a-z]+$"));
  }

  private static long stored() {
    return BROWSER.dragoman().dispatches().list(DispatchFilter.ALL).total();
  }
}
