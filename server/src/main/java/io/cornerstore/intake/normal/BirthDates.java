package io.cornerstore.intake.normal;

import io.cornerstore.intake.Quality;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days and years of birth as ISO 8601. Two-digit years that would lie ahead are of the century
 * before; days that lie ahead all the same, and those that systems put in for "unknown" (1 January
 * 1900), are doubtful.
 */
final class BirthDates {

  private static final int OLDEST_AGE = 120;

  private BirthDates() {}

  /** The day or year, or null when it is neither. */
  static @Nullable Judged read(String text, TimeFormat format, LocalDate today) {
    LocalDateTime read = format.local(text);
    if (read == null) {
      return year(text, today);
    }
    LocalDate day = read.toLocalDate();
    boolean wholeYear = text.contains(String.valueOf(day.getYear()));
    if (day.isAfter(today) && !wholeYear) {
      day = day.minusYears(100);
    }
    boolean filler = day.getDayOfYear() == 1 && (day.getYear() == 1900 || day.getYear() == 1901);
    boolean possible = !day.isAfter(today) && day.getYear() >= today.getYear() - OLDEST_AGE;
    return new Judged(day.toString(), possible && !filler ? Quality.VALID : Quality.DOUBTFUL);
  }

  private static @Nullable Judged year(String text, LocalDate today) {
    if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int year = Integer.parseInt(text);
    boolean possible = year <= today.getYear() && year >= today.getYear() - OLDEST_AGE;
    return new Judged(text, possible ? Quality.VALID : Quality.DOUBTFUL);
  }

  /** A value and what was found out about it. */
  record Judged(String value, Quality quality) {}
}
