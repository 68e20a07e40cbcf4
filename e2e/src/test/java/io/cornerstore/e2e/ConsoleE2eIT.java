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
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The console in a real browser, over the packaged program and a small town. Every page is checked
 * by axe in both colour schemes; everything works without script.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleE2eIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private DemoProgram program;
  private Playwright playwright;
  private Browser browser;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void open() throws IOException {
    String chromium = System.getProperty("cornerstore.chromium", "");
    assertThat(chromium)
        .as("path of Chromium; ./cornerstore test finds or installs it")
        .isNotBlank();
    program = DemoProgram.start(Path.of("target", "demo").toAbsolutePath(), 400);
    playwright = Playwright.create();
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
    if (playwright != null) {
      playwright.close();
    }
    if (program != null) {
      program.close();
    }
  }

  @BeforeEach
  void newContext() {
    complaints.clear();
    // No script at all: what works here works everywhere.
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  @AfterEach
  void noComplaints() {
    context.close();
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  private void use(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = browser.newContext(options.setViewportSize(1440, 1000).setBaseURL(program.address()));
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 40")) {
        complaints.add(message.text());
      }
    });
  }

  @Test
  void demo_printsRecordsCustomersAndScore() {
    assertThat(program.output())
        .containsPattern("records of every channel became [0-9,]+ customers");
    assertThat(program.output()).containsPattern("precision (0\\.[0-9]{4}|1\\.0000)");
  }

  @Test
  void anyPage_withoutSigningIn_leadsToSignIn() {
    page.navigate("/customers/00000000-0000-7000-8000-000000000000");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void signIn_wrongPassword_saysSoAndStaysOut() {
    page.navigate("/sign-in");
    page.getByLabel("Name").fill(program.name());
    page.getByLabel("Password").fill("this is not the password");
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void search_misspelledName_findsTheCustomer() throws IOException {
    Cardholder somebody = cardholder();
    signIn();
    search(somebody.given() + " " + misspelled(somebody.family()));
    assertThat(page).not().hasURL(Pattern.compile(".*" + Pattern.quote(somebody.family()) + ".*"));
    assertThat(
            page.locator(".hits")
                .getByText(
                    Pattern.compile(Pattern.quote(somebody.family()), Pattern.CASE_INSENSITIVE))
                .first())
        .isVisible();
  }

  @Test
  void search_nobody_saysWhatToTry() {
    signIn();
    search("zzzzqqqq@nowhere.example");
    assertThat(page.getByText("Nobody was found")).isVisible();
  }

  @Test
  void customerPage_showsThreeColumnsProvenanceAndPictures() throws IOException {
    signIn();
    openSomebody();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Who").setExact(true)))
        .isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, named("What happened"))).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, named("What it comes to"))).isVisible();
    Locator fields = page.locator(".left .fields").first().locator("> div");
    assertThat(fields.count()).isGreaterThan(2);
    assertThat(fields.first().locator("summary")).isVisible();
    fields.first().locator("summary").click();
    assertThat(fields.first().getByText("Why this one")).isVisible();
    assertThat(page.locator("figure svg[role=img]").first()).isVisible();
    assertThat(page.locator("figure table").first()).isAttached();
    screenshot("customer");
  }

  @Test
  void timeline_filteredByChannel_showsOnlyThat() throws IOException {
    signIn();
    openSomebody();
    page.locator(".middle summary").first().click();
    page.getByLabel("Web shop").check();
    page.getByRole(AriaRole.BUTTON, named("Show these")).click();
    assertThat(page).hasURL(Pattern.compile(".*channel=web-order.*"));
    assertThat(page.getByLabel("Web shop")).isChecked();
  }

  @Test
  void matchPage_showsTheEvidence_andASplitIsTakenBack() throws IOException {
    signIn();
    choosePurpose("Settling who is who");
    openSomebody();
    page.getByRole(AriaRole.LINK, named("Why one customer?")).click();
    assertThat(page.getByText("One bit doubles the odds").first()).isVisible();
    screenshot("match");
    int before = page.locator("tbody input[type=checkbox]").count();
    page.locator("tbody input[type=checkbox]").last().check();
    page.getByLabel("Why they are not the same").fill("different people, says the test");
    page.getByRole(AriaRole.BUTTON, named("Split the ticked records off")).click();
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Split");
    page.getByPlaceholder("Reason").first().fill("they were the same after all");
    page.getByRole(AriaRole.BUTTON, named("Undo")).first().click();
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    assertThat(page.locator("tbody input[type=checkbox]")).hasCount(before);
  }

  @Test
  void purposeAnalysis_masksNamesAndContacts() throws IOException {
    Cardholder somebody = cardholder();
    signIn();
    openSomebody();
    choosePurpose("Understanding behaviour");
    assertThat(page.locator("main")).not().containsText(somebody.family());
    assertThat(page.getByText("closed for this purpose").first()).isVisible();
  }

  @Test
  void keyboard_tabFromTheTop_reachesSkipLinkThenSearch() {
    use(new Browser.NewContextOptions());
    signIn();
    page.navigate("/feeds");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }

  @Test
  void everyPage_inLightAndDark_passesAxe() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      use(new Browser.NewContextOptions().setColorScheme(scheme));
      String look = scheme.name().toLowerCase(java.util.Locale.ROOT);
      page.navigate("/sign-in");
      check("sign-in", look);
      signIn();
      check("home", look);
      search("a");
      check("search", look);
      openSomebody();
      page.locator("details").all().forEach(details -> details.evaluate("e => e.open = true"));
      check("customer", look);
      page.getByRole(AriaRole.LINK, named("Why one customer?")).click();
      check("match", look);
      page.navigate("/feeds");
      check("feeds", look);
      page.navigate("/customers/00000000-0000-7000-8000-000000000000");
      check("not-found", look);
    }
  }

  private void check(String name, String look) {
    screenshot(name + "-" + look);
    List<Rule> violations =
        new AxeBuilder(page)
            .withTags(Arrays.asList("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(
            violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
        .as(name + " in " + look)
        .isEmpty();
  }

  private void signIn() {
    page.navigate("/sign-in");
    page.getByLabel("Name").fill(program.name());
    page.getByLabel("Password").fill(program.password());
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Who is it?"))).isVisible();
  }

  private void search(String text) {
    page.getByLabel("Find a customer").first().fill(text);
    page.getByRole(AriaRole.BUTTON, named("Find")).first().click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Found"))).isVisible();
  }

  private void choosePurpose(String words) {
    page.getByLabel("Purpose of reading").selectOption(words);
    page.getByRole(AriaRole.BUTTON, named("Set")).click();
  }

  /** Somebody with a card and an e-mail: bound to have some history. */
  private void openSomebody() throws IOException {
    page.navigate("/");
    search(cardholder().email());
    page.locator("a.hit").first().click();
    assertThat(page.locator("h1")).isVisible();
  }

  private void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private record Cardholder(String given, String family, String email) {}

  /** A cardholder whose names are long enough to misspell. */
  private Cardholder cardholder() throws IOException {
    List<String> lines =
        Files.readAllLines(
            program.data().resolve("town/feeds/loyalty-cards.csv"), StandardCharsets.UTF_8);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Cardholder one =
          new Cardholder(
              cells[header.indexOf("first_name")],
              cells[header.indexOf("last_name")],
              cells[header.indexOf("email")]);
      if (cells.length == header.size()
          && one.given().matches("[A-Z][a-z]{3,}")
          && one.family().matches("[A-Z][a-z]{6,}")
          && one.email().matches("[a-z0-9._]+@[a-z0-9.]+")) {
        return one;
      }
    }
    throw new IllegalStateException("no suitable cardholder in the town");
  }

  private static String misspelled(String family) {
    return family.substring(0, 2) + family.charAt(3) + family.charAt(2) + family.substring(4);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
