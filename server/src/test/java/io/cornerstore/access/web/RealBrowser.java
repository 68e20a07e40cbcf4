package io.cornerstore.access.web;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.HttpCredentials;
import com.microsoft.playwright.options.HttpCredentialsSend;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium, with its own idea of which cookies go along when one site leads to another. */
final class RealBrowser implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  private RealBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Where there is one: without, the tests of the whole program in {@code e2e} fail anyway. */
  static RealBrowser launch() {
    String chromium = System.getProperty("cornerstore.chromium", "");
    assumeFalse(chromium.isBlank(), "no browser is named: -Dcornerstore.chromium=PATH");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new RealBrowser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run"))));
  }

  /** A visit of somebody whose password at the provider is their name; nothing is open yet. */
  Page visit(URI server, String person) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(server.toString())
                    .setHttpCredentials(
                        new HttpCredentials(person, person).setSend(HttpCredentialsSend.ALWAYS)))
            .newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    return page;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
