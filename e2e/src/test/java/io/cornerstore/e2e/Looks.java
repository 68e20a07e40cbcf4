package io.cornerstore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.Consumer;

/**
 * How the page that is open looks: in both languages axe finds nothing in light and dark, and on a
 * telephone nothing is wider than the screen.
 */
record Looks(Visitor visitor) {

  private static final int TELEPHONE = 390;

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /* Parts of a sheet that stand out of it, unless it scrolls. */
  private static final String OUTSIDE =
      """
      [...document.querySelectorAll('.sheet *')]
        .filter(e => !e.closest('.scroll, .visually-hidden, svg'))
        .filter(e => e.getBoundingClientRect().width > 0)
        .filter(e => e.getBoundingClientRect().right
            > e.closest('.sheet').getBoundingClientRect().right + 1)
        .map(e => e.outerHTML.slice(0, 120))
      """;

  /** Checks the page and leaves pictures of it under this name. */
  void check(String name) {
    check(name, _ -> {});
  }

  /**
   * Checks what stands there after something was done.
   *
   * @param deed does it again in the language it is given, wherever the page is
   */
  void check(String name, Consumer<String> deed) {
    for (String language : List.of("id", "en")) {
      visitor.speak(language);
      deed.accept(language);
      visitor.page().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      inLight(name + "-" + language);
      inDark(name + "-" + language);
      onATelephone(name + "-" + language);
    }
  }

  private void inLight(String name) {
    visitor.screenshot(name + "-light");
    passesAxe(name + " in light");
  }

  private void inDark(String name) {
    Page page = visitor.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    visitor.screenshot(name + "-dark");
    passesAxe(name + " in dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private void passesAxe(String name) {
    List<Rule> violations = new AxeBuilder(visitor.page()).withTags(WCAG).analyze().getViolations();
    assertThat(
            violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
        .as(name)
        .isEmpty();
  }

  private void onATelephone(String name) {
    Page page = visitor.page();
    var desk = page.viewportSize();
    page.setViewportSize(TELEPHONE, 844);
    visitor.screenshot(name + "-telephone");
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(name + " is as wide as the screen")
        .isEqualTo(TELEPHONE);
    assertThat(page.evaluate(OUTSIDE))
        .as(name + " has nothing beyond its sheets")
        .asList()
        .isEmpty();
    page.setViewportSize(desk.width, desk.height);
  }
}
