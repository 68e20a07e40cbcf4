package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link LooksE2eIT}: what stands there only after somebody did something or looked deeper. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class LooksOfDeedsE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void whatOpensOverAPage_looksRight() throws IOException {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    String beginning = Cardholder.of(browser.program()).family().substring(0, 3);
    looks.check(
        "suggestions-open",
        _ -> {
          page.locator("#text").pressSequentially(beginning);
          assertThat(page.locator(".suggestions [role=option]").first()).isVisible();
        });
    page.navigate("/feeds");
    looks.check(
        "keys-open",
        _ -> {
          page.waitForLoadState();
          page.keyboard().press("?");
          assertThat(page.locator("dialog")).isVisible();
        });
  }

  @Test
  void organizationHouseholdAndSegment_lookRight() throws IOException {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    visitor.search(organization(browser.program()));
    page.locator(".hit:has(.badge.organization)").first().click();
    assertThat(page.locator(".customer-head .badge.organization")).isVisible();
    looks.check("organization");
    openAHousehold(visitor);
    looks.check("household");
    page.navigate("/segments?by=USD");
    assertThat(page.locator(".tabs [aria-current]")).containsText("USD");
    looks.check("segments-money");
    page.locator("td a").last().click();
    assertThat(page.locator("#chosen")).isVisible();
    looks.check("segment");
  }

  /** The name of the first one in the feed of trade accounts. */
  private static String organization(DemoProgram program) throws IOException {
    Path feed = program.data().resolve("town/feeds/trade-accounts.csv");
    List<String> lines = Files.readAllLines(feed, StandardCharsets.UTF_8);
    int column = List.of(lines.getFirst().split("\t", -1)).indexOf("company");
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[column])
        .filter(name -> name.matches("[A-Za-z .]{8,}"))
        .findFirst()
        .orElseThrow();
  }

  /** Of somebody recently bought: among some of them somebody shares a home. */
  private static void openAHousehold(Visitor visitor) {
    Page page = visitor.page();
    page.navigate("/segments/0-2");
    List<String> customers =
        page.locator(".hits a").all().stream().map(hit -> hit.getAttribute("href")).toList();
    for (String customer : customers) {
      page.navigate(customer);
      Locator home = page.locator(".after-chips a[href$='/home']");
      if (home.count() > 0) {
        home.click();
        return;
      }
    }
    throw new IllegalStateException("nobody of " + customers.size() + " shares a home");
  }

  @Test
  void mergePreviewUndoAndModel_lookRight() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    page.navigate("/segments/0-2");
    String other = page.locator(".hits a").last().getAttribute("href");
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    String match = page.url();
    page.navigate(
        match.replaceFirst("/match.*", "/merge?other=")
            + other.substring(other.lastIndexOf('/') + 1));
    assertThat(page.locator("button.danger, button.primary").last()).isVisible();
    looks.check("merge-preview");
    page.navigate(match);
    page.locator("button.danger").click();
    assertThat(page.locator(".problem")).isVisible();
    looks.check("split-of-nothing");
    page.navigate(match);
    Locator ticks = page.locator("tbody input[type=checkbox]");
    int before = ticks.count();
    ticks.last().check();
    page.locator("button.danger").click();
    page.locator("#reason").fill("to see how it looks");
    page.locator("main button.danger").last().click();
    page.locator("[role=status] a").click();
    looks.check("decision-undo");
    page.locator("#reason").fill("seen");
    page.locator("form:has(#reason) button").last().click();
    page.waitForCondition(() -> {
      page.navigate(match);
      return ticks.count() == before;
    });
    page.navigate("/model");
    page.locator("#link").fill("30");
    page.locator("form:has(#link) button").click();
    assertThat(page.locator("#outcome")).isVisible();
    looks.check("model-outcome");
  }

  @Test
  void shownOnce_invitationWelcomeAndSecret_lookRight() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    page.navigate("/staff");
    looks.check(
        "invited",
        language -> {
          page.navigate("/staff");
          page.locator("#name").fill("looks." + language);
          page.locator("form:has(#name) input[name=role]").first().check();
          page.locator("form:has(#name) button.primary").click();
          assertThat(page.locator(".notice .id")).isVisible();
        });
    String invitation = page.locator(".notice .id").innerText().strip();
    page.navigate("/feeds/webhooks");
    looks.check(
        "webhook-secret",
        language -> {
          page.navigate("/feeds/webhooks");
          page.locator("#url").fill("https://hooks.example.org/looks-" + language);
          page.locator("form:has(#url) button.primary").click();
          assertThat(page.locator(".secret")).isVisible();
        });
    Visitor newcomer = browser.withScript();
    newcomer.page().navigate(invitation);
    assertThat(newcomer.page().locator("#password")).isVisible();
    new Looks(newcomer).check("welcome");
  }
}
