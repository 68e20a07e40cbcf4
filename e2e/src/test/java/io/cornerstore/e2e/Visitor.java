package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;

/** Somebody at the screen: what a person does there, by the words they read. */
record Visitor(DemoProgram program, Page page) {

  /** Path of a customer that is none. */
  static final String NOBODY = "/customers/00000000-0000-7000-8000-000000000000";

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  Visitor signIn() {
    page.navigate("/sign-in");
    enter(program.name(), program.password());
    assertThat(heading("Who is it?")).isVisible();
    return this;
  }

  void enter(String name, String password) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(password);
    page.locator("main button.primary").click();
  }

  void search(String text) {
    page.getByLabel("Find a customer").fill(text);
    press("Find");
    assertThat(heading("found")).isVisible();
  }

  /** Reads the page that is open in another language. */
  void speak(String language) {
    page.context()
        .addCookies(
            List.of(new Cookie("cornerstore-language", language).setUrl(program.address())));
    page.reload();
  }

  void choosePurpose(String words) {
    page.getByLabel("Purpose of reading").selectOption(words);
    press("Set");
  }

  /** The customer the program itself proposes to look at first: joined of the most identities. */
  void openFirstCustomer() {
    page.navigate(program.firstCustomer());
    assertThat(page.locator(".customer-head .chip").first()).containsText("identities");
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
  }

  Locator heading(String words) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words)).first();
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
