package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The console in a real browser, over the packaged program and a small town. Every page is checked
 * by axe in both colour schemes, and for its width on a telephone; everything works without script.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleE2eIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String NOBODY = "/customers/00000000-0000-7000-8000-000000000000";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private DemoProgram program;
  private Playwright playwright;
  private Browser browser;
  private BrowserContext context;
  private Page page;
  private Visitor visitor;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void open() throws IOException {
    String chromium = System.getProperty("cornerstore.chromium", "");
    assertThat(chromium)
        .as("path of Chromium; ./cornerstore test finds or installs it")
        .isNotBlank();
    program = DemoProgram.start(Path.of("target", "demo").toAbsolutePath(), 400);
    playwright = Playwright.create();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--no-first-run")));
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

  @BeforeEach
  void newContext() {
    complaints.clear();
    // No script at all: what works here works everywhere.
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
  }

  @AfterEach
  void noComplaints() {
    context.close();
    assertThat(complaints).as("errors in the browser's console, files that did not load").isEmpty();
  }

  private void use(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = browser.newContext(options.setBaseURL(program.address()));
    context.setDefaultTimeout(PATIENCE.toMillis());
    page = context.newPage();
    visitor = new Visitor(program, page);
    page.onConsoleMessage(message -> {
      // That a page answers 404 is for the test to judge; what the page itself loads is seen below.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    page.onResponse(this::judge);
  }

  private void judge(Response response) {
    int worst = response.request().isNavigationRequest() ? 500 : 400;
    if (response.status() >= worst) {
      complaints.add(response.status() + " for " + response.url());
    }
  }

  @Test
  void demo_printsRecordsCustomersAndScore() {
    assertThat(program.output())
        .containsPattern("records of every channel became [0-9,]+ customers");
    assertThat(program.output()).containsPattern("precision (0\\.[0-9]{4}|1\\.0000)");
  }

  @Test
  void anyPage_withoutSigningIn_leadsToSignInAndOn() {
    page.navigate(program.firstCustomer());
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    visitor.screenshot("sign-in");
    visitor.enter(program.name(), program.password());
    assertThat(page).hasURL(Pattern.compile(".*" + program.firstCustomer() + ".*"));
  }

  @Test
  void signIn_wrongPassword_saysSoAndStaysOut() {
    page.navigate("/sign-in");
    visitor.enter(program.name(), "this is not the password");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not go together");
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void signIn_formThatLayOpenTooLong_isShownAgainWithTheReason() {
    page.navigate("/sign-in");
    context.clearCookies();
    visitor.enter(program.name(), program.password());
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("lay open too long");
    visitor.enter(program.name(), program.password());
    assertThat(visitor.heading("Who is it?")).isVisible();
  }

  @Test
  void search_misspelledName_findsTheCustomer() throws IOException {
    Cardholder somebody = Cardholder.of(program);
    visitor.signIn();
    visitor.search(somebody.given() + " " + somebody.misspelledFamily());
    assertThat(page.locator(".hits").getByText(somebody.family()).first()).isVisible();
    assertThat(page.url()).doesNotContain(somebody.given()).doesNotContain(somebody.family());
    visitor.screenshot("search");
  }

  @Test
  void search_emailOfACardholder_findsTheCustomer() throws IOException {
    Cardholder somebody = Cardholder.of(program);
    visitor.signIn();
    visitor.search(somebody.email());
    assertThat(page.locator(".hits").getByText("found by e-mail").first()).isVisible();
    assertThat(page.locator(".hits").getByText(somebody.family()).first()).isVisible();
  }

  @Test
  void search_nobody_saysWhatToTry() {
    visitor.signIn();
    visitor.search("zzzzqqqq@nowhere.example");
    assertThat(visitor.heading("Nobody was found")).isVisible();
    assertThat(page.getByText("another spelling")).isVisible();
  }

  @Test
  void customerPage_showsThreeColumnsProvenanceAndPictures() {
    visitor.signIn();
    visitor.openFirstCustomer();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Who").setExact(true)))
        .isVisible();
    assertThat(visitor.heading("What happened")).isVisible();
    assertThat(visitor.heading("What it comes to")).isVisible();
    Locator fields = page.locator(".left .fields").first().locator("> div");
    assertThat(fields.count()).isGreaterThan(2);
    assertThat(fields.first().locator("summary")).isVisible();
    fields.first().locator("summary").click();
    assertThat(fields.first().getByText("Why this one")).isVisible();
    assertThat(page.locator("figure svg[role=img]").first()).isVisible();
    assertThat(page.locator("figure table").first()).isAttached();
    visitor.screenshot("customer");
  }

  @Test
  void timeline_filteredByChannel_showsOnlyThat() {
    visitor.signIn();
    visitor.openFirstCustomer();
    Locator entries = page.locator(".timeline .entry");
    Locator fromTheWebShop =
        entries.filter(new Locator.FilterOptions().setHasText(Pattern.compile("Web shop, ")));
    int all = entries.count();
    int wanted = fromTheWebShop.count();
    assertThat(wanted).isPositive().isLessThan(all);
    page.locator(".middle summary").getByText("Filter").click();
    page.getByLabel("Web shop").check();
    visitor.press("Show these");
    assertThat(page).hasURL(Pattern.compile(".*/timeline"));
    assertThat(page.getByLabel("Web shop")).isChecked();
    assertThat(entries).hasCount(wanted);
    assertThat(fromTheWebShop).hasCount(wanted);
    visitor.follow("Show all");
    assertThat(entries).hasCount(all);
  }

  /* First: others use another model and decide about customers, so that the engine may differ. */
  @Test
  @Order(1)
  void matchPage_showsTheEvidence_andASplitIsTakenBack() {
    visitor.signIn();
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    assertThat(page.locator(".cluster svg .node").first()).isVisible();
    page.locator("details.evidence summary").first().click();
    assertThat(page.getByText("One bit doubles the odds").first()).isVisible();
    Locator ticks = page.locator("tbody input[type=checkbox]");
    int before = ticks.count();
    assertThat(before).isGreaterThan(1);
    ticks.last().check();
    visitor.press("Show what splitting");
    assertThat(visitor.heading("Split these off?")).isVisible();
    assertThat(page.locator("table.compare tbody tr").first()).isVisible();
    page.getByLabel("Reason").fill("different people, says the test");
    visitor.press("Split off");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Split");
    visitor.screenshot("match");
    visitor.follow("Undo");
    page.getByLabel("Reason").fill("they were the same after all");
    visitor.press("Take back");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    // What hung on the split identity alone was separated too: the engine links it again.
    page.waitForCondition(() -> {
      page.reload();
      return ticks.count() == before;
    });
  }

  @Test
  void split_nothingTicked_isRefusedOnAPageThatLeadsBack() {
    visitor.signIn();
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    String match = page.url();
    visitor.press("Show what splitting");
    assertThat(visitor.heading("That cannot be done")).isVisible();
    visitor.follow("Back to the customer");
    assertThat(page).hasURL(match);
  }

  @Test
  void language_chosenBeforeSignIn_staysAndIsThatOfThePage() {
    page.navigate("/sign-in");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    visitor.press("Bahasa Indonesia");
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    visitor.enter(program.name(), program.password());
    assertThat(visitor.heading("Siapa pelanggannya?")).isVisible();
    page.navigate("/nowhere");
    assertThat(visitor.heading("Tidak ditemukan")).isVisible();
    visitor.press("English");
    assertThat(visitor.heading("Not found")).isVisible();
  }

  @Test
  void language_nothingChosen_isWhatTheBrowserAsksFor() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("id-ID"));
    page.navigate("/sign-in");
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    assertThat(visitor.heading("Cornerstore")).isVisible();
    assertThat(page.getByLabel("Kata sandi")).isVisible();
  }

  @Test
  void purposeAnalysis_masksNamesAndContacts() {
    visitor.signIn();
    visitor.openFirstCustomer();
    String name = page.locator("h1").innerText();
    String family = name.substring(name.lastIndexOf(' ') + 1);
    Locator email = page.getByText(Pattern.compile("[^ ]+@[a-z0-9.-]+"));
    assertThat(family).hasSizeGreaterThan(2);
    assertThat(page.locator(".left")).containsText(family);
    assertThat(email.first()).isVisible();
    visitor.choosePurpose("Understanding behaviour");
    assertThat(page.getByText("closed for this purpose").first()).isVisible();
    assertThat(page.locator("body")).not().containsText(family);
    assertThat(email).hasCount(0);
  }

  @Test
  void review_byKeysAlone_answersAndTakesBack() {
    use(new Browser.NewContextOptions().setViewportSize(1280, 900));
    visitor.signIn();
    page.navigate("/review");
    page.keyboard().press("Enter");
    assertThat(visitor.heading("Are these one customer?")).isVisible();
    String first = page.url();
    key("j");
    assertThat(page).not().hasURL(first);
    key("k");
    assertThat(page).hasURL(first);
    key("d");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("never the same");
    key("u");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    assertThat(page).hasURL(first + "?done=taken-back");
    key("s");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("one customer");
    key("u");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    assertThat(visitor.heading("Are these one customer?")).isVisible();
    page.navigate("/review?list=done");
    assertThat(page.getByText("taken back").first()).isVisible();
  }

  /* Only once the page has its script; before, nobody listens. */
  private void key(String key) {
    page.waitForLoadState();
    page.keyboard().press(key);
  }

  @Test
  void review_withoutScript_answersByButtons() {
    visitor.signIn();
    page.navigate("/review");
    visitor.follow("Start");
    page.getByLabel("Why").fill("left by the test");
    visitor.press("Later");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Left for later");
    page.navigate("/review?list=later");
    page.locator(".case a").first().click();
    visitor.press("Take my last answer back");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
  }

  @Test
  void model_higherThreshold_isTriedBeforeItIsUsed() {
    use(new Browser.NewContextOptions().setViewportSize(1280, 900));
    visitor.signIn();
    page.navigate("/model");
    page.locator("#link").fill("30");
    page.locator("form:has(#link) button").click();
    assertThat(page.locator("#outcome")).isVisible();
    assertThat(page.locator(".figure").nth(2).locator("dd")).not().hasText(Pattern.compile("^0"));
    visitor.screenshot("model-outcome");
  }

  @Test
  void unknownAddress_isAPageForPeopleAndAProblemForPrograms() {
    visitor.signIn();
    for (String address : List.of(NOBODY, NOBODY + "/match", "/customers/nobody", "/nowhere")) {
      Response answer = page.navigate(address);
      assertThat(answer.status()).as(address).isEqualTo(404);
      assertThat(answer.headerValue("content-type")).as(address).startsWith("text/html");
      assertThat(page.locator("main h1")).isVisible();
      assertThat(page.locator("main a.button")).hasAttribute("href", "/");
    }
    var forPrograms = page.request().get(program.address() + "api/nowhere");
    assertThat(forPrograms.status()).isEqualTo(404);
    assertThat(forPrograms.headers().get("content-type")).startsWith("application/problem+json");
  }

  @Test
  void keyboard_tabFromTheTop_reachesSkipLinkThenTheContent() {
    use(new Browser.NewContextOptions());
    visitor.signIn();
    page.navigate("/feeds");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }

  @Test
  void everyPage_inLightAndDark_passesAxe() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      use(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 900));
      String look = scheme.name().toLowerCase(Locale.ROOT);
      everyPage(name -> {
        visitor.screenshot(name + "-" + look);
        List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(
                violations.stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
            .as(name + " in " + look)
            .isEmpty();
      });
    }
  }

  @Test
  void everyPage_onATelephone_fitsItsWidth() throws IOException {
    use(new Browser.NewContextOptions().setViewportSize(390, 844));
    everyPage(name -> {
      visitor.screenshot(name + "-telephone");
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as(name + " is as wide as the screen")
          .isEqualTo(390);
      assertThat(page.evaluate(OUTSIDE))
          .as(name + " has nothing beyond its sheets")
          .asList()
          .isEmpty();
    });
  }

  /* Parts of a sheet that stand out of it, unless it scrolls. */
  private static final String OUTSIDE =
      """
      [...document.querySelectorAll('.sheet *')]
        .filter(e => !e.closest('.scroll, .visually-hidden, svg'))
        .filter(e => e.getBoundingClientRect().width > 0)
        .filter(e => e.getBoundingClientRect().right
            > e.closest('.sheet').getBoundingClientRect().right + 1)
        .map(e => e.outerHTML.slice(0, 120))
      """;

  private void everyPage(Consumer<String> check) throws IOException {
    page.navigate("/sign-in?expired");
    inBothLanguages("sign-in", check);
    visitor.signIn();
    inBothLanguages("home", check);
    visitor.search(Cardholder.of(program).family());
    inBothLanguages("search", check);
    visitor.search("zzzzqqqq@nowhere.example");
    inBothLanguages("search-nobody", check);
    visitor.openFirstCustomer();
    inBothLanguages("customer", check);
    page.locator("#note").fill("Card 4111 1111 1111 1111, and pregnant.");
    visitor.press("Keep the note");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    inBothLanguages("note-refused", check);
    page.navigate(program.firstCustomer() + "/correct");
    page.locator("#f-email").fill("no address");
    visitor.press("Keep");
    assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
    inBothLanguages("correct-refused", check);
    page.navigate("/customers/new");
    inBothLanguages("new-customer", check);
    page.locator("#f-family-name").fill(Cardholder.of(program).family());
    page.locator("#f-email").fill(Cardholder.of(program).email());
    visitor.press("Add");
    assertThat(visitor.heading("Is it one of these?")).isVisible();
    inBothLanguages("new-customer-alike", check);
    page.navigate("/segments");
    inBothLanguages("segments", check);
    page.navigate("/keys");
    inBothLanguages("keys", check);
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    inBothLanguages("match", check);
    page.locator("tbody input[type=checkbox]").last().check();
    page.locator("button.danger").click();
    inBothLanguages("preview", check);
    page.navigate("/review");
    inBothLanguages("review", check);
    page.navigate("/review/next");
    inBothLanguages("review-case", check);
    page.navigate("/review?list=done");
    inBothLanguages("review-done", check);
    page.navigate("/review/agreement");
    inBothLanguages("agreement", check);
    page.navigate("/model");
    inBothLanguages("model", check);
    page.navigate("/feeds");
    inBothLanguages("feeds", check);
    page.navigate(NOBODY);
    inBothLanguages("no-customer", check);
    page.navigate("/nowhere");
    inBothLanguages("not-found", check);
  }

  private void inBothLanguages(String name, Consumer<String> check) {
    for (String language : List.of("id", "en")) {
      visitor.speak(language);
      page.locator("details").all().forEach(details -> details.evaluate("e => e.open = true"));
      check.accept(name + "-" + language);
    }
  }
}
