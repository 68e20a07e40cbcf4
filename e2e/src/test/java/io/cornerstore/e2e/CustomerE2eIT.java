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

/** Finding a customer and reading the page. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CustomerE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void search_misspelledName_findsTheCustomer() throws IOException {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    Cardholder somebody = Cardholder.of(browser.program());
    visitor.signIn();
    visitor.search(somebody.given() + " " + somebody.misspelledFamily());
    assertThat(page.locator(".hits").getByText(somebody.family()).first()).isVisible();
    assertThat(page.url()).doesNotContain(somebody.given()).doesNotContain(somebody.family());
    visitor.screenshot("search");
  }

  @Test
  void search_emailOfACardholder_findsTheCustomer() throws IOException {
    Visitor visitor = browser.withoutScript();
    Page page = visitor.page();
    Cardholder somebody = Cardholder.of(browser.program());
    visitor.signIn();
    visitor.search(somebody.email());
    assertThat(page.locator(".hits").getByText("found by e-mail").first()).isVisible();
    assertThat(page.locator(".hits").getByText(somebody.family()).first()).isVisible();
  }

  @Test
  void search_nobody_saysWhatToTry() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.search("zzzzqqqq@nowhere.example");
    assertThat(visitor.heading("Nobody was found")).isVisible();
    assertThat(page.getByText("another spelling")).isVisible();
  }

  @Test
  void customerPage_showsThreeColumnsProvenanceAndPictures() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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

  @Test
  void timeline_filteredByTheNumberOfAnOrder_tellsItsStory() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    page.locator("summary").getByText("Filter").click();
    page.getByLabel("Order or parcel number").fill("zzz-no-such");
    visitor.press("Show these");
    assertThat(page.getByText("Nothing here yet.")).isVisible();
    assertThat(page.getByLabel("Order or parcel number")).hasValue("zzz-no-such");
    assertThat(page.url()).doesNotContain("zzz");
  }

  @Test
  void purposeAnalysis_masksNamesAndContacts() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
}
