package dragoman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dragoman.web.Screens.assertAccessible;
import static dragoman.web.Screens.button;
import static dragoman.web.Screens.told;
import static dragoman.web.Screens.undo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People, their ways in and out, in a real browser. */
class AccountsBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aSecondPersonComesInByLinkSetsAPasswordGoesAndComesBack() {
    BROWSER.expectError("status of 401");
    String link = add("Lale Hüseynova");
    Page second = BROWSER.stranger();
    second.navigate(link);
    assertThat(second.locator("dispatches-screen")).isVisible();
    second.navigate("/accounts");
    Locator you = second.locator("accounts-screen aside");
    assertThat(you).containsText("Lale Hüseynova");
    assertThat(button(second, "Add a person")).hasCount(0);

    second.getByLabel("New password").fill("correct horse battery");
    second.getByLabel("The same again").fill("correct horse");
    button(second, "Set the password").click();
    assertThat(you.locator(".error")).containsText("differ");
    second.getByLabel("The same again").fill("correct horse battery");
    button(second, "Set the password").click();
    assertThat(told(second, "Your password is set")).isVisible();

    second.locator("accounts-screen aside").getByText("Sign out").click();
    assertThat(second.locator("sign-in")).isVisible();
    second.getByLabel("Name").fill("Lale Hüseynova");
    second.getByLabel("Password").fill("wrong horse battery");
    button(second, "Sign in").click();
    assertThat(second.locator("sign-in .error")).containsText("do not fit");
    second.getByLabel("Password").fill("correct horse battery");
    button(second, "Sign in").click();
    assertThat(second.locator("dispatches-screen")).isVisible();
  }

  @Test
  void aLinkWorksOnceAndSaysSo() {
    BROWSER.expectError("status of 401");
    String link = add("Rauf");
    Page first = BROWSER.stranger();
    first.navigate(link);
    assertThat(first.locator("dispatches-screen")).isVisible();
    Page again = BROWSER.stranger();
    again.navigate(link);
    assertThat(again.locator("sign-in .error")).containsText("used already");
    assertAccessible(again);
  }

  @Test
  void whoeverIsDeactivatedIsSignedOutAndCanBeLetInAgain() {
    BROWSER.expectError("status of 401");
    String link = add("Tural");
    Page theirs = BROWSER.stranger();
    theirs.navigate(link);
    assertThat(theirs.locator("dispatches-screen")).isVisible();

    Page page = open();
    Locator row = row(page, "Tural");
    row.getByText("Deactivate").click();
    assertThat(row).containsText("no longer here");
    theirs.navigate("/glossary");
    assertThat(theirs.locator("sign-in")).isVisible();
    undo(page, "can no longer sign in");
    assertThat(row).not().containsText("no longer here");
    row.getByText("New sign-in link").click();
    theirs.navigate(page.locator("#secret").inputValue());
    assertThat(theirs.locator("dispatches-screen")).isVisible();
  }

  @Test
  void aRoleIsChangedAndChangedBack() {
    add("Ilqar");
    Page page = open();
    Locator role = page.getByLabel("Role of Ilqar");
    role.selectOption("chief");
    assertThat(told(page, "is chief now")).isVisible();
    undo(page, "is chief now");
    assertThat(role).hasValue("translator");
  }

  @Test
  void aTokenIsShownOnceAndRevoked() {
    Page page = open();
    page.getByLabel("What for").fill("wire feed");
    button(page, "Make a token").click();
    assertTrue(page.locator("#secret").inputValue().length() >= 20);
    page.keyboard().press("Escape");
    Locator token = page.locator(".tokens li");
    assertThat(token).containsText("wire feed");
    button(page, "Revoke wire feed").click();
    assertThat(token).hasCount(0);
  }

  @Test
  void theScreenIsAccessible() {
    Page page = open();
    page.locator("summary").click();
    assertThat(page.locator("details tbody tr").first()).isVisible();
    assertAccessible(page);
    page.keyboard().press("n");
    assertThat(page.locator("dialog")).isVisible();
    assertAccessible(page);
  }

  private static Page open() {
    Page page = BROWSER.page();
    page.navigate("/accounts");
    assertThat(page.locator(".people tbody tr").first()).isVisible();
    return page;
  }

  private static Locator row(Page page, String name) {
    return page.locator(".people tbody tr").filter(new Locator.FilterOptions().setHasText(name));
  }

  /** Adds a person by the screen, and gives the link to hand over. */
  private static String add(String name) {
    Page page = open();
    page.keyboard().press("n");
    assertThat(page.locator("#person-name")).isFocused();
    page.keyboard().type(name);
    page.keyboard().press("Control+Enter");
    String link = page.locator("#secret").inputValue();
    page.keyboard().press("Escape");
    assertThat(row(page, name)).isVisible();
    return link;
  }
}
