package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read stays on paper, what is done does not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PrintE2eIT {

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  /** As a printer sees the page, also when the screen is dark. */
  private static void onPaper(Visitor visitor, String name) {
    visitor
        .page()
        .emulateMedia(
            new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    visitor.screenshot(name + "-print");
  }

  @Test
  void customer_onPaper_showsWhereEachValueIsFrom_andNoForms() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    assertThat(page.locator(".fields .origin").first()).isHidden();
    onPaper(visitor, "customer");
    assertThat(page.locator(".fields .origin").first()).isVisible();
    assertThat(page.locator(".timeline .entry").first()).isVisible();
    assertThat(page.locator(".top")).isHidden();
    assertThat(page.locator("#note")).isHidden();
    assertThat(visitor.button("Keep the note")).isHidden();
    assertThat(page.locator("h1")).hasCSS("color", "rgb(34, 39, 31)");
  }

  @Test
  void match_onPaper_showsRecords_andTheEvidenceThatWasOpened() {
    Visitor visitor = browser.withoutScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    visitor.choosePurpose("Settling who is who");
    visitor.follow("Why one customer?");
    page.locator("details.evidence summary").first().click();
    onPaper(visitor, "match");
    assertThat(page.locator("section[aria-labelledby=subjects] tbody tr").first()).isVisible();
    assertThat(page.locator(".waterfall").first()).isVisible();
    assertThat(page.locator(".waterfall").nth(1)).isHidden();
    assertThat(page.locator("details.evidence summary").nth(1)).isVisible();
    assertThat(page.locator("section[aria-labelledby=subjects] input").first()).isHidden();
    assertThat(page.locator("button.danger")).isHidden();
    assertThat(page.getByLabel("Why (if there is more to say)")).isHidden();
    assertThat(page.locator("section[aria-labelledby=merge]")).isHidden();
  }
}
