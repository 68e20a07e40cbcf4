package io.cornerstore.linkage.text;

/**
 * Joins what is written apart in a name: {@code DSC-W120/B} is {@code DSCW120} elsewhere.
 *
 * <p>A part that mixes letters with digits shows that the whole is a number of a model, not words
 * with a hyphen between them ({@code 7-Eleven}).
 */
public final class ModelNumbers {
  private ModelNumbers() {}

  /** The text with each such number once more at the end, joined. */
  public static String joined(String text) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return text;
    }
    StringBuilder more = new StringBuilder();
    for (String word : text.split("[\\s/,;()]+")) {
      String[] parts = word.split("[^\\p{L}\\p{N}]+");
      if (parts.length > 1 && isMixed(parts)) {
        more.append(' ').append(String.join("", parts));
      }
    }
    return more.isEmpty() ? text : text + more;
  }

  private static boolean isMixed(String[] parts) {
    for (String part : parts) {
      if (part.chars().anyMatch(Character::isDigit) && part.chars().anyMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }
}
