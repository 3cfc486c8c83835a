package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.undo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dragoman.account.Person;
import dragoman.account.Role;
import dragoman.dispatch.DeskRule;
import dragoman.dispatch.DeskRuleFilter;
import dragoman.dispatch.DeskRules;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.Upload;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Example;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.Sentence;
import dragoman.segmentation.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen of the desk's own rules of splitting, in a real browser, by keyboard. */
class SplittingBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final String TEXT = "The qzlr. Harun came. He left at noon.";

  @BeforeEach
  void noRules() {
    DeskRules rules = BROWSER.dragoman().dispatches().rules();
    for (DeskRule rule : rules.search(DeskRuleFilter.ALL, 0, 1000).items()) {
      rules.delete(rule.id(), rule.version(), "Test");
    }
  }

  @Test
  void anAbbreviationIsAddedByKeyboardItsEffectSeenAndTheNextIntakeGoesByIt() {
    Page page = open();
    assertEquals(3, segments());
    type(page, TEXT);
    assertThat(sentences(page)).hasCount(3);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("n");
    assertThat(page.getByLabel("Abbreviations, one a line")).isFocused();
    page.keyboard().type("qzlr");
    assertThat(status(page)).hasText("1 place differs");
    assertThat(page.locator("split-effect tr.other td").first().locator(".one")).hasCount(2);
    assertThat(page.locator("split-effect tr.other td").last().locator(".one")).hasCount(1);
    Locator why = page.locator("split-effect .places tr");
    assertThat(why).hasCount(1);
    assertThat(why).containsText("default.srx");
    assertThat(why).containsText("the desk's abbreviation “qzlr.”");
    assertEquals(3, segments(), "nothing is kept yet");

    page.keyboard().press("Control+Enter");
    assertThat(rules(page)).hasCount(1);
    assertThat(page.locator("rule-view h1")).hasText("qzlr.");
    assertEquals(2, segments());
    undo(page, "is saved");
    assertThat(rules(page)).hasCount(0);
    assertEquals(3, segments());
  }

  @Test
  void severalAbbreviationsAreWrittenAtOnce() {
    Page page = open();
    page.keyboard().press("n");
    assertThat(page.getByLabel("Abbreviations, one a line")).isFocused();
    page.keyboard().type("aqlr.");
    page.keyboard().press("Enter");
    page.keyboard().type("bqlr., cqlr");
    page.keyboard().press("Control+Enter");
    assertThat(rules(page)).hasCount(3);
    page.keyboard().press("/");
    page.keyboard().type("bq");
    assertThat(rules(page)).hasCount(1);
    assertThat(page.locator("rule-view h1")).hasText("bqlr.");
  }

  @Test
  void aRuleIsSwitchedOffEditedAndDeletedAndEachComesBack() {
    keep(DeskRule.abbreviation(EN, "qzlr.", "as the agency writes"));
    Page page = open();
    type(page, TEXT);
    assertThat(status(page)).hasText("1 place differs");
    rules(page).first().focus();
    page.keyboard().press("d");
    assertThat(page.locator("rule-view .chip")).hasText("off");
    assertEquals(3, segments());
    undo(page, "is switched off");
    assertThat(page.locator("rule-view .chip")).containsText("in use");
    assertEquals(2, segments());

    rules(page).first().focus();
    page.keyboard().press("e");
    page.getByLabel("Comment").fill("as nobody writes");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("rule-view")).containsText("as nobody writes");
    assertThat(page.locator("rule-view ol li")).hasCount(4);

    rules(page).first().focus();
    page.keyboard().press("Delete");
    assertThat(rules(page)).hasCount(0);
    undo(page, "is deleted");
    assertThat(rules(page)).hasCount(1);
    assertThat(page.locator("rule-view")).containsText("as nobody writes");
    assertEquals(2, segments());
  }

  @Test
  void aWrongExpressionIsSaidWhileItIsWrittenAndNotKept() {
    BROWSER.expectError("status of 422");
    Page page = open();
    type(page, TEXT);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("n");
    page.getByLabel("holds").check();
    page.getByLabel("Before the place").fill("(qzlr\\.");
    assertThat(page.locator("rule-form .error")).containsText("wrong at its end");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("rule-form .error")).containsText("wrong at its end");
    page.getByLabel("Before the place").fill("(a+)+\\1");
    assertThat(page.locator("rule-form .error")).containsText("bounded time");
    page.getByLabel("Before the place").fill("qzlr\\.");
    assertThat(status(page)).hasText("1 place differs");
    assertThat(page.locator("rule-form .error")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(page.locator("rule-form")).hasCount(0);
    undo(page, "Left without saving");
    assertThat(page.getByLabel("Before the place")).hasValue("qzlr\\.");
    page.keyboard().press("Control+Enter");
    assertThat(rules(page)).hasCount(1);
  }

  @Test
  void whenTwoChangeOneRuleBothAreShown() {
    BROWSER.expectError("status of 409");
    DeskRule rule = keep(DeskRule.hold(EN, "qzlr\\.", "\\s", ""));
    Page page = open();
    rules(page).first().focus();
    page.keyboard().press("e");
    page.getByLabel("Comment").fill("Mine");
    keep(
        new DeskRule(
            rule.id(),
            1,
            rule.language(),
            rule.kind(),
            "",
            rule.before(),
            rule.after(),
            "Theirs",
            true,
            rule.changedAt(),
            ""));
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("both-sides")).containsText("Mine");
    assertThat(page.locator("both-sides")).containsText("Theirs");
    button(page, "All of mine").click();
    assertThat(page.locator("rule-view")).containsText("Mine");
  }

  @Test
  void theTextOfADispatchIsTakenAndRightToLeftStandsAsItShould() {
    BROWSER
        .dragoman()
        .dispatches()
        .create(
            NewDispatch.of(
                Upload.pasted("وصل علي إلى المدينة. لم يصب أحد بأذى."),
                LanguageTag.of("ar"),
                List.of(EN)),
            "Desk");
    Page page = open();
    page.getByLabel("Language").selectOption("ar");
    Locator dispatch = page.getByLabel("Take the text of a dispatch");
    assertThat(dispatch.locator("option")).hasCount(2);
    dispatch.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    assertThat(sentences(page)).hasCount(2);
    assertThat(page.locator("split-effect .both td").first()).hasAttribute("dir", "rtl");
    assertThat(page.locator("split-effect textarea")).hasAttribute("dir", "rtl");
  }

  @Test
  void aTranslatorSeesTheRulesAndTriesNone() {
    keep(DeskRule.abbreviation(EN, "qzlr.", ""));
    Person person =
        BROWSER.dragoman().accounts().people().add("Nigar", "N", Role.TRANSLATOR, "Test");
    Page page = BROWSER.stranger();
    page.navigate("/sign-in?link=" + BROWSER.dragoman().accounts().sessions().link(person, "Test"));
    page.navigate("/splitting?language=en");
    assertThat(rules(page)).hasCount(1);
    assertThat(button(page, "New rule")).hasCount(0);
    assertThat(button(page, "Edit")).hasCount(0);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("n");
    assertThat(page.locator("rule-form")).hasCount(0);
  }

  @Test
  void rulesGoOutAndComeInAsSrx() throws IOException {
    keep(DeskRule.abbreviation(EN, "qzlr.", ""));
    Page page = open();
    page.locator("splitting-screen main").focus();
    page.keyboard().press("x");
    Download file = page.waitForDownload(() -> button(page, "The desk’s rules").click());
    String srx = Files.readString(file.path(), StandardCharsets.UTF_8);
    assertTrue(srx.contains("abbreviation “qzlr.”"), srx);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("i");
    page.locator("dialog file-drop input")
        .setInputFiles(
            new FilePayload(
                "own.srx",
                "application/xml",
                srx.replace("qzlr", "wqlr")
                    .replace("Qzlr", "Wqlr")
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".report .figures .ok b")).hasText("1");
    assertThat(page.locator(".brought tbody tr")).containsText("English");
    assertThat(rules(page)).hasCount(1);
    button(page, "Take 1 rule in").press("Enter");
    assertThat(rules(page)).hasCount(2);
    undo(page, "1 rule came in");
    assertThat(rules(page)).hasCount(1);
  }

  @Test
  void aRuleThatBreaksBehindAnyWordIsSaidBeforeTheFileIsTakenIn() {
    String rule =
        "<rule break=\"%s\"><beforebreak>%s</beforebreak><afterbreak>\\s</afterbreak></rule>";
    String file =
        "<srx><header cascade=\"no\"/><body><languagerules><languagerule languagerulename=\"A\">"
            + rule.formatted("no", "wqlr\\.")
            + rule.formatted("yes", "[.?!]")
            + "</languagerule></languagerules><maprules><languagemap languagepattern=\"es|it\""
            + " languagerulename=\"A\"/></maprules></body></srx>";
    Page page = open();
    page.keyboard().press("i");
    page.locator("dialog file-drop input")
        .setInputFiles(
            new FilePayload("a.srx", "application/xml", file.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("dialog .notice")).containsText("2 rules would break behind any word");
    assertThat(page.locator(".brought tbody tr")).hasCount(2);
    assertAccessible(page);
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog")).hasCount(0);
    page.getByLabel("Language", new Page.GetByLabelOptions().setExact(true)).selectOption("es");
    assertThat(rules(page)).hasCount(1);
    assertThat(page.locator("rule-view h1")).hasText("wqlr\\. ¦ \\s");
  }

  @Test
  void whatDecidesIsNamedByItsExpressionAndLeadsToTheRule() {
    DeskRule first = keep(DeskRule.hold(EN, "aqlr\\.", "\\s", ""));
    DeskRule hold = keep(DeskRule.hold(EN, "qzlr\\.", "\\s", ""));
    Page page = open();
    assertThat(rules(page).first()).isFocused();
    type(page, TEXT);
    button(page, "every place").click();
    Locator link = page.locator("split-effect .places a").first();
    assertThat(link).hasText("the desk's rule “qzlr\\. ¦ \\s”");
    assertThat(page.locator("rule-view h1")).hasText("aqlr\\. ¦ \\s");
    link.press("Enter");
    assertThat(page.locator("rule-view h1")).hasText("qzlr\\. ¦ \\s");
    assertTrue(page.url().contains("rule=" + hold.id()) && first.id() != hold.id(), page.url());
  }

  @Test
  void aRuleIsKeptForALanguageByItsTag() {
    Page page = open();
    page.keyboard().press("n");
    page.keyboard().type("pqlr");
    page.locator("#rule-language").selectOption("*");
    page.getByLabel("The language’s tag").fill("pl");
    page.getByLabel("The language’s tag").press("Tab");
    assertThat(page.locator("#rule-language")).hasValue("pl");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("rule-view")).containsText("Polish");
  }

  @Test
  void whatWasLearnedIsOfferedWithItsGainAndUsedOnlyOnceItIsSwitchedOn() {
    assertEquals(3, segments());
    offer();
    Page page = open();
    type(page, TEXT);
    assertThat(sentences(page)).hasCount(3);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("l");
    Locator row =
        page.locator("dialog tbody tr").filter(new Locator.FilterOptions().setHasText("English"));
    assertThat(row).containsText("+12.5");
    assertAccessible(page);
    button(page, "Switch on").click();
    assertThat(row).containsText("in use since");
    page.keyboard().press("Escape");
    assertThat(sentences(page)).hasCount(2);
    assertThat(page.locator("split-effect .places")).containsText("the model trained");
    assertEquals(2, segments());
    undo(page, "is in use");
    assertThat(sentences(page)).hasCount(3);
    assertEquals(3, segments());
  }

  /** A model that knows the abbreviation, as a training leaves it. */
  private static void offer() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String first = "On day " + i + " qzlr. Harun came.";
      String text = first + " He left at noon.";
      examples.add(
          new Example(
              text,
              List.of(
                  new Sentence(0, first.length()), new Sentence(first.length() + 1, text.length())),
              "dispatch " + i));
    }
    byte[] content =
        Training.train(EN, examples, Segmenter.ofBundledRules(), () -> false)
            .orElseThrow()
            .model()
            .bytes();
    BROWSER
        .dragoman()
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "INSERT INTO sentence_model (id, version, language, language_key, outcome,"
                      + " examples, corrections, places, rules_f1, opinion_f1, alone_f1, certainty,"
                      + " enabled, trained_at, changed_at, changed_by) VALUES (1000, 1, 'en', ?,"
                      + " 'OFFERED', 60, 30, 120, 0.8, 0.925, 0.9, 0.8, FALSE, CURRENT_TIMESTAMP,"
                      + " CURRENT_TIMESTAMP, '')",
                  EN.key());
              handle.execute(
                  "INSERT INTO sentence_model_content (model_id, chunk, content) VALUES (1000, 0,"
                      + " ?)",
                  content);
            });
  }

  @Test
  void theScreenIsAccessible() {
    keep(DeskRule.hold(EN, "qzlr\\.", "\\s", "why"));
    Page page = open();
    type(page, TEXT);
    assertThat(status(page)).hasText("1 place differs");
    assertAccessible(page);
    page.locator("splitting-screen main").focus();
    page.keyboard().press("n");
    assertThat(page.locator("rule-form")).isVisible();
    assertAccessible(page);
  }

  private static DeskRule keep(DeskRule rule) {
    return BROWSER.dragoman().dispatches().rules().save(rule, "Rauf");
  }

  private static Page open() {
    Page page = BROWSER.page();
    page.navigate("/splitting?language=en");
    assertThat(page.locator("splitting-screen footer")).containsText("rule");
    assertThat(page.locator("splitting-screen :focus")).hasCount(1);
    return page;
  }

  private static void type(Page page, String text) {
    page.keyboard().press("Alt+t");
    assertThat(page.getByLabel("Text at hand")).isFocused();
    page.keyboard().press("Control+a");
    page.keyboard().insertText(text);
  }

  private static Locator rules(Page page) {
    return page.locator("splitting-screen .rules a");
  }

  private static Locator sentences(Page page) {
    return page.locator("split-effect .both .one");
  }

  private static Locator status(Page page) {
    return page.locator("split-effect th [role=status]");
  }

  /** How many segments an intake makes of the text now. */
  private static int segments() {
    Dispatch dispatch =
        BROWSER
            .dragoman()
            .dispatches()
            .create(NewDispatch.of(Upload.pasted(TEXT), EN, List.of(AZ)), "Desk");
    return (int) BROWSER.dragoman().dispatches().segments(dispatch.id(), AZ, 0, 10).total();
  }
}
