package io.cornerstore.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/**
 * Somebody who does a task for the first time, and how long that takes a person.
 *
 * <p>Before each step they read what guides the eye (headings, labels, links, buttons, hints,
 * notices) from the top of the page, or from where the page has put the cursor or a link within it
 * has led, down to what they then touch, each once a page; they decide, move to it, and click or
 * type. Reading goes at 238 words a minute (Brysbaert 2019, silent reading of English); deciding,
 * pointing, clicking, moving the hand to the keys and each key are M, P, B, H and K of the
 * keystroke-level model for an average typist (Card, Moran and Newell 1980). What the program takes
 * to answer is measured on top. Not thread-safe.
 */
final class Newcomer {

  private static final double WORD = 60.0 / 238;
  private static final double DECIDE = 1.35;
  private static final double POINT = 1.1;
  private static final double CLICK = 0.2;
  private static final double HAND_TO_KEYS = 0.4;
  private static final double KEY = 0.28;

  private static final String WORDS_UP_TO =
      """
      target => {
        const guides = 'h1,h2,h3,legend,label,button,a,summary,.hint,.notice';
        const page = target.closest('nav, header .top') ?? document.querySelector('main');
        const led = (location.hash && document.querySelector(location.hash)) || document.activeElement;
        const start = led.closest('main tr, main .field, main section') ?? page;
        const read = window.wordsRead ??= new WeakSet();
        let words = 0;
        for (const guide of page.querySelectorAll(guides)) {
          const later = guide.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
          if (later && !target.contains(guide)) break;
          const before = start.compareDocumentPosition(guide) & Node.DOCUMENT_POSITION_PRECEDING;
          if (read.has(guide) || !guide.checkVisibility() || before) continue;
          [guide, ...guide.querySelectorAll('*')].forEach(part => read.add(part));
          words += guide.innerText.split(/\\s+/).filter(word => word).length;
        }
        return words;
      }
      """;

  private final Visitor visitor;
  private int steps;
  private double person;
  private double program;

  /** Somebody who has signed in and looks at the first page. */
  Newcomer(Visitor visitor) {
    this.visitor = visitor;
    visitor.signIn();
  }

  /** How many things they touched. */
  int steps() {
    return steps;
  }

  /** Seconds the person takes. */
  double person() {
    return person;
  }

  /** Seconds the program took. */
  double program() {
    return program;
  }

  void type(String label, String text) {
    type(visitor.page().getByLabel(label).first(), text);
  }

  void type(Locator field, String text) {
    person += HAND_TO_KEYS + KEY * text.length();
    touch(field, () -> field.fill(text));
  }

  void choose(Locator list, String words) {
    person += POINT + CLICK;
    touch(list, () -> list.selectOption(words));
  }

  void press(String button) {
    click(visitor.button(button));
  }

  void follow(String link) {
    click(visitor.link(link));
  }

  void click(Locator target) {
    touch(target, target::click);
  }

  /** That is what they wanted: they read the notice that says so, when there is one. */
  void sees(Locator goal) {
    long begun = System.nanoTime();
    assertThat(goal).isVisible();
    program += seconds(begun);
    person += WORD * goal.innerText().split("\\s+").length;
  }

  private void touch(Locator target, Runnable deed) {
    assertThat(target).isVisible();
    person += WORD * ((Number) target.evaluate(WORDS_UP_TO)).doubleValue();
    person += DECIDE + POINT + CLICK;
    steps++;
    long begun = System.nanoTime();
    deed.run();
    visitor.page().waitForLoadState();
    program += seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
