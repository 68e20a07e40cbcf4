package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a data engineer does on the pages of feeds, over the packaged program, without script. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FeedsE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void row_correctedOnThePage_isTaken() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    page.navigate("/feeds");
    visitor.follow(FaultyFeed.DAIRY.shop());
    visitor.follow("the time is in none of the formats");
    page.locator("tbody th a").first().click();
    assertThat(page.locator("main")).containsText("could not be read");
    page.getByLabel("at", new Page.GetByLabelOptions().setExact(true)).fill("tomorrow");
    visitor.press("Try");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Not yet");
    page.getByLabel("at", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-06 09:00:00");
    visitor.press("Correct and take");
    visitor.follow(FaultyFeed.DAIRY.shop());
    assertThat(page.locator("main")).not().containsText("the time is in none of the formats");
    visitor.follow("Settled rows");
    assertThat(page.locator("tbody")).containsText("taken by staff:");
  }

  @Test
  void group_afterTheMappingWasMended_isPreviewedAndTaken() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    page.navigate("/feeds");
    visitor.follow(FaultyFeed.FISHMONGER.shop());
    visitor.follow("this is no number");
    String mended =
        FaultyFeed.FISHMONGER
            .mapping()
            .replace("quantity: qty", "quantity: {column: qty, map: {two: \"2\"}}");
    page.getByText("With a corrected mapping").click();
    page.locator("#mapping").fill(mended);
    visitor.press("See how many would pass");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 would be taken");
    visitor.press("Take those that pass");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 rows were taken");
    assertThat(page.locator("main")).containsText("1 rows wait here");
  }

  @Test
  void mapping_changedOnThePage_isPreviewedAppliedAndTakenBack() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    page.navigate("/feeds");
    visitor.follow(FaultyFeed.JEWELLER.shop());
    visitor.follow("Mapping …");
    String swapped =
        FaultyFeed.JEWELLER
            .mapping()
            .replace("given-name: given, family-name: family", "given-name: family");
    page.locator("#mapping").fill(swapped.replace("subject:", "subjekt:"));
    visitor.press("Show what would change");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 7, column 1");
    assertThat(page.locator("#mapping")).hasValue(Pattern.compile("subjekt:"));
    page.locator("#mapping").fill(swapped);
    visitor.press("Show what would change");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing has been changed yet");
    visitor.press("Apply");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Applied");
    assertThat(page.locator(".figures")).containsText("Say something else1");
    page.locator("tbody a").last().click();
    visitor.press("Show what would change");
    visitor.press("Apply");
    assertThat(page.locator(".figures")).containsText("Say something else1");
    assertThat(page.locator("#mapping")).hasValue(FaultyFeed.JEWELLER.mapping());
  }

  @Test
  void wholeImport_isUndoneAfterAPreview() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    page.navigate("/feeds");
    visitor.follow(FaultyFeed.GREENGROCER.shop());
    visitor.follow("Undo …");
    assertThat(page.locator(".figures")).containsText("Records taken back");
    page.locator("#reason").fill("last year's file");
    visitor.press("Undo this import");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("is undone");
    assertThat(page.locator("main")).containsText("last year's file");
  }

  @Test
  void webhook_toAPrivateNetworkOrWithoutTls_isRefusedInWords_elseItsSecretIsShownOnce() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
