package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What staff do while a customer is there: with the keyboard alone, on a telephone, no script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CounterE2eIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern CUSTOMER = Pattern.compile(".*/customers/[0-9a-f-]{36}(#.*)?");

  private DemoProgram program;
  private Playwright playwright;
  private Browser browser;
  private BrowserContext context;
  private Page page;
  private Visitor visitor;

  @BeforeAll
  void open() throws IOException {
    program = DemoProgram.start(Path.of("target", "demo-counter").toAbsolutePath(), 400);
    playwright = Playwright.create();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("cornerstore.chromium", "")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  @AfterAll
  void shut() {
    try {
      if (playwright != null) {
        playwright.close();
      }
    } finally {
      if (program != null) {
        program.close();
      }
    }
  }

  @AfterEach
  void closeContext() {
    context.close();
  }

  private void arrive(boolean script, int width) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setViewportSize(width, 900)
                .setBaseURL(program.address()));
    context.setDefaultTimeout(PATIENCE.toMillis());
    page = context.newPage();
    visitor = new Visitor(program, page);
    visitor.signIn();
  }

  private Locator field(String name) {
    return page.locator(".left .fields > div")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(name))))
        .first();
  }

  @Test
  void correction_withoutScript_isShownWithWhoAndWhenAndTakenBack() {
    arrive(false, 1280);
    visitor.openFirstCustomer();
    String before = field("E-mail").locator(".value").innerText();
    visitor.follow("Put right");
    page.locator("#f-email").fill("put.right@example.org");
    page.getByLabel("On the phone").check();
    visitor.press("Keep");
    assertThat(page).hasURL(CUSTOMER);
    assertThat(field("E-mail").locator(".value")).hasText("put.right@example.org");
    assertThat(field("E-mail")).containsText("told us, on the phone, taken down by");
    assertThat(field("E-mail")).containsText("today");
    visitor.screenshot("corrected");
    field("E-mail").locator("summary").first().click();
    field("E-mail").locator("summary").getByText("Take back").click();
    field("E-mail").locator("button").click();
    assertThat(field("E-mail").locator(".value")).hasText(before);
  }

  @Test
  void note_withWhatMustNotBeKept_isRefusedAndItsBetterFormStandsInTheTimeline() {
    arrive(false, 1280);
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
    arrive(false, 1280);
    Cardholder somebody = Cardholder.of(program);
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
    arrive(true, 1280);
    Cardholder somebody = Cardholder.of(program);
    page.keyboard().type(somebody.given() + " " + somebody.family().substring(0, 4));
    Locator options = suggestions();
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

  @Test
  void timeline_filteredByTheNumberOfAnOrder_tellsItsStory() {
    arrive(false, 1280);
    visitor.openFirstCustomer();
    page.locator("summary").getByText("Filter").click();
    page.getByLabel("Order or parcel number").fill("zzz-no-such");
    visitor.press("Show these");
    assertThat(page.getByText("Nothing here yet.")).isVisible();
    assertThat(page.getByLabel("Order or parcel number")).hasValue("zzz-no-such");
    assertThat(page.url()).doesNotContain("zzz");
  }

  @Test
  void everyPageOfTheCounter_onATelephone_fitsItsWidth() {
    arrive(true, 390);
    for (String path :
        List.of(
            "/",
            program.firstCustomer(),
            program.firstCustomer() + "/correct",
            "/customers/new",
            "/customers/new?kind=organization",
            "/keys")) {
      page.navigate(path);
      page.locator("details").all().forEach(details -> details.evaluate("e => e.open = true"));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(390);
    }
    page.navigate("/");
    page.getByLabel("Find a customer").fill("an");
    assertThat(suggestions().first()).isVisible();
    visitor.screenshot("suggestions-telephone");
    suggestions().first().click();
    assertThat(page).hasURL(CUSTOMER);
  }

  private Locator suggestions() {
    return page.locator(".suggestions [role=option]");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
