package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.told;
import static dragoman.web.Screens.undo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dragoman.account.Person;
import dragoman.account.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen of the glossary, in a real browser. */
class GlossaryBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @BeforeAll
  static void stock() throws IOException {
    Screens.stock(BROWSER.dragoman());
  }

  @Test
  void aConceptIsWrittenByKeyboardAndFoundByAnyOfItsTerms() {
    Page page = open(BROWSER.page());
    page.keyboard().press("n");
    assertThat(page.getByLabel("Text of term 1")).isFocused();
    page.keyboard().type("Varandu");
    page.getByLabel("Text of term 2").fill("Varəndü");
    page.getByLabel("Text of term 3").fill("Варанду");
    page.keyboard().press("Alt+n");
    page.keyboard().type("Warandu");
    page.getByLabel("Language of term 5").selectOption("en");
    page.getByLabel("Rule of term 5").selectOption("forbidden");
    page.getByLabel("Definition").fill("Town in the mountains.");
    page.getByLabel("Subject field").last().fill("place");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("concept-view h1")).hasText("Varandu");
    assertThat(page.locator("concept-view")).containsText("forbidden");
    assertThat(page.locator("concept-view")).containsText("approved");

    page.keyboard().press("/");
    page.getByLabel("Search the glossary").fill("arənd");
    assertThat(concepts(page)).hasCount(1);
    assertThat(concepts(page).locator(".sought").first()).hasText("arənd");
    page.getByLabel("Search the glossary").fill("вАран");
    assertThat(concepts(page)).hasCount(1);
    assertThat(page.locator("concept-view h1")).hasText("Varandu");
  }

  @Test
  void aChangedConceptShowsWhatWasChangedAndOneDeletedComesBack() {
    Page page = bring("Zaramanda", "Zəramanda");
    page.keyboard().press("e");
    page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Not Saramanda.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("concept-view")).containsText("Not Saramanda.");
    assertThat(page.locator("concept-aside ol ins")).hasText("Not Saramanda.");

    page.keyboard().press("Delete");
    assertThat(concepts(page)).hasCount(0);
    undo(page, "is deleted");
    assertThat(concepts(page)).hasCount(1);
    assertThat(page.locator("concept-view")).containsText("Not Saramanda.");
  }

  @Test
  void aFormLeftWithoutSavingComesBackByUndo() {
    Page page = bring("Qubadag", "Qubadağ");
    page.keyboard().press("e");
    page.getByLabel("Definition").fill("Half a definition");
    page.keyboard().press("Escape");
    assertThat(page.locator("concept-form")).hasCount(0);
    undo(page, "Left without saving");
    assertThat(page.getByLabel("Definition")).hasValue("Half a definition");
  }

  @Test
  void whenTwoChangedOneConceptEachPartIsChosenAndTheRestIsKept() {
    BROWSER.expectError("status of 409");
    Page mine = bring("Lachimur", "Laçımur");
    Page theirs = open(BROWSER.page());
    theirs.navigate(mine.url());
    assertThat(theirs.locator("concept-view h1")).hasText("Lachimur");
    mine.keyboard().press("e");
    mine.getByLabel("Definition").fill("Mine: a town.");
    theirs.keyboard().press("e");
    theirs.getByLabel("Definition").fill("Theirs: a district.");
    theirs.getByLabel("Source").fill("The atlas");
    theirs.keyboard().press("Control+Enter");
    assertThat(theirs.locator("concept-view")).containsText("Theirs: a district.");

    mine.keyboard().press("Control+Enter");
    Locator both = mine.locator("both-sides");
    assertThat(both).containsText("Mine: a town.");
    assertThat(both.locator("ins").last()).containsText("district");
    assertThat(both.locator(".name")).hasCount(1);
    button(mine, "All of mine").click();
    assertThat(mine.locator("concept-view")).containsText("Mine: a town.");
    assertThat(mine.locator("concept-view")).containsText("The atlas");
  }

  @Test
  void whatATranslatorProposesAMaintainerApproves() {
    Person person =
        BROWSER.dragoman().accounts().people().add("Nigar", "N", Role.TRANSLATOR, "Test");
    Page translator = BROWSER.stranger();
    translator.navigate(
        "/sign-in?link=" + BROWSER.dragoman().accounts().sessions().link(person, "Test"));
    open(translator);
    translator.keyboard().press("n");
    assertThat(translator.getByLabel("Text of term 1")).isFocused();
    translator.keyboard().type("Fuzuli district");
    translator.keyboard().press("Control+Enter");
    assertThat(translator.locator("concept-view")).containsText("proposed");
    assertThat(button(translator, "Approve")).hasCount(0);

    Page page = open(BROWSER.page());
    button(page, "Proposed").click();
    assertThat(concepts(page)).hasCount(1);
    assertThat(page.locator("concept-view h1")).hasText("Fuzuli district");
    concepts(page).first().focus();
    page.keyboard().press("a");
    assertThat(told(page, "is approved")).isVisible();
    assertThat(concepts(page)).hasCount(0);
    page.navigate("/glossary?search=Fuzuli district");
    assertThat(page.locator("concept-view .facts")).containsText("approved");
  }

  @Test
  void anImportIsReportedAndBothExportsHoldIt() throws IOException {
    Page page = open(BROWSER.page());
    page.keyboard().press("i");
    page.locator("dialog file-drop input")
        .setInputFiles(file("terms.csv", "en,az\nJabralia,Cəbralya\n"));
    Locator report = page.locator(".report");
    assertThat(report.locator(".figures")).containsText("1 concept read");
    assertThat(report.locator(".figures .ok b")).hasText("1");
    page.locator("dialog file-drop input")
        .setInputFiles(file("again.csv", "en,az\nJabralia,Cəbralya\n"));
    assertThat(report).hasCount(2);
    assertThat(report.first().locator(".figures")).containsText("1 there already");
    assertThat(report.first().locator(".figures .ok b")).hasText("0");
    assertAccessible(page);
    page.keyboard().press("Escape");
    page.getByLabel("Search the glossary").fill("Cəbralya");
    assertThat(concepts(page)).hasCount(1);

    for (String format : new String[] {"TBX", "CSV"}) {
      page.locator("glossary-screen main").focus();
      page.keyboard().press("x");
      Download file =
          page.waitForDownload(
              () -> button(page, format).and(page.locator("dialog button")).click());
      String exported = Files.readString(file.path(), StandardCharsets.UTF_8);
      assertTrue(exported.contains("Jabralia") && exported.contains("Cəbralya"), format);
    }
  }

  @Test
  void whatATermIsUsedForInTheMemoryStandsBesideIt() {
    Page page = BROWSER.page();
    page.navigate("/glossary?search=Mingachevir");
    assertThat(page.locator("concept-aside ul .sought").first()).hasText("Mingachevir");
  }

  @Test
  void theGlossaryIsAccessible() {
    Page page = open(BROWSER.page());
    assertThat(page.locator("concept-aside ol li").first()).isVisible();
    assertAccessible(page);
    page.keyboard().press("e");
    assertThat(page.locator("concept-form")).isVisible();
    assertAccessible(page);
  }

  private static Page open(Page page) {
    page.navigate("/glossary");
    assertThat(concepts(page).first()).isVisible();
    return page;
  }

  private static Locator concepts(Page page) {
    return page.locator("glossary-screen .concepts a");
  }

  /** Brings one concept in by the screen itself, and is left on it. */
  private static Page bring(String english, String azerbaijani) {
    Page page = open(BROWSER.page());
    page.keyboard().press("i");
    page.locator("dialog file-drop input")
        .setInputFiles(file("one.csv", "en,az\n" + english + "," + azerbaijani + "\n"));
    assertThat(page.locator(".report .figures .ok b")).hasText("1");
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    page.keyboard().type(english);
    assertThat(concepts(page)).hasCount(1);
    assertThat(page.locator("concept-view h1")).hasText(english);
    concepts(page).first().focus();
    return page;
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }
}
