package io.cornerstore.console.view;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody with a one-time link chooses a password.
 *
 * @param name of the account; null when the link does not hold
 * @param refused whether the last choice was too easy
 */
public record WelcomePage(PageFrame frame, String token, @Nullable String name, boolean refused) {

  @Override
  public String toString() {
    return "WelcomePage[•••]";
  }
}
