package io.cornerstore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Chromium before one packaged program that all browser tests share: whoever changes something for
 * others takes it back. Each visit is a context of its own, closed after the test; an error in the
 * browser's console and a file that did not load fail the test that saw it.
 */
final class DemoBrowser implements BeforeEachCallback, AfterEachCallback {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<BrowserContext> visits = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Shared shared;

  /** What lives as long as the whole run. */
  private record Shared(DemoProgram program, Playwright playwright, Browser browser)
      implements AutoCloseable {

    static Shared open() {
      String chromium = System.getProperty("cornerstore.chromium", "");
      assertThat(chromium)
          .as("path of Chromium; ./cornerstore test finds or installs it")
          .isNotBlank();
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
      try {
        DemoProgram program = DemoProgram.start(Path.of("target", "demo").toAbsolutePath(), 400);
        FaultyFeed.importAll(program.data());
        Playwright playwright = Playwright.create();
        return new Shared(program, playwright, launch(playwright, Path.of(chromium)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Browser launch(Playwright playwright, Path chromium) {
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--no-first-run")));
    }

    @Override
    public void close() {
      try {
        playwright.close();
      } finally {
        program.close();
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    shared =
        test.getRoot()
            .getStore(Namespace.create(DemoBrowser.class))
            .computeIfAbsent(Shared.class, _ -> Shared.open(), Shared.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    visits.forEach(BrowserContext::close);
    visits.clear();
    List<String> seen = List.copyOf(complaints);
    complaints.clear();
    assertThat(seen).as("errors in the browser's console, files that did not load").isEmpty();
  }

  /** The program that is looked at. */
  DemoProgram program() {
    return shared.program;
  }

  /** Somebody whose browser runs no script: what works here works everywhere. */
  Visitor withoutScript() {
    return visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** Somebody at a desk, with script. */
  Visitor withScript() {
    return visit(new Browser.NewContextOptions());
  }

  /** Somebody with a telephone, with script. */
  Visitor withTelephone() {
    return visit(new Browser.NewContextOptions().setViewportSize(390, 844));
  }

  /** Somebody whose browser is set like this. */
  Visitor visit(Browser.NewContextOptions options) {
    if (options.viewportSize == null) {
      options.setViewportSize(1280, 900);
    }
    BrowserContext context =
        shared.browser.newContext(options.setBaseURL(shared.program.address()));
    visits.add(context);
    context.setDefaultTimeout(PATIENCE.toMillis());
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      // That a page answers 404 is for the test to judge; what the page itself loads is seen below.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    page.onResponse(this::judge);
    return new Visitor(shared.program, page);
  }

  private void judge(Response response) {
    int worst = response.request().isNavigationRequest() ? 500 : 400;
    if (response.status() >= worst) {
      complaints.add(response.status() + " for " + response.url());
    }
  }
}
