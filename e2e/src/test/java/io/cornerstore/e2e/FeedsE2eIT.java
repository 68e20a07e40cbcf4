package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** What a data engineer does on the pages of feeds, over the packaged program, without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class FeedsE2eIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String MAPPING =
      """
      source: bakery
      channel: web-order
      files: ["*.csv"]
      zone: Europe/London
      currency: GBP
      country: GB
      subject: {key: customer}
      person: {email: email, given-name: given, family-name: family}
      interaction:
        type: purchase
        time: at
        order: order_no
        line: {sku: sku, quantity: qty, unit-price: price}
      """;

  private static final String ROWS =
      """
      order_no,customer,given,family,email,sku,qty,price,at
      B1,C1,Ada,Quill,ada.quill@example.org,RYE,1,3.20,2026-01-05 10:00:00
      B2,C2,Ben,Rook,ben.rook@example.org,RYE,two,3.20,2026-01-05 10:05:00
      B3,C3,Cleo,Sable,cleo.sable@example.org,RYE,three,3.20,2026-01-05 10:07:00
      B4,C4,Dan,Thorn,dan.thorn@example.org,RYE,1,3.20,yesterday
      """;

  private DemoProgram program;
  private Playwright playwright;
  private Browser browser;
  private BrowserContext context;
  private Page page;
  private Visitor visitor;

  @BeforeAll
  void open() throws Exception {
    Path data = Path.of("target", "demo-feeds").toAbsolutePath();
    program = DemoProgram.start(data, 200);
    Path files = Files.createDirectories(Path.of("target", "bakery").toAbsolutePath());
    Files.writeString(files.resolve("bakery.mapping.yaml"), MAPPING);
    Files.writeString(files.resolve("bakery.csv"), ROWS);
    importFiles(files, data);
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

  private static void importFiles(Path files, Path data) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Path.of(System.getProperty("cornerstore.app")).resolve("*").toString(),
                "io.cornerstore.cli.Cornerstore",
                "import",
                files.toString(),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
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
    if (context != null) {
      context.close();
    }
  }

  private void use(Browser.NewContextOptions options) {
    context = browser.newContext(options.setBaseURL(program.address()));
    context.setDefaultTimeout(PATIENCE.toMillis());
    page = context.newPage();
    visitor = new Visitor(program, page);
    visitor.signIn();
  }

  @Test
  @Order(1)
  void pages_inLightAndDarkAndBothLanguages_passAxe_andFitATelephone() throws IOException {
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
      closeContext();
    }
    use(new Browser.NewContextOptions().setViewportSize(390, 844));
    everyPage(name -> {
      visitor.screenshot(name + "-telephone");
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as(name + " is as wide as the screen")
          .isEqualTo(390);
    });
  }

  private void everyPage(Consumer<String> check) {
    page.navigate("/feeds");
    inBothLanguages("feeds", check);
    visitor.follow("bakery");
    inBothLanguages("feed", check);
    String feed = page.url();
    visitor.follow("this is no number");
    inBothLanguages("quarantine", check);
    page.locator("tbody th a").first().click();
    inBothLanguages("quarantined-row", check);
    page.navigate(feed);
    visitor.follow("Undo …");
    inBothLanguages("undo", check);
    page.navigate("/feeds/webhooks");
    inBothLanguages("webhooks", check);
  }

  private void inBothLanguages(String name, Consumer<String> check) {
    for (String language : List.of("id", "en")) {
      visitor.speak(language);
      page.locator("details").all().forEach(details -> details.evaluate("e => e.open = true"));
      check.accept(name + "-" + language);
    }
  }

  @Test
  @Order(2)
  void row_correctedOnThePage_isTaken() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/feeds");
    visitor.follow("the time is in none of the formats");
    page.locator("tbody th a").first().click();
    assertThat(page.locator("main")).containsText("could not be read");
    page.getByLabel("at", new Page.GetByLabelOptions().setExact(true)).fill("tomorrow");
    visitor.press("Try");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Not yet");
    page.getByLabel("at", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-06 09:00:00");
    visitor.press("Correct and take");
    assertThat(page.locator("main")).not().containsText("the time is in none of the formats");
    visitor.follow("bakery");
    visitor.follow("Settled rows");
    assertThat(page.locator("tbody")).containsText("taken by staff:");
  }

  @Test
  @Order(3)
  void group_afterTheMappingWasMended_isPreviewedAndTaken() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/feeds");
    visitor.follow("this is no number");
    String mended = MAPPING.replace("quantity: qty", "quantity: {column: qty, map: {two: \"2\"}}");
    page.getByText("With a corrected mapping").click();
    page.locator("#mapping").fill(mended);
    visitor.press("See how many would pass");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 would be taken");
    visitor.press("Take those that pass");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 rows were taken");
    assertThat(page.locator("main")).containsText("1 rows wait here");
  }

  @Test
  @Order(4)
  void wholeImport_isUndoneAfterAPreview() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/feeds");
    visitor.follow("bakery");
    visitor.follow("Undo …");
    assertThat(page.locator(".figures")).containsText("Records taken back");
    page.locator("#reason").fill("last year's file");
    visitor.press("Undo this import");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("is undone");
    assertThat(page.locator("main")).containsText("last year's file");
  }

  @Test
  @Order(5)
  void webhook_toAPrivateNetworkOrWithoutTls_isRefusedInWords_elseItsSecretIsShownOnce() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/feeds/webhooks");
    page.locator("#url").fill("http://hooks.example.org/");
    visitor.press("Add");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("https://");
    page.locator("#url").fill("https://hooks.example.org/customers");
    visitor.press("Add");
    assertThat(page.locator(".secret")).containsText("whsec_");
    page.navigate("/feeds/webhooks");
    assertThat(page.locator(".secret")).hasCount(0);
    assertThat(page.locator("main")).containsText("hooks.example.org/customers");
  }
}
