package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Unit;
import dragoman.memory.UnitWriter;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Care of a memory, and its figures, in a real browser and by keys alone. */
class CareBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void whatIsWrongIsFoundChosenSeenMendedAndUndoneByKeysAlone() {
    Memory memory =
        memory(
            "Harbour",
            new String[][] {
              {"The harbour is closed at night.", "The harbour is closed at night."},
              {"The boats wait in the bay today.", "The boats wait in the bay today."},
              {"The bridge is open again.", "Körpü yenidən açıqdır."},
              {"The bridge was opened in 2023.", "Körpü 2021-ci ildə açılıb."}
            });
    List<Unit> before = units(memory);
    Page page = BROWSER.page();
    page.navigate("/memory?memory=" + memory.id());
    assertThat(page.locator("unit-grid tbody tr")).hasCount(4);
    page.keyboard().press("c");
    assertThat(page.locator("care-screen h1")).hasText("Care of Harbour");
    assertThat(page.locator("care-screen .empty")).containsText("Nobody has looked");
    page.keyboard().press("l");
    Locator rows = page.locator("finding-list tbody tr");
    assertThat(rows).hasCount(3);
    assertThat(page.locator("care-screen [role=status]").first()).containsText("4 units looked");

    page.keyboard().press("Alt+4");
    assertThat(rows).hasCount(2);
    page.keyboard().press("/");
    page.keyboard().type("harbour");
    assertThat(rows).hasCount(1);
    page.keyboard().press("Control+a");
    page.keyboard().press("Backspace");
    assertThat(rows).hasCount(2);
    page.keyboard().press("ArrowDown");
    assertThat(rows.first()).isFocused();
    page.keyboard().press("Space");
    assertThat(rows.first()).hasAttribute("aria-selected", "true");
    assertThat(rows.last()).hasAttribute("aria-selected", "false");
    page.keyboard().press("Control+a");
    assertThat(rows.last()).hasAttribute("aria-selected", "true");
    assertAccessible(page);

    page.keyboard().press("m");
    Locator dialog = page.locator("dialog");
    assertThat(dialog).containsText("2 units change");
    assertThat(dialog.locator("tbody tr")).hasCount(2);
    assertAccessible(page);
    assertEquals(before, units(memory), "nothing changes before somebody says so");
    page.keyboard().press("Control+Enter");
    assertThat(told(page, "2 units are mended")).isVisible();
    assertThat(rows).hasCount(0);
    assertThat(page.locator("step-list li")).hasCount(1);
    assertEquals(2, units(memory).size());

    page.keyboard().press("Alt+z");
    assertThat(told(page, "2 units are as before")).isVisible();
    assertThat(page.locator("step-list li")).containsText("Undone by");
    assertThat(rows).hasCount(2);
    assertEquals(
        before.stream().map(Unit::variants).toList(),
        units(memory).stream().map(Unit::variants).toList());

    page.keyboard().press("Escape");
    assertThat(page.locator("unit-grid tbody tr")).hasCount(4);
  }

  @Test
  void aPlanThatIsLeftChangesNothing() {
    Memory memory = memory("Ferry", new String[][] {{"The ferry is late.", "The ferry is late."}});
    Page page = BROWSER.page();
    page.navigate("/memory?memory=" + memory.id());
    assertThat(page.locator("unit-grid tbody tr")).hasCount(1);
    page.keyboard().press("c");
    assertThat(page.locator("care-screen .empty")).isVisible();
    page.keyboard().press("l");
    assertThat(page.locator("finding-list tbody tr")).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Delete");
    assertThat(page.locator("dialog")).containsText("1 unit changes");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("finding-list tbody tr")).hasCount(1);
    assertThat(page.locator("step-list li")).hasCount(0);
    assertEquals(1, units(memory).size());
  }

  @Test
  void theFiguresOfAMemoryArePicturesAndTables() {
    Memory memory =
        memory(
            "Lighthouse",
            new String[][] {
              {"The lamp is lit.", "Çıraq yanır."}, {"The lamp is out.", "Çıraq sönüb."}
            });
    Page page = BROWSER.page();
    page.navigate("/memory?memory=" + memory.id());
    assertThat(page.locator("unit-grid tbody tr")).hasCount(2);
    page.keyboard().press("f");
    assertThat(page.locator("figures-screen h1")).hasText("Figures of Lighthouse");
    Locator languages =
        page.locator("figure").filter(new Locator.FilterOptions().setHasText("Texts by language"));
    String said = languages.locator("[role=img]").getAttribute("aria-label");
    assertTrue(said.contains("4 in all"), said);
    languages.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(languages.locator("table")).containsText("Azərbaycan");
    assertThat(languages.locator("tbody td").first()).hasText("2");
    assertAccessible(page);
  }

  private static Memory memory(String name, String[][] pairs) {
    Memory memory = BROWSER.dragoman().memories().create(name, "");
    try (UnitWriter writer = BROWSER.dragoman().memories().writer(memory, "Desk")) {
      for (String[] pair : pairs) {
        writer.add(
            new NewUnit(
                List.of(
                    Variant.of(LanguageTag.of("en"), TaggedText.of(pair[0])),
                    Variant.of(LanguageTag.of("az"), TaggedText.of(pair[1]))),
                Metadata.EMPTY,
                List.of()));
      }
    }
    return memory;
  }

  private static List<Unit> units(Memory memory) {
    List<Unit> units = new ArrayList<>();
    BROWSER.dragoman().memories().eachUnit(memory, units::add);
    return units;
  }
}
