package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting in, and what holds on every page: languages, keys, addresses that lead nowhere. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SignInE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void demo_printsRecordsCustomersAndScore() {
    assertThat(browser.program().output())
        .containsPattern("records of every channel became [0-9,]+ customers");
    assertThat(browser.program().output()).containsPattern("precision (0\\.[0-9]{4}|1\\.0000)");
  }

  @Test
  void anyPage_withoutSigningIn_leadsToSignInAndOn() {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    page.navigate(browser.program().firstCustomer());
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    visitor.screenshot("sign-in");
    visitor.enter(browser.program().name(), browser.program().password());
    assertThat(page).hasURL(Pattern.compile(".*" + browser.program().firstCustomer() + ".*"));
  }

  @Test
  void signIn_wrongPassword_saysSoAndStaysOut() {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    page.navigate("/sign-in");
    visitor.enter(browser.program().name(), "this is not the password");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not go together");
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void signIn_formThatLayOpenTooLong_isShownAgainWithTheReason() {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    page.navigate("/sign-in");
    page.context().clearCookies();
    visitor.enter(browser.program().name(), browser.program().password());
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("lay open too long");
    visitor.enter(browser.program().name(), browser.program().password());
    assertThat(visitor.heading("Who is it?")).isVisible();
  }

  @Test
  void language_chosenBeforeSignIn_staysAndIsThatOfThePage() {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    page.navigate("/sign-in");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    visitor.press("Bahasa Indonesia");
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    visitor.enter(browser.program().name(), browser.program().password());
    assertThat(visitor.heading("Siapa pelanggannya?")).isVisible();
    page.navigate("/nowhere");
    assertThat(visitor.heading("Tidak ditemukan")).isVisible();
    visitor.press("English");
    assertThat(visitor.heading("Not found")).isVisible();
  }

  @Test
  void language_nothingChosen_isWhatTheBrowserAsksFor() {
    Visitor visitor = browser.visit(new Browser.NewContextOptions().setLocale("id-ID"));
    Page page = visitor.page();
    page.navigate("/sign-in");
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    assertThat(visitor.heading("Cornerstore")).isVisible();
    assertThat(page.getByLabel("Kata sandi")).isVisible();
  }

  @Test
  void unknownAddress_isAPageForPeopleAndAProblemForPrograms() {
    Page page = browser.withoutScript().signIn().page();
    for (String address :
        List.of(Visitor.NOBODY, Visitor.NOBODY + "/match", "/customers/nobody", "/nowhere")) {
      Response answer = page.navigate(address);
      assertThat(answer.status()).as(address).isEqualTo(404);
      assertThat(answer.headerValue("content-type")).as(address).startsWith("text/html");
      assertThat(page.locator("main h1")).isVisible();
      assertThat(page.locator("main a.button")).hasAttribute("href", "/");
    }
    var forPrograms = page.request().get(browser.program().address() + "api/nowhere");
    assertThat(forPrograms.status()).isEqualTo(404);
    assertThat(forPrograms.headers().get("content-type")).startsWith("application/problem+json");
  }

  @Test
  void keyboard_tabFromTheTop_reachesSkipLinkThenTheContent() {
    Page page = browser.withScript().signIn().page();
    page.navigate("/feeds");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }
}
