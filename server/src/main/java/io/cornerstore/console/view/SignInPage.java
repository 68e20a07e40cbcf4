package io.cornerstore.console.view;

import org.jspecify.annotations.Nullable;

/** The sign-in page and what happened before it was shown. */
public record SignInPage(PageFrame frame, @Nullable Notice notice) {

  /**
   * What happened.
   *
   * @param style class in the style sheet: good, care or bad
   * @param role {@code status}, or {@code alert} for what must not be missed
   */
  public record Notice(String style, String role, String text) {}
}
