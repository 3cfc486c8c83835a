package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dragoman.dispatch.DeskRuleFilter;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.SegmentRow;
import dragoman.dispatch.SegmentState;
import dragoman.dispatch.Upload;
import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sentences joined, split, undone, and a newer version brought in, by keys alone. */
class CuttingBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final String TEXT =
      "The road is open. Twelve trucks left. Nobody was hurt.\n\nA second convoy follows.\n";

  @Test
  void aSentenceIsJoinedWithTheNextByAKeyAndItIsUndone() {
    Dispatch dispatch = take(TEXT);
    save(dispatch, 0, "Yol açıqdır.", SegmentState.TRANSLATED);
    Page page = open(dispatch, AZ);
    page.keyboard().press("Control+ArrowUp");
    assertThat(active(page).locator(".source")).hasText("The road is open.");
    page.keyboard().press("Control+ArrowDown");
    page.keyboard().type("On iki maşın çıxıb.");
    page.keyboard().press("Control+ArrowUp");
    page.keyboard().press("Alt+j");

    assertThat(active(page).locator(".source")).hasText("The road is open. Twelve trucks left.");
    assertThat(target(page)).hasText("Yol açıqdır. On iki maşın çıxıb.");
    assertThat(target(page)).isFocused();
    assertThat(page.locator("segment-row")).hasCount(3);
    assertThat(page.locator("footer")).containsText("0 of 3 confirmed");
    assertThat(page.locator(".told"))
        .containsText(
            "Sentences 1 and 2 are one now. What was confirmed is a draft in Azerbaijani.");
    // “open.” ends sentences elsewhere: no rule is offered, and the key says why
    assertThat(page.locator(".told")).not().containsText("Make it a rule");
    page.keyboard().press("Alt+r");
    assertThat(page.locator(".told")).containsText("“open.” is an ordinary word");

    page.keyboard().press("Alt+z");
    assertThat(page.locator("segment-row")).hasCount(4);
    assertThat(active(page).locator(".source")).hasText("The road is open.");
    assertThat(active(page).locator(".s")).containsText("confirmed");
    assertThat(target(page)).isFocused();
    assertThat(page.locator(".told")).containsText("They are two sentences again");
    assertThat(page.locator(".told")).not().containsText("are one now");
    assertThat(row(page, 2)).containsText("On iki maşın çıxıb.");
    assertThat(page.locator("footer")).containsText("1 of 4 confirmed");

    // the last of a paragraph has no next one
    page.keyboard().press("Control+ArrowDown");
    page.keyboard().press("Control+ArrowDown");
    page.keyboard().press("Alt+j");
    assertThat(page.locator(".told").getByText("ends its paragraph")).isVisible();
    assertThat(page.locator("segment-row")).hasCount(4);
  }

  @Test
  void aSentenceAndItsTranslationAreSplitByArrowsAndEnter() {
    Dispatch dispatch = take("The road is open and twelve trucks left.\n");
    save(dispatch, 0, "Yol açıqdır və on iki maşın çıxıb.", SegmentState.TRANSLATED);
    Page page = open(dispatch, AZ);
    page.keyboard().press("Alt+s");
    Locator place = page.locator("cut-place");
    assertThat(place).isFocused();
    page.keyboard().press("Escape");
    assertThat(place).hasCount(0);
    assertThat(target(page)).isFocused();

    page.keyboard().press("Alt+s");
    page.keyboard().press("Home");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(place).hasAttribute("aria-valuetext", "road is open | and twelve trucks");
    assertEquals(List.of(), faults(page));
    page.keyboard().press("Enter");
    assertThat(page.locator(".target cut-place")).isFocused();
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");

    assertThat(page.locator("segment-row")).hasCount(2);
    assertThat(active(page).locator(".source")).hasText("The road is open");
    assertThat(target(page)).hasText("Yol açıqdır");
    assertThat(target(page)).isFocused();
    assertThat(row(page, 2).locator(".source")).hasText("and twelve trucks left.");
    assertThat(row(page, 2)).containsText("və on iki maşın çıxıb.");
    assertThat(page.locator(".told")).containsText("Make it a rule");

    // what was written since would be lost: the undo is refused
    BROWSER.expectError("422");
    page.keyboard().type("!");
    assertThat(page.locator("footer")).containsText("Everything saved");
    page.keyboard().press("Alt+z");
    assertThat(page.locator(".told")).containsText("nothing is lost");
    assertThat(page.locator("segment-row")).hasCount(2);
  }

  @Test
  void aJoinBehindAnAbbreviationBecomesARuleThatIsShownAndCanBeTakenBack() {
    Dispatch dispatch = take("We met Xyz. Maharramov today.\n");
    Page page = open(dispatch, AZ);
    page.keyboard().press("Alt+j");
    assertThat(page.locator(".told")).containsText("Make it a rule");
    page.keyboard().press("Alt+r");
    assertThat(page.locator(".told"))
        .containsText("A rule for all texts in English now: no sentence ends between \\bXyz\\.");
    assertThat(page.locator(".told")).not().containsText("Make it a rule");
    page.locator(".told").getByText("Undo").click();
    assertThat(page.locator(".told")).containsText("The rule is taken back");
    assertEquals(
        0,
        BROWSER
            .dragoman()
            .dispatches()
            .rules()
            .search(new DeskRuleFilter("Xyz", Optional.empty(), Optional.empty()), 0, 9)
            .total());
  }

  @Test
  void aWrongFileIsHeldUntilItIsMeantAndIsUndone() {
    Dispatch dispatch = take("Wrong file\n\n" + TEXT);
    save(dispatch, 1, "Yol açıqdır.", SegmentState.TRANSLATED);
    Page page = BROWSER.page();
    page.navigate("/dispatches?search=" + dispatch.slug());
    page.locator("tr[data-id='" + dispatch.id() + "'] a.title").focus();
    page.keyboard().press("u");
    Locator dialog = page.locator("dialog");
    assertThat(dialog.locator("textarea")).isFocused();
    page.keyboard()
        .insertText("Сегодня в Баку прошла встреча министров. Они обсудили вопросы торговли.\n");
    assertThat(dialog).containsText("This looks like Russian; the dispatch is in English.");
    assertThat(dialog).containsText("Nothing is as before: 1 translation would go.");
    page.keyboard().press("Control+Enter");
    assertThat(dialog.locator("input[type=checkbox]")).isFocused();
    assertEquals(5, rows(dispatch).size());
    assertEquals(List.of(), faults(page));
    page.keyboard().press("Space");
    page.keyboard().press("Control+Enter");
    assertThat(dialog).hasCount(0);
    assertEquals(2, rows(dispatch).size());
    page.locator(".told").getByText("Undo").click();
    assertThat(page.locator(".told")).containsText("has the version before again");
    assertEquals(SegmentState.TRANSLATED, rows(dispatch).get(1).translation().state());
  }

  @Test
  void whoTranslatesIntoAnotherLanguageSeesItAndLosesNothing() {
    Dispatch dispatch = take(TEXT);
    Page first = open(dispatch, AZ);
    Page second = open(BROWSER.page(), dispatch, RU);
    second.keyboard().press("Control+ArrowDown");
    assertThat(active(second).locator(".source")).hasText("Twelve trucks left.");
    second.route("**/translations/**", route -> route.abort());
    BROWSER.expectError("ERR_FAILED");
    second.keyboard().type("Машины выехали.");
    assertThat(second.locator("footer")).containsText("not saved");
    first.keyboard().press("Alt+j");
    assertThat(first.locator("segment-row")).hasCount(3);

    assertThat(second.locator("segment-row")).hasCount(3);
    assertThat(second.locator("dialog")).containsText("Машины выехали.");
    second.unroute("**/translations/**");
    second.keyboard().press("Enter");
    assertThat(active(second).locator(".source")).hasText("The road is open. Twelve trucks left.");
    assertThat(target(second)).hasText("Машины выехали.");
    assertThat(target(second)).isFocused();
  }

  @Test
  void aNewerVersionIsBroughtInFromTheListAndSaysWhatItChanges() {
    Dispatch dispatch = take("Convoy version\n\n" + TEXT);
    save(dispatch, 1, "Yol açıqdır.", SegmentState.TRANSLATED);
    Page page = BROWSER.page();
    page.navigate("/dispatches?search=" + dispatch.slug());
    page.locator("tr[data-id='" + dispatch.id() + "'] a.title").focus();
    page.keyboard().press("u");
    Locator dialog = page.locator("dialog");
    assertThat(dialog.locator("textarea")).isFocused();
    page.keyboard()
        .insertText("Convoy version\n\nThe road is open. Fourteen trucks left. New words.\n");
    assertThat(dialog).containsText("2 sentences as before · 1 changed · 1 new · 2 removed");
    assertEquals(List.of(), faults(page));
    page.keyboard().press("Control+Enter");
    assertThat(dialog).hasCount(0);
    assertThat(page.locator(".told")).containsText("has its new version");
    List<SegmentRow> rows = rows(dispatch);
    assertEquals(4, rows.size());
    assertEquals(SegmentState.TRANSLATED, rows.get(1).translation().state());
  }

  private static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Rule::toString)
            .toList();
  }

  private static Dispatch take(String text) {
    return BROWSER
        .dragoman()
        .dispatches()
        .create(NewDispatch.of(Upload.pasted(text), EN, List.of(AZ, RU)), "RQ");
  }

  private static List<SegmentRow> rows(Dispatch dispatch) {
    return BROWSER.dragoman().dispatches().segments(dispatch.id(), AZ, 0, 100).items();
  }

  private static void save(Dispatch dispatch, int index, String text, SegmentState state) {
    SegmentRow row = rows(dispatch).get(index);
    BROWSER
        .dragoman()
        .dispatches()
        .save(row.segment().id(), AZ, 0, TaggedText.of(text), state, Optional.empty(), "RQ");
  }

  private static Page open(Dispatch dispatch, LanguageTag language) {
    return open(BROWSER.page(), dispatch, language);
  }

  private static Page open(Page page, Dispatch dispatch, LanguageTag language) {
    page.navigate("/dispatches/" + dispatch.id() + "/" + language);
    assertThat(target(page)).isFocused();
    return page;
  }

  private static Locator active(Page page) {
    return page.locator("segment-row.active");
  }

  private static Locator target(Page page) {
    return active(page).locator(".cm-content");
  }

  private static Locator row(Page page, int number) {
    return page.locator("segment-row").nth(number - 1);
  }
}
