package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.told;
import static dragoman.web.Screens.undo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dragoman.account.Person;
import dragoman.account.Role;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.Upload;
import dragoman.glossary.Concept;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Terms from a translator's proposal to the mend of ten years, in a real browser. */
class TermWorkflowBrowserTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final LanguageTag AZ = LanguageTag.of("az");

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aChangeShowsWhatItDoesIsAppliedInItsFormsAndUndone() {
    Memory news = BROWSER.dragoman().memories().create("News", "Desk");
    try (UnitWriter writer = BROWSER.dragoman().memories().writer(news, "Desk")) {
      writer.add(unit("Crews left Mingachevir.", "Бригады выехали из Мингечаура."));
      writer.add(unit("A drone fell over Mingachevir.", "Над Мингечауром упал беспилотник."));
      writer.add(unit("The plant Mingachevir-2 stands.", "Завод «Мингечаур-2» стоит."));
    }
    BROWSER
        .dragoman()
        .glossary()
        .save(
            Concept.draft(
                "",
                List.of(
                    Term.of(EN, "Mingachevir", Term.Status.PREFERRED),
                    Term.of(RU, "Мингечаур", Term.Status.PREFERRED))),
            "Desk");
    Page page = BROWSER.page();
    page.navigate("/glossary?search=Mingachevir");
    assertThat(page.locator("concept-view h1")).hasText("Mingachevir");
    page.locator("glossary-screen .concepts a").first().focus();
    page.keyboard().press("e");
    page.getByLabel("Text of term 2").fill("Мингечевир");
    page.keyboard().press("Alt+n");
    page.keyboard().type("Мингечаур");
    page.getByLabel("Language of term 3").selectOption("ru");
    page.getByLabel("Rule of term 3").selectOption("forbidden");
    page.getByLabel("Why (for the history)").fill("as the city has it");
    page.keyboard().press("Control+Enter");

    Locator impact = page.locator("concept-impact");
    assertThat(impact.locator("ins").first()).isVisible();
    assertThat(impact).containsText("3 units in 1 memory are touched");
    assertThat(impact.locator("ins"))
        .hasText(new String[] {"Мингечевира", "Мингечевиром", "Мингечевир"});
    assertThat(impact).containsText("perhaps part of another name");
    assertThat(button(page, "Save and mend 2")).isEnabled();
    assertAccessible(page);
    page.keyboard().press("Escape");
    assertThat(impact).hasCount(0);
    assertThat(page.getByLabel("Text of term 2")).hasValue("Мингечевир");
    page.keyboard().press("Control+Enter");
    assertThat(button(page, "Save and mend 2")).isEnabled();
    impact.locator("input[type=checkbox]").nth(2).check();
    assertThat(button(page, "Save and mend 3")).isEnabled();
    impact.locator("input[type=checkbox]").nth(2).uncheck();

    page.keyboard().press("Alt+Enter");
    assertThat(told(page, "2 translations mended")).isVisible();
    assertThat(page.locator("concept-view")).containsText("Мингечевир");
    assertThat(page.locator("concept-aside q")).hasText("as the city has it");
    Page memory = BROWSER.page();
    memory.navigate("/memory?search=Мингечевиром");
    assertThat(memory.locator("unit-grid")).containsText("Над Мингечевиром упал беспилотник.");

    undo(page, "2 translations mended");
    assertThat(told(page, "2 translations are as before")).isVisible();
    assertThat(page.locator("concept-view tbody tr")).hasCount(2);
    memory.navigate("/memory?search=Мингечауром");
    assertThat(memory.locator("unit-grid")).containsText("Над Мингечауром упал беспилотник.");
  }

  @Test
  void aTermIsProposedApprovedFoundAndMendedInOneKey() {
    // The administrator comes to be with the first page: before there is something to be told.
    Page page = BROWSER.page();
    Person nigar =
        BROWSER.dragoman().accounts().people().add("Nigar", "N", Role.TRANSLATOR, "Test");
    Dispatch dispatch = dispatch("Rain fell in Aghdara. The road is open.");
    Page translator = BROWSER.stranger();
    translator.navigate(
        "/sign-in?link=" + BROWSER.dragoman().accounts().sessions().link(nigar, "Test"));
    translator.navigate("/dispatches/" + dispatch.id() + "/az");
    Locator text = translator.locator("segment-row.active .cm-content");
    assertThat(text).isVisible();
    select(translator, "Aghdara");
    translator.keyboard().press("Alt+t");
    assertThat(translator.locator("#propose-source")).hasValue("Aghdara");
    translator.locator("#propose-target").fill("Ağdərə");
    translator.getByLabel("Why").fill("its own site");
    assertAccessible(translator);
    translator.keyboard().press("Control+Enter");
    assertThat(told(translator, "Proposed")).isVisible();
    assertThat(translator.locator("[aria-label=Terms] .word")).hasText("Ağdərə");

    page.navigate("/glossary");
    assertThat(page.locator("notices-button .chip")).hasText("1");
    page.keyboard().press("Alt+i");
    assertThat(page.locator("dialog"))
        .containsText("Nigar proposes “Aghdara · Ağdərə”: “its own site”");
    page.locator("dialog a").first().click();
    assertThat(page.locator("concept-view h1")).hasText("Aghdara");
    assertThat(page.locator("notices-button .chip")).hasCount(0);
    page.locator("glossary-screen .concepts a").first().focus();
    page.keyboard().press("a");
    assertThat(told(page, "is approved")).isVisible();

    assertThat(translator.locator("notices-button .chip")).hasText("1");
    text.click();
    translator.keyboard().insertText("Ağdəredə yağış yağdı.");
    Locator finding = translator.locator(".find");
    assertThat(finding).containsText("is not how we write Aghdara");
    translator.keyboard().press("Alt+Enter");
    assertThat(finding).hasCount(0);
    assertThat(text).hasText("Ağdərədə yağış yağdı.");
  }

  @Test
  void aFindingIsAcceptedWithAReasonAndTakenBack() {
    BROWSER
        .dragoman()
        .glossary()
        .save(
            Concept.draft(
                "",
                List.of(
                    Term.of(EN, "Shaki", Term.Status.PREFERRED),
                    Term.of(AZ, "Şəki", Term.Status.PREFERRED),
                    Term.of(AZ, "Nuxa", Term.Status.FORBIDDEN))),
            "Desk");
    Dispatch dispatch = dispatch("Shaki was once called Nukha.");
    Page page = BROWSER.page();
    page.navigate("/dispatches/" + dispatch.id() + "/az");
    Locator text = page.locator("segment-row.active .cm-content");
    text.click();
    page.keyboard().insertText("Şəki bir vaxt Nuxa adlanırdı.");
    Locator findings = page.locator("[aria-label=Findings]");
    assertThat(findings.locator(".find.is-error")).hasCount(1);
    page.keyboard().press("Alt+a");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog")).containsText("Write a reason");
    page.keyboard().type("the old name is meant");
    page.keyboard().press("Enter");
    assertThat(findings.locator(".find.is-accepted")).containsText("the old name is meant");
    assertThat(findings.locator(".find.is-accepted")).containsText("accepted here by Desk");
    assertThat(findings.locator(".find.is-error")).hasCount(0);
    assertAccessible(page);
    page.keyboard().press("End");
    page.keyboard().insertText("!");
    assertThat(findings.locator(".find.is-error")).hasCount(1);
    page.keyboard().press("Backspace");
    assertThat(findings.locator(".find.is-accepted")).hasCount(1);
    page.reload();
    assertThat(findings.locator(".find.is-accepted")).hasCount(1);
    button(page, "Take back").click();
    assertThat(findings.locator(".find.is-error")).hasCount(1);
  }

  private static void select(Page page, String word) {
    page.evaluate(
        """
        word => {
          const walker = document.createTreeWalker(document.querySelector('segment-row.active .source'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(word);
            if (at >= 0) return getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + word.length);
          }
        }""",
        word);
  }

  private static Dispatch dispatch(String text) {
    return BROWSER
        .dragoman()
        .dispatches()
        .create(NewDispatch.of(Upload.pasted(text), EN, List.of(AZ)), "Desk");
  }

  private static NewUnit unit(String en, String ru) {
    return new NewUnit(
        List.of(Variant.of(EN, TaggedText.of(en)), Variant.of(RU, TaggedText.of(ru))),
        Metadata.EMPTY,
        List.of());
  }
}
