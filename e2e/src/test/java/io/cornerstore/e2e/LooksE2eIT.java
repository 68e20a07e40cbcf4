package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page, and every page's refusals, in both languages, light and dark, desk and telephone. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class LooksE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void pagesForEverybody_lookRight() {
    Visitor visitor = browser.withScript();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    page.navigate("/sign-in?expired");
    looks.check("sign-in");
    visitor.signIn();
    looks.check("home");
    page.navigate("/keys");
    looks.check("keys");
    page.navigate(Visitor.NOBODY);
    looks.check("no-customer");
    page.navigate("/nowhere");
    looks.check("not-found");
  }

  @Test
  void pagesOfTheCounter_lookRight() throws IOException {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    Cardholder somebody = Cardholder.of(browser.program());
    visitor.search(somebody.family());
    looks.check("search");
    visitor.search("zzzzqqqq@nowhere.example");
    looks.check("search-nobody");
    visitor.openFirstCustomer();
    looks.check("customer");
    page.locator("#note").fill("Card 4111 1111 1111 1111, and pregnant.");
    visitor.press("Keep the note");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    looks.check("note-refused");
    page.navigate(browser.program().firstCustomer() + "/correct");
    looks.check("correct");
    page.locator("#f-email").fill("no address");
    visitor.press("Keep");
    assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
    looks.check("correct-refused");
    page.navigate("/customers/new?kind=organization");
    looks.check("new-organization");
    page.navigate("/customers/new");
    looks.check("new-customer");
    page.locator("#f-family-name").fill(somebody.family());
    page.locator("#f-email").fill(somebody.email());
    visitor.press("Add");
    assertThat(visitor.heading("Is it one of these?")).isVisible();
    looks.check("new-customer-alike");
    page.navigate("/segments");
    looks.check("segments");
  }

  @Test
  void pagesOfStewards_lookRight() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    assertThat(page.locator(".cluster").first()).isVisible();
    looks.check("match");
    page.locator("tbody input[type=checkbox]").last().check();
    page.locator("button.danger").click();
    assertThat(visitor.heading("Split these off?")).isVisible();
    looks.check("preview");
    page.navigate("/review");
    looks.check("review");
    page.navigate("/review/next");
    looks.check("review-case");
    page.navigate("/review?list=done");
    looks.check("review-done");
    page.navigate("/review/agreement");
    looks.check("agreement");
    page.navigate("/model");
    looks.check("model");
  }

  @Test
  void pagesOfFeedsAndStaff_lookRight() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    Looks looks = new Looks(visitor);
    page.navigate("/feeds");
    looks.check("feeds");
    visitor.follow(FaultyFeed.BAKERY.shop());
    assertThat(visitor.heading(FaultyFeed.BAKERY.shop())).isVisible();
    looks.check("feed");
    String feed = page.url();
    visitor.follow("this is no number");
    assertThat(page.locator("#bulk")).isVisible();
    looks.check("quarantine");
    page.locator("tbody th a").first().click();
    assertThat(page.locator("#says")).isVisible();
    looks.check("quarantined-row");
    page.navigate(feed + "/mapping");
    visitor.press("Show what would change");
    assertThat(page.locator("#report")).isVisible();
    looks.check("remap");
    page.locator("#mapping").fill("source: bakery\nwhat: 1\n");
    visitor.press("Show what would change");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    looks.check("remap-refused");
    page.navigate(feed);
    visitor.follow("Undo …");
    assertThat(page.locator("#deed")).isVisible();
    looks.check("undo");
    page.navigate("/feeds/webhooks");
    looks.check("webhooks");
    page.navigate("/staff");
    looks.check("staff");
  }
}
