package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen of alignments, in a real browser, by keyboard alone. */
class AlignmentBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String ENGLISH =
      """
      Twelve lorries left Ganja for Mingachevir on 3 May 2026. They carry 40 tonnes of food and 900 blankets.

      The Ministry of Emergency Situations said that 2,400 people wait for help. Most of them are in Mingachevir.

      "We have water for five days," said Leyla Aliyeva of the Red Crescent. The road to Yevlakh is open again.

      A second convoy is to leave Baku on Friday. It will bring medicine for 3 hospitals.
      """;
  private static final String AZERBAIJANI =
      """
      2026-cı il mayın 3-də on iki yük maşını Gəncədən Mingəçevirə yola düşdü. Onlar 40 ton ərzaq və 900 yorğan aparır.

      Fövqəladə Hallar Nazirliyi bildirib ki, 2400 nəfər yardım gözləyir və onların çoxu Mingəçevirdədir.

      “Beş gün üçün suyumuz var”, – Qızıl Aypara Cəmiyyətindən Leyla Əliyeva dedi. Yevlaxa gedən yol yenidən açıqdır.

      İkinci karvan cümə günü Bakıdan yola düşəcək. O, 3 xəstəxanaya dərman gətirəcək.
      """;

  @Test
  void twoPastedTextsAreLinkedMendedAndSavedIntoAMemoryByKeysAlone() throws IOException {
    Page page = create(ENGLISH, AZERBAIJANI);
    assertThat(page.locator(".bar-of h1")).not().isEmpty();
    press(page, "d");
    assertThat(page.locator(".link.beside")).hasCount(0);
    assertThat(page.locator(".link")).hasCount(7);
    String before = picture(page);

    press(page, "Home");
    Locator active = page.locator(".link.active");
    assertThat(active.locator(".n")).hasText("1");
    assertThat(active.locator(":focus")).hasCount(1);
    assertThat(active.locator(".gutter path").first()).hasAttribute("d", Pattern.compile("M.*C.*"));

    press(page, "j");
    assertThat(sides(active).first().locator(".sentence")).hasCount(2);
    assertThat(active.locator(".stand")).containsText("accepted");
    press(page, "s");
    assertThat(sides(active).first().locator(".sentence")).hasCount(1);
    assertThat(sides(active).last().locator(".sentence")).hasCount(1);
    assertThat(active.locator(".n")).hasText("1");

    press(page, "Control+ArrowDown");
    assertThat(active.locator(".n")).hasText("2");
    assertThat(sides(active).first().locator(".sentence")).hasCount(2);
    press(page, "Control+ArrowUp");
    assertThat(active.locator(".n")).hasText("1");
    assertThat(sides(active).first().locator(".sentence")).hasCount(1);

    press(page, "u");
    assertThat(active.locator(".none")).hasText("nothing in Azerbaijani");
    assertThat(active).containsText("alone");
    for (int step = 0; step < 5; step++) {
      press(page, "Control+z");
    }
    assertThat(button(page, "Undo Ctrl Z")).isDisabled();
    assertEquals(before, picture(page), "all is as the aligner left it");

    press(page, "Alt+s");
    assertThat(page.locator("cut-place")).isFocused();
    press(page, "Enter");
    assertThat(sides(active).first().locator(".sentence")).hasCount(2);
    press(page, "Alt+j");
    assertThat(sides(active).first().locator(".sentence")).hasCount(1);

    press(page, "Enter");
    press(page, "a");
    press(page, "Control+s");
    assertThat(page.locator("dialog")).containsText("Which links");
    page.getByLabel("Memory", exactly()).selectOption("0");
    page.getByLabel("Its name").fill("Archive");
    press(page, "Control+Enter");
    assertThat(told(page, "saved in Archive")).isVisible();
    assertThat(page.locator(".bar-of")).containsText("saved in Archive");

    Download download = page.waitForDownload(() -> export(page));
    String tmx = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertTrue(tmx.contains("<tu") && tmx.contains("Mingəçevirə"), tmx);

    told(page, "saved in Archive").getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("memory-screen tbody tr").first()).isVisible();
    press(page, "/");
    page.keyboard().insertText("lorries");
    assertThat(page.locator("memory-screen tbody tr")).hasCount(1);
    assertThat(page.locator("memory-screen tbody")).containsText("on iki yük maşını");
  }

  private static void export(Page page) {
    press(page, "x");
    assertThat(page.locator("dialog")).containsText("as TMX");
    press(page, "Control+Enter");
  }

  @Test
  void theDoubtfulComeFirstAndAcceptingGoesOnToTheNext() {
    // One sentence that nothing answers and one that says another thing.
    Page page =
        create(
            ENGLISH + "\n\nNobody knows when the schools will open. The minister resigned.",
            AZERBAIJANI + "\n\nHava isti olacaq, külək əsməyəcək, axşam yağış gözlənilmir.");
    Locator first = page.locator(".bar-of").getByText("Doubtful first");
    assertThat(first).hasAttribute("aria-pressed", "true");
    Locator active = page.locator(".link.active");
    assertThat(active).hasClass(Pattern.compile("doubtful"));
    List<Integer> sureness =
        page.locator(".link:not(.beside) .measure b").allTextContents().stream()
            .map(text -> Integer.parseInt(text.replaceAll("\\D", "")))
            .toList();
    assertEquals(sureness.stream().sorted().toList(), sureness, "the least sure first");
    assertTrue(sureness.get(sureness.size() - 1) < 90, sureness.toString());
    assertThat(page.locator(".link.beside")).hasCount(2);

    for (int left = sureness.size(); left > 0; left--) {
      assertThat(page.locator(".link:not(.beside) .measure")).hasCount(left);
      press(page, "Enter");
    }
    assertThat(told(page, "Nothing is doubtful any more")).isVisible();
    press(page, "d");
    assertThat(first).hasAttribute("aria-pressed", "false");
    assertThat(page.locator(".link:not(.beside)").nth(4)).isVisible();
    assertAccessible(page);
  }

  @Test
  void whatIsWrongWithTheTextsIsSaidAndMended() {
    BROWSER.expectError("status of 422");
    Page page = intake();
    give(page, ENGLISH, AZERBAIJANI);
    language(page, 0).selectOption("az");
    language(page, 1).selectOption("en");
    Locator said = page.locator("alignment-intake .error");
    assertThat(said).containsText("swapped");
    press(page, "Alt+Enter");
    assertThat(said).hasCount(0);
    assertThat(language(page, 0)).hasValue("en");
    assertThat(language(page, 1)).hasValue("az");

    page.getByLabel("Text 2", exactly()).fill("");
    press(page, "Control+Enter");
    assertThat(said).containsText("Text 2 is empty");
    page.getByLabel("Text 2", exactly()).fill(ENGLISH);
    assertThat(said).isVisible();
    press(page, "Control+Enter");
    assertThat(said).isVisible();
    assertThat(page).hasURL(Pattern.compile("/alignment\\?new"));
    assertAccessible(page);
    press(page, "Escape");
    assertThat(page.locator("alignments-screen footer")).containsText("alignment");
  }

  @Test
  void threeFilesBecomeThreeColumnsAndArabicStandsFromTheRight() {
    Page page = intake();
    page.locator("file-drop input")
        .setInputFiles(
            new FilePayload[] {
              file(
                  "convoy_en.txt", "The convoy left Ganja on 3 May. It carries 40 tonnes of food."),
              file("convoy_ar.txt", "غادرت القافلة كنجة في 3 مايو. وهي تحمل 40 طنا من الغذاء."),
              file("convoy_ru.txt", "Колонна вышла из Гянджи 3 мая. Она везёт 40 тонн еды.")
            });
    assertThat(page.locator("alignment-intake .one")).hasCount(3);
    assertThat(language(page, 2)).hasValue("ru");
    press(page, "Control+Enter");
    Locator row = page.locator(".link.active");
    assertThat(sides(row)).hasCount(3);
    assertThat(sides(row).nth(1).locator(".sentence").first()).hasAttribute("dir", "rtl");
    assertThat(row.locator(".gutter")).hasCount(2);
    press(page, "Escape");
    page.locator("alignments-screen a.title").first().focus();
    press(page, "Delete");
    assertThat(told(page, "is deleted")).isVisible();
    Screens.undo(page, "is deleted");
    assertThat(page.locator("alignments-screen tbody")).containsText("Arabic");
  }

  @Test
  void twoPeopleOnOneAlignmentAreToldOfEachOther() {
    Page mine = create(ENGLISH, AZERBAIJANI);
    String path = mine.url();
    Page theirs = BROWSER.page();
    theirs.navigate(path);
    assertThat(theirs.locator(".link.active")).isVisible();
    press(theirs, "d");
    assertThat(theirs.locator(".link.beside")).hasCount(0);
    press(theirs, "Home");
    press(theirs, "j");
    assertThat(theirs.locator(".link.active .stand")).containsText("accepted");
    assertThat(told(mine, "changed this alignment")).isVisible();

    // Now the news do not arrive, and the change is made of what is not there any more.
    BROWSER.expectError("status of 409");
    BROWSER.expectError("ERR_FAILED");
    Page deaf = BROWSER.page();
    deaf.route("**/api/events", route -> route.abort());
    deaf.navigate(path);
    assertThat(deaf.locator(".link.active")).isVisible();
    press(deaf, "d");
    assertThat(deaf.locator(".link.beside")).hasCount(0);
    press(theirs, "Control+z");
    assertThat(told(theirs, "as before")).isVisible();
    press(deaf, "Home");
    press(deaf, "j");
    assertThat(told(deaf, "so the join was not done")).isVisible();
    assertEquals(picture(theirs), picture(deaf));
  }

  @Test
  void everyEditKeepsEachSentenceOnceAndInOrder() {
    Page page = BROWSER.page();
    page.navigate("/alignment");
    Object wrong =
        page.evaluate(
            """
            async () => {
              const {join, split, moveUp, moveDown, unlink} = await import('/web/alignment/edits.js');
              let seed = 11;
              const below = n => (seed = (seed * 16807) % 2147483647) % n;
              const wrong = [];
              for (let run = 0; run < 2000; run++) {
                const next = [0, 0, 0];
                const texts = 2 + below(2);
                const link = id => {
                  const sides = Array.from({length: texts}, (_, k) => Array.from({length: below(4)}, () => ({id: 1000 * k + next[k]++, text: 'x'.repeat(1 + below(40))})));
                  if (!sides.some(side => side.length)) sides[0].push({id: next[0]++, text: 'x'});
                  return {id, sides};
                };
                const [first, second] = [link(1), link(2)];
                const side = below(texts);
                const at = below(Math.max(1, second.sides[side].length));
                const lower = below(Math.max(1, first.sides[side].length));
                for (const edit of [join(first, second), split(second, side, at), moveUp(second, side, at, first), moveDown(first, side, lower, second), unlink(second, side)]) {
                  if (!edit) continue;
                  const old = [first, second].filter(one => edit.links.includes(one.id));
                  for (let k = 0; k < texts; k++) {
                    const before = old.flatMap(one => one.sides[k].map(s => s.id));
                    const after = edit.groups.flatMap(group => group[k]);
                    if (JSON.stringify(before) !== JSON.stringify(after)) wrong.push([run, edit]);
                  }
                  if (edit.groups.some(group => group.every(one => !one.length))) wrong.push([run, 'empty']);
                }
              }
              return wrong.length ? JSON.stringify(wrong[0]) : '';
            }
            """);
    assertEquals("", wrong);
  }

  private static Page intake() {
    Page page = BROWSER.page();
    page.navigate("/alignment");
    assertThat(page.locator("alignments-screen footer")).containsText("alignment");
    press(page, "n");
    assertThat(page.getByLabel("Text 1", exactly())).isFocused();
    return page;
  }

  private static void give(Page page, String first, String second) {
    page.keyboard().insertText(first);
    press(page, "Tab");
    press(page, "Tab");
    assertThat(page.getByLabel("Text 2", exactly())).isFocused();
    page.keyboard().insertText(second);
    assertThat(language(page, 1)).hasValue(Pattern.compile(".+"));
  }

  /** Makes an alignment of two texts; the keyboard is in its least sure link. */
  private static Page create(String first, String second) {
    Page page = intake();
    give(page, first, second);
    press(page, "Control+Enter");
    page.waitForURL(Pattern.compile("/alignment/\\d+"));
    assertThat(page.locator(".link.active :focus")).hasCount(1);
    return page;
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator language(Page page, int text) {
    return page.locator("#language-" + text);
  }

  private static Locator sides(Locator row) {
    return row.locator(".side");
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }

  /** All links as they stand: numbers, texts, how sure. */
  private static String picture(Page page) {
    assertThat(page.locator(".link.waiting")).hasCount(0);
    return String.join("\n", page.locator(".link").allInnerTexts());
  }
}
