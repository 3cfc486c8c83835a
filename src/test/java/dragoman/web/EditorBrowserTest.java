package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.SegmentRow;
import dragoman.dispatch.SegmentState;
import dragoman.dispatch.Upload;
import dragoman.glossary.Concept;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import dragoman.memory.NewUnit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The editor as a translator meets it, by keys. */
class EditorBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final LanguageTag AR = LanguageTag.of("ar");

  private static final String LORRIES = "Two lorries left Baku this morning.";
  private static final String LORRIES_AZ = "Bu səhər Bakıdan iki yük maşını yola düşüb.";

  @BeforeAll
  static void prepare() {
    Memory memory = BROWSER.dragoman().memories().create("News", "");
    try (UnitWriter writer = BROWSER.dragoman().memories().writer(memory, "RQ")) {
      writer.add(
          NewUnit.of(
              Variant.of(EN, TaggedText.of(LORRIES)), Variant.of(AZ, TaggedText.of(LORRIES_AZ))));
    }
    BROWSER
        .dragoman()
        .glossary()
        .save(
            Concept.draft(
                "",
                List.of(
                    Term.of(EN, "Mingachevir", Term.Status.PREFERRED),
                    Term.of(AZ, "Mingəçevir", Term.Status.PREFERRED),
                    Term.of(AZ, "Mingəçaur", Term.Status.FORBIDDEN))),
            "RQ");
    place("Baku", "Bakı");
    place("Barda", "Bərdə");
  }

  private static void place(String english, String azerbaijani) {
    Concept concept =
        Concept.draft(
            "",
            List.of(
                Term.of(EN, english, Term.Status.PREFERRED),
                Term.of(AZ, azerbaijani, Term.Status.PREFERRED)));
    BROWSER.dragoman().glossary().save(concept, "RQ");
  }

  @Test
  void aMatchIsTakenByItsKeyAndConfirmingGoesToTheNextRow() {
    Dispatch dispatch = take("<p>" + LORRIES + "</p><p>A second convoy is planned.</p>");
    Page page = open(dispatch, AZ);
    assertThat(page.locator(".hit .score")).containsText("100");

    page.keyboard().press("Control+1");
    assertThat(target(page)).hasText(LORRIES_AZ);
    page.keyboard().press("Control+Enter");

    assertThat(active(page).locator(".source")).hasText("A second convoy is planned.");
    assertThat(row(page, 1).locator(".s")).containsText("confirmed");
    assertThat(page.locator("footer")).containsText("1 of 2 confirmed");
    assertThat(page.locator("footer")).containsText("Everything saved");
    SegmentRow stored = stored(dispatch, AZ, 0);
    assertEquals(SegmentState.TRANSLATED, stored.translation().state());
    assertEquals(LORRIES_AZ, stored.translation().target().plain());
    assertEquals(100, stored.translation().origin().orElseThrow().score());

    page.keyboard().press("Control+ArrowUp");
    page.keyboard().press("Control+Shift+Enter");
    assertThat(active(page).locator(".s")).containsText("draft");
    assertThat(page.locator("footer")).containsText("0 of 2 confirmed");
  }

  @Test
  void aFormThatTheDeskForbidsIsFoundWhileTypingAndMendedByOneKey() {
    Dispatch dispatch = take("<p>Mingachevir has power again.</p>");
    Page page = open(dispatch, AZ);
    assertThat(page.locator(".tline").first()).containsText("Mingəçevir");

    page.keyboard().type("Mingəçaur yenidən işıqlanıb.");
    assertThat(page.locator(".find")).hasCount(1);
    assertThat(page.locator(".find")).containsText("Mingəçaur");
    assertThat(target(page).locator(".finding")).hasText("Mingəçaur");

    page.keyboard().press("Alt+Enter");
    assertThat(target(page)).hasText("Mingəçevir yenidən işıqlanıb.");
    assertThat(page.locator(".find")).hasCount(0);
    page.keyboard().press("Control+z");
    assertThat(target(page)).hasText("Mingəçaur yenidən işıqlanıb.");
  }

  @Test
  void anotherNameInTheMatchIsMendedAndTheMatchIsAtHandAsItWas() {
    Page page = open(take("<p>Two lorries left Barda this morning.</p>"), AZ);
    assertThat(page.locator(".hit .mended").first()).hasText("Bərdədən");
    page.keyboard().press("Control+1");
    assertThat(target(page)).hasText(LORRIES_AZ.replace("Bakıdan", "Bərdədən"));
    assertThat(page.locator(".find")).hasCount(0);

    assertThat(page.locator(".other .change").first()).hasText("Bakıdan");
    page.keyboard().press("Control+Shift+1");
    assertThat(target(page)).hasText(LORRIES_AZ);
    assertThat(page.locator(".find")).containsText("Barda");
    page.keyboard().press("Alt+Enter");
    assertThat(target(page)).hasText(LORRIES_AZ.replace("Bakıdan", "Bərdədən"));
    assertThat(page.locator(".find")).hasCount(0);
  }

  @Test
  void whereNothingIsLikeTheSentenceWhatIsKnownOfItsPartsIsInsertedByKey() {
    Page page =
        open(
            take(
                "<p>The old men of the village told us on the road that two lorries left Baku this"
                    + " morning without any of them.</p>"),
            AZ);
    assertThat(page.locator(".hit")).hasCount(0);
    assertThat(page.locator(".pline")).hasCount(1);
    assertThat(page.locator(".pline")).containsText("two lorries left Baku this morning");
    page.keyboard().press("Alt+Shift+Digit1");
    assertThat(target(page)).hasText(LORRIES_AZ.substring(0, LORRIES_AZ.length() - 1));
  }

  @Test
  void aTermWithoutAPlaceIsNotWrittenBehindTheFullStop() {
    Page page = open(take("<p>Mingachevir has light.</p>"), AZ);
    page.keyboard().type("İşıq var.");
    assertThat(page.locator(".find")).containsText("Mingəçevir");
    page.keyboard().press("Alt+Enter");
    assertThat(target(page)).hasText("İşıq var Mingəçevir.");
  }

  @Test
  void tagsThatAreMissingAreSaidOnceBeforeConfirming() {
    Dispatch dispatch = take("<p>The <b>road</b> is long.</p><p>The end.</p>");
    Page page = open(dispatch, AZ);
    page.keyboard().type("Yol uzundur.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".told")).containsText("2 tags of the source are missing");
    assertThat(active(page).locator(".source")).containsText("is long");
    page.keyboard().press("Control+Enter");
    assertThat(active(page).locator(".source")).hasText("The end.");
    assertThat(row(page, 1).locator(".s")).containsText("confirmed");
    assertEquals(SegmentState.TRANSLATED, stored(dispatch, AZ, 0).translation().state());
  }

  @Test
  void whenTheSessionEndsTheKeysStayInTheQuestionUntilAnotherTabSignsIn() {
    BROWSER.expectError("status of 401");
    Dispatch dispatch = take("<p>The well is deep.</p><p>The end.</p>");
    Page page = open(dispatch, AZ);
    page.context().clearCookies();
    page.keyboard().type("Quyu dərindir.");
    Locator question = page.locator("sign-in");
    assertThat(question).containsText("session has ended");
    page.keyboard().press("Control+Enter");
    page.keyboard().press("Escape");
    assertThat(question.getByLabel("Name")).isFocused();
    assertThat(page.locator("footer")).containsText("0 of 2 confirmed");
    assertThat(page.locator(".told > div")).hasCount(0);

    Page other = page.context().newPage();
    var accounts = BROWSER.dragoman().accounts();
    other.navigate("/sign-in?link=" + accounts.sessions().link(accounts.administrator(), "Test"));
    assertThat(question).hasCount(0);
    assertThat(target(page)).isFocused();
    assertThat(page.locator("footer")).containsText("Everything saved");
    assertEquals("Quyu dərindir.", stored(dispatch, AZ, 0).translation().target().plain());
    other.close();
  }

  @Test
  void theKeysAreShownOverTheScreenAndEscapeGoesBackToTheText() {
    Page page = open(take("<p>The well is deep.</p>"), AZ);
    page.keyboard().type("Quyu");
    page.keyboard().press("F1");
    assertThat(page.locator("dialog")).containsText("Mend the first finding");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(target(page)).isFocused();
    page.keyboard().type(" dərindir.");
    assertThat(target(page)).hasText("Quyu dərindir.");
  }

  @Test
  void aTermIsInsertedByItsKeyWithTheSpaceThatItNeeds() {
    Page page = open(take("<p>Lorries reach Mingachevir.</p>"), AZ);
    assertThat(page.locator(".tline")).hasCount(1);
    page.keyboard().type("Yük maşınları");
    page.keyboard().press("Alt+1");
    assertThat(target(page)).hasText("Yük maşınları Mingəçevir");
  }

  @Test
  void tagsAreChipsThatCannotBeBroken() {
    Dispatch dispatch = take("<p>The town gets <b>40 tonnes</b> of aid.</p>");
    Page page = open(dispatch, AZ);
    page.keyboard().press("Control+Insert");
    assertThat(target(page).locator(".tag")).hasCount(2);

    // One step back over the chip, one key takes it as a whole, undo brings it back as a whole.
    page.keyboard().press("Control+Home");
    for (int i = 0; i < "The town gets ".length() + 1; i++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().press("Backspace");
    assertThat(target(page).locator(".tag")).hasCount(1);
    assertThat(target(page)).containsText("The town gets 40 tonnes");
    assertThat(page.locator(".find")).not().hasCount(0);
    page.keyboard().press("Control+z");
    assertThat(target(page).locator(".tag")).hasCount(2);

    // Cut and pasted they come along, and never a second time.
    page.keyboard().press("Control+a");
    page.keyboard().press("Control+x");
    assertThat(target(page).locator(".tag")).hasCount(0);
    page.keyboard().press("Control+v");
    page.keyboard().press("Control+v");
    assertThat(target(page).locator(".tag")).hasCount(2);

    // In order, by one key, around what is selected.
    page.keyboard().press("Alt+Delete");
    page.keyboard().type("40 ton");
    page.keyboard().press("Control+a");
    page.keyboard().press("F9");
    page.keyboard().type(" yardım");
    page.keyboard().press("Control+Enter");
    assertThat(active(page).locator(".s")).containsText("confirmed");
    assertThat(page.locator("footer")).containsText("Everything saved");
    TaggedText stored = stored(dispatch, AZ, 0).translation().target();
    assertEquals("40 ton yardım", stored.plain());
    assertEquals(
        List.of("0 OPEN", "6 CLOSE"),
        stored.tags().stream().map(tag -> tag.at() + " " + tag.kind()).toList());
    assertEquals(List.of("<b>", "</b>"), stored.tags().stream().map(Tag::data).toList());
  }

  @Test
  void whatTwoWroteStandsSideBySideAndNothingIsOverwritten() {
    BROWSER.expectError("409");
    BROWSER.expectError("ERR_FAILED");
    Dispatch dispatch = take("<p>The road is open.</p><p>The bridge is closed.</p>");
    Page first = open(dispatch, AZ);
    Page second = BROWSER.page();
    // It does not hear of what others do, as when two save at the same moment.
    second.route("**/api/events*", Route::abort);
    open(second, dispatch, AZ);
    first.keyboard().type("Yol açıqdır.");
    assertThat(active(first)).containsText("draft, saved");
    second.keyboard().type("Yol artıq açıqdır.");

    Locator dialog = second.locator("dialog");
    assertThat(dialog).containsText("written twice");
    assertThat(dialog).containsText("Yol açıqdır.");
    assertThat(dialog.locator("mark")).hasText("artıq ");
    second.keyboard().press("Escape");
    assertThat(second.locator("footer")).containsText("1 written twice");
    assertEquals("Yol açıqdır.", stored(dispatch, AZ, 0).translation().target().plain());

    second.getByText("1 written twice").click();
    second.keyboard().press("Control+1");
    assertThat(second.locator("footer")).containsText("Everything saved");
    assertEquals("Yol artıq açıqdır.", stored(dispatch, AZ, 0).translation().target().plain());
    assertThat(target(first)).hasText("Yol artıq açıqdır.");
  }

  @Test
  void whatIsWrittenWithoutAConnectionIsKeptOverAReloadAndGoesOut() {
    BROWSER.expectError("ERR_FAILED");
    Dispatch dispatch = take("<p>Schools open on Monday.</p>");
    Page page = open(dispatch, AZ);
    page.route("**/translations/**", Route::abort);
    page.keyboard().type("Məktəblər bazar ertəsi açılır.");
    assertThat(page.locator(".loud")).containsText("cannot be reached");
    assertThat(page.locator("footer")).containsText("not saved");
    assertEquals("", stored(dispatch, AZ, 0).translation().target().plain());

    page.unroute("**/translations/**");
    page.reload();
    assertThat(target(page)).hasText("Məktəblər bazar ertəsi açılır.");
    assertThat(page.locator("footer")).containsText("Everything saved");
    assertEquals(
        "Məktəblər bazar ertəsi açılır.", stored(dispatch, AZ, 0).translation().target().plain());
  }

  @Test
  void arabicIsWrittenFromTheRightWithItsTags() {
    Dispatch dispatch = take("<p>The town gets <b>40</b> tonnes.</p>");
    Page page = open(dispatch, AR);
    assertThat(target(page)).hasAttribute("dir", "rtl");
    assertThat(target(page)).hasAttribute("lang", "ar");
    page.keyboard().type("تتلقى المدينة ");
    page.keyboard().press("F9");
    page.keyboard().type("40");
    page.keyboard().press("F9");
    page.keyboard().type(" طنا.");
    page.keyboard().press("Control+Enter");
    assertThat(active(page).locator(".s")).containsText("confirmed");
    assertThat(page.locator("footer")).containsText("Everything saved");
    TaggedText stored = stored(dispatch, AR, 0).translation().target();
    assertEquals("تتلقى المدينة 40 طنا.", stored.plain());
    assertEquals(List.of(14, 16), stored.tags().stream().map(Tag::at).toList());
  }

  @Test
  void theNextLanguageOpensAtTheSameRow() {
    Dispatch dispatch = take("<p>One.</p><p>Two.</p><p>Three.</p>");
    Page page = open(dispatch, AZ);
    page.keyboard().press("Control+ArrowDown");
    assertThat(active(page).locator(".source")).hasText("Two.");
    page.keyboard().press("Alt+PageDown");
    page.waitForURL("**/ru");
    assertThat(target(page)).hasAttribute("lang", "ru");
    assertThat(active(page).locator(".source")).hasText("Two.");
  }

  @Test
  void aLongDispatchDrawsTheRowsNearTheEyeAndFindsAnyOther() {
    String text =
        IntStream.rangeClosed(1, 1500)
            .mapToObj(i -> "<p>Convoy " + i + " is on its way.</p>")
            .collect(Collectors.joining());
    Page page = open(take(text), AZ);
    assertThat(page.locator("footer")).containsText("0 of 1500 confirmed");
    assertTrue(page.locator("segment-row").count() < 300);

    page.keyboard().press("Control+k");
    page.keyboard().type("Convoy 1234 ");
    assertThat(page.locator("#found [aria-selected=true]")).containsText("Convoy 1234");
    page.keyboard().press("Enter");
    assertThat(active(page).locator(".source")).hasText("Convoy 1234 is on its way.");
    assertThat(active(page)).isInViewport();
    page.keyboard().press("Control+ArrowDown");
    assertThat(active(page).locator(".source")).hasText("Convoy 1235 is on its way.");
    assertThat(active(page)).isInViewport();
  }

  @Test
  void theEditorHasNoSeriousFaultOfAccessibility() {
    Page page = open(take("<p>Mingachevir gets <b>40 tonnes</b>.</p>"), AZ);
    page.keyboard().type("Mingəçaur");
    assertThat(page.locator(".find").first()).isVisible();
    List<String> faults =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Rule::toString)
                .toList();
    assertEquals(List.of(), faults);
  }

  private static Dispatch take(String body) {
    String page = "<!doctype html><html><body>" + body + "</body></html>";
    Upload upload = new Upload("dispatch.html", page.getBytes(StandardCharsets.UTF_8));
    return BROWSER
        .dragoman()
        .dispatches()
        .create(NewDispatch.of(upload, EN, List.of(AZ, RU, AR)), "RQ");
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

  private static SegmentRow stored(Dispatch dispatch, LanguageTag language, int index) {
    return BROWSER
        .dragoman()
        .dispatches()
        .segments(dispatch.id(), language, index, 1)
        .items()
        .get(0);
  }
}
