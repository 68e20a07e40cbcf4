package io.cornerstore.sampletown;

import java.time.LocalDateTime;

/** The ways sources write a local time; by hand, because there are millions of them. */
final class Times {

  private Times() {}

  /** Month first without leading zeros, to the minute: {@code 3/9/2025 14:05}. */
  static String american(LocalDateTime at) {
    StringBuilder text = new StringBuilder(16);
    text.append(at.getMonthValue()).append('/').append(at.getDayOfMonth()).append('/');
    text.append(at.getYear()).append(' ').append(at.getHour());
    return two(text.append(':'), at.getMinute()).toString();
  }

  /** ISO with a space, to the second: {@code 2025-03-09 14:05:00}. */
  static String spaced(LocalDateTime at) {
    StringBuilder text = new StringBuilder(19);
    two(text.append(at.getYear()).append('-'), at.getMonthValue());
    two(text.append('-'), at.getDayOfMonth());
    two(text.append(' '), at.getHour());
    two(text.append(':'), at.getMinute());
    return two(text.append(':'), at.getSecond()).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return (number < 10 ? text.append('0') : text).append(number);
  }
}
