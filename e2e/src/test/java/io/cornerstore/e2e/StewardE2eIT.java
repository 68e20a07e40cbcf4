package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a steward does: evidence, splits, the review queue, another model. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StewardE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void matchPage_showsTheEvidence_andASplitIsTakenBack() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
    visitor.follow("Take that back");
    page.getByLabel("Reason").fill("they were the same after all");
    visitor.press("Take back");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    // What hung on the split identity alone may be separated too: the engine links it again.
    page.waitForCondition(() -> {
      page.reload();
      return ticks.count() == before;
    });
  }

  @Test
  void split_nothingTicked_isRefusedOnAPageThatLeadsBack() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
  void merge_withSomebodyFoundByTyping_isPreviewedCarriedOutAndTakenBack() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    visitor.follow("Find the other customer");
    assertThat(visitor.heading("Who is the same as")).isVisible();
    visitor.screenshot("merge-partner");
    page.locator("#text").pressSequentially("an");
    Locator options = page.locator("main [role=option]");
    assertThat(options.first()).isVisible();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(visitor.heading("Make these one customer?")).isVisible();
    page.getByLabel("Reason").fill("the same, says the test");
    visitor.press("Merge");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Merged");
    visitor.follow("Take that back");
    page.getByLabel("Reason").fill("they were not");
    visitor.press("Take back");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
  }

  @Test
  void check_aCustomerHeldTogetherWeakly_isSaidToBeOneAndAskedAgainAfterUndo() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    page.navigate("/review?list=check");
    visitor.screenshot("review-check");
    Locator cases = page.locator(".case a");
    String first = cases.first().getAttribute("href");
    cases.first().click();
    assertThat(page.locator(".cluster svg .node").first()).isVisible();
    visitor.press("It is one customer");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("one customer");
    page.navigate("/review?list=check");
    assertThat(page.locator(".case a[href='" + first + "']")).hasCount(0);
    page.navigate(first + "?done=together");
    visitor.follow("Take that back");
    page.getByLabel("Reason").fill("not so sure, says the test");
    visitor.press("Take back");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
  }

  @Test
  void review_byKeysAlone_answersAndTakesBack() {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    page.navigate("/review");
    page.keyboard().press("Enter");
    assertThat(visitor.heading("Are these one customer?")).isVisible();
    String first = page.url();
    key(page, "j");
    assertThat(page).not().hasURL(first);
    key(page, "k");
    assertThat(page).hasURL(first);
    key(page, "d");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("never the same");
    key(page, "u");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    assertThat(page).hasURL(first + "?done=taken-back");
    key(page, "s");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("one customer");
    key(page, "u");
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Taken back");
    assertThat(visitor.heading("Are these one customer?")).isVisible();
    page.navigate("/review?list=done");
    assertThat(page.getByText("taken back").first()).isVisible();
  }

  @Test
  void review_withoutScript_answersByButtons() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
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
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    page.navigate("/model");
    page.locator("#link").fill("30");
    page.locator("form:has(#link) button").click();
    assertThat(page.locator("#outcome")).isVisible();
    assertThat(page.locator(".figure").nth(2).locator("dd")).not().hasText(Pattern.compile("^0"));
    visitor.screenshot("model-outcome");
  }

  /* Only once the page has its script; before, nobody listens. */
  private static void key(Page page, String key) {
    page.waitForLoadState();
    page.keyboard().press(key);
  }
}
