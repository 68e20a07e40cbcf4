package io.cornerstore.profile;

import io.cornerstore.kernel.Personal;

/**
 * A value as it may be shown: itself, or what is left of it behind the mask.
 *
 * @param text safe to put on the page as it is
 * @param masked the purpose does not open the value; {@code text} is dots, with a hint such as the
 *     last two digits at most
 */
@Personal
public record ShownValue(String text, boolean masked) {

  /** What the text begins with where it is the number of a customer without a name. */
  public static final String NUMBER_SIGN = "#";

  /** A value that the purpose opens. */
  public static ShownValue open(String text) {
    return new ShownValue(text, false);
  }

  /** A value that it does not; nothing of it is in {@code hint}. */
  public static ShownValue masked(String hint) {
    return new ShownValue(hint, true);
  }

  @Override
  public String toString() {
    return "ShownValue[•••]";
  }
}
