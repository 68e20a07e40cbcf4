package io.cornerstore.console.view;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in page and what happened before it was shown.
 *
 * @param provider where else to sign in; null where none is configured
 */
public record SignInPage(PageFrame frame, @Nullable Notice notice, @Nullable Provider provider) {

  /** A sign-in provider by the name of its button, and the way there. */
  public record Provider(String name, String path) {}

  /**
   * What happened.
   *
   * @param style class in the style sheet: good, care or bad
   * @param role {@code status}, or {@code alert} for what must not be missed
   */
  public record Notice(String style, String role, String text) {}
}
