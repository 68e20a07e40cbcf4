package io.cornerstore.linkage;

import java.util.Locale;

/**
 * A date of which parts may be unknown.
 *
 * <p>Impossible days such as 31 February are kept: they are data to be compared, not to be judged.
 *
 * @param year 1..9999, or 0 when unknown
 * @param month 1..12, or 0 when unknown
 * @param day 1..31, or 0 when unknown
 */
public record PartialDate(int year, int month, int day) {
  /** Checks the ranges. */
  public PartialDate {
    if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) {
      throw new LinkageException(
          "A part of a date is out of range. Maybe use 0 for what is unknown.");
    }
  }

  /**
   * Reads {@code 1980-05-17}, {@code 1980-05}, {@code 1980} or {@code --05-17} (ISO 8601, the last
   * form as in vCard).
   *
   * @throws LinkageException when the text has another form
   */
  public static PartialDate parse(String text) {
    try {
      if (text.startsWith("--")) {
        return new PartialDate(
            0, digits(text, 2, 4), text.length() == 4 ? 0 : dashed(text, 4, text.length()));
      }
      int year = digits(text, 0, 4);
      if (text.length() == 4) {
        return new PartialDate(year, 0, 0);
      }
      int month = dashed(text, 4, 7);
      return new PartialDate(year, month, text.length() == 7 ? 0 : dashed(text, 7, text.length()));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new LinkageException(
          "A date has no ISO 8601 form. Maybe it was not normalised before.", e);
    }
  }

  private static int dashed(String text, int from, int to) {
    if (text.charAt(from) != '-' || to - from != 3) {
      throw new NumberFormatException();
    }
    return digits(text, from + 1, to);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new NumberFormatException();
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** The ISO form this date was or could have been parsed from; {@code --} when all is unknown. */
  public String toIso() {
    String tail =
        (month == 0 ? "" : String.format(Locale.ROOT, "-%02d", month))
            + (day == 0 ? "" : String.format(Locale.ROOT, "-%02d", day));
    return year == 0
        ? "-" + (tail.isEmpty() ? "-" : tail)
        : String.format(Locale.ROOT, "%04d", year) + tail;
  }

  /** Hides the value: a date of birth is personal. */
  @Override
  public String toString() {
    return "PartialDate[•••]";
  }
}
