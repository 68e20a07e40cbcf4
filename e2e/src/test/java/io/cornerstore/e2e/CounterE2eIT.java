package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff do while a customer is there: with the keyboard alone, on a telephone, no script. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CounterE2eIT {

  private static final Pattern CUSTOMER = Pattern.compile(".*/customers/[0-9a-f-]{36}(#.*)?");

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void correction_withoutScript_isShownWithWhoAndWhenAndTakenBack() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    String before = email(page).locator(".value").innerText();
    visitor.follow("Put right");
    page.locator("#f-email").fill("put.right@example.org");
    page.getByLabel("On the phone").check();
    visitor.press("Keep");
    assertThat(page).hasURL(CUSTOMER);
    assertThat(email(page).locator(".value")).hasText("put.right@example.org");
    assertThat(email(page)).containsText("told us, on the phone, taken down by");
    assertThat(email(page)).containsText("today");
    visitor.screenshot("corrected");
    email(page).locator("summary").first().click();
    email(page).locator("summary").getByText("Take back").click();
    email(page).locator("button").click();
    assertThat(email(page).locator(".value")).hasText(before);
  }

  @Test
  void note_withWhatMustNotBeKept_isRefusedAndItsBetterFormStandsInTheTimeline() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    page.locator("summary").getByText("Add a note").click();
    page.locator("#note").fill("Is diabetic. Rings twice.");
    visitor.press("Keep the note");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("something about health");
    assertThat(page.locator("mark")).hasText("diabetic");
    page.locator("#text").fill("Rings twice.");
    visitor.press("Keep the note");
    assertThat(page.locator(".entry.note").first()).containsText("Rings twice.");
    page.locator(".entry.note").first().locator("summary").click();
    page.locator(".entry.note").first().locator("button").click();
    assertThat(page.locator(".entry.note")).hasCount(0);
  }

  @Test
  void newcomer_whoIsThereAlready_isShownBeforeASecondIsMade() throws IOException {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    Cardholder somebody = Cardholder.of(browser.program());
    page.navigate("/customers/new");
    page.locator("#f-given-name").fill("Wilhelmina");
    page.locator("#f-family-name").fill("Quarterdeck");
    page.locator("#f-email").fill(somebody.email());
    visitor.press("Add");
    assertThat(visitor.heading("Is it one of these?")).isVisible();
    assertThat(page.locator(".alike")).containsText(somebody.family());
    visitor.screenshot("alike");
    visitor.press("None of these: add");
    assertThat(page).hasURL(CUSTOMER);
    assertThat(visitor.heading("Wilhelmina Quarterdeck")).isVisible();
    visitor.search("Quaterdeck");
    assertThat(page.locator(".hits").first()).containsText("Wilhelmina");
  }

  @Test
  void keyboardAlone_fromSearchToPinAndBack_needsNoMouse() throws IOException {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Cardholder somebody = Cardholder.of(browser.program());
    page.keyboard().type(somebody.given() + " " + somebody.family().substring(0, 4));
    Locator options = suggestions(page);
    assertThat(options.first()).containsText(somebody.family());
    visitor.screenshot("suggestions");
    page.keyboard().press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(CUSTOMER);
    String name = page.locator("h1").innerText();

    page.keyboard().press("p");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Unpin"))).isVisible();
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    visitor.screenshot("keys");
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    page.keyboard().press("e");
    assertThat(page.locator("#note")).isFocused();
    page.keyboard().type("Knows the way: / ? n");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".entry.note").first()).containsText("Knows the way: / ? n");
    page.keyboard().press("/");
    assertThat(page.getByRole(AriaRole.COMBOBOX).first()).isFocused();
    page.keyboard().press("Escape");
    page.locator("main").focus();
    page.keyboard().press("h");
    assertThat(page.locator("#pinned")).isVisible();
    page.locator("main").focus();
    page.keyboard().press("r");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText(name);
  }

  private static Locator email(Page page) {
    return page.locator(".left .fields > div")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("dt", new Page.LocatorOptions().setHasText("E-mail"))))
        .first();
  }

  @Test
  void suggestions_onATelephone_fitItsWidthAndLead() {
    Visitor visitor = browser.withTelephone().signIn();
    Page page = visitor.page();
    page.getByLabel("Find a customer").fill("an");
    assertThat(suggestions(page).first()).isVisible();
    visitor.screenshot("suggestions-telephone");
    suggestions(page).first().click();
    assertThat(page).hasURL(CUSTOMER);
  }

  private static Locator suggestions(Page page) {
    return page.locator(".suggestions [role=option]");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
