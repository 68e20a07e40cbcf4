package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pictures of the README, taken anew by who asks for it: {@code CONTRIBUTING.md}. Written into
 * the folder that {@code cornerstore.pictures} names.
 */
@EnabledIfSystemProperty(named = "cornerstore.pictures", matches = ".+")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PicturesE2eIT {

  private static final long MOST_BYTES = 250_000;

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();

  @Test
  void picturesOfTheReadme_areTaken() throws IOException {
    Visitor visitor = browser.withScript().signIn();
    Page page = visitor.page();
    visitor.openFirstCustomer();
    take(page, "customer");
    page.navigate("/review/next");
    assertThat(visitor.heading("Are these one customer?")).isVisible();
    take(page, "review");
    page.navigate("/segments?by=USD");
    assertThat(page.locator(".tabs [aria-current]")).containsText("USD");
    take(page, "segments");
    page.navigate("/feeds");
    take(page, "feeds");
  }

  private static void take(Page page, String name) throws IOException {
    Path picture = Path.of(System.getProperty("cornerstore.pictures")).resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    assertThat(Files.size(picture)).as(picture.toString()).isLessThan(MOST_BYTES);
  }
}
