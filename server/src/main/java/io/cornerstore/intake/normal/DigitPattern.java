package io.cornerstore.intake.normal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date format of digits and separators, read in one pass without garbage. {@code M} and {@code
 * MM} both take one or two digits: exports pad as they like. Two-digit years are of 1951 to 2050.
 */
final class DigitPattern {

  /** {@code 2024-05-17}, with a time to the minute, second or fraction, and the basic form. */
  static final List<DigitPattern> ISO =
      List.of(
          required("yyyy-MM-dd HH:mm:ss"),
          required("yyyy-MM-dd"),
          required("yyyy-MM-dd HH:mm"),
          required("yyyy-MM-dd'T'HH:mm:ss"),
          required("yyyy-MM-dd'T'HH:mm"),
          required("yyyyMMdd"));

  private final char[] letters;
  private final int[] digits;

  private DigitPattern(char[] letters, int[] digits) {
    this.letters = letters;
    this.digits = digits;
  }

  /** Null for a format with other letters. */
  static @Nullable DigitPattern of(String format) {
    List<Character> letters = new ArrayList<>();
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < format.length(); ) {
      char c = format.charAt(i);
      int end = i + 1;
      if (c == '\'') {
        end = format.indexOf('\'', i + 1);
        if (end != i + 2) {
          return null;
        }
        letters.add(format.charAt(i + 1));
        digits.add(0);
        i = end + 1;
        continue;
      }
      while (end < format.length() && format.charAt(end) == c) {
        end++;
      }
      char letter = c == 'u' ? 'y' : c;
      if ("yMdHms".indexOf(letter) >= 0) {
        if (end - i > 4 || (letter == 'M' && end - i > 2)) {
          return null;
        }
        letters.add(letter);
        digits.add(end - i);
      } else if (Character.isLetter(c)) {
        return null;
      } else {
        for (int n = i; n < end; n++) {
          letters.add(c);
          digits.add(0);
        }
      }
      i = end;
    }
    return new DigitPattern(chars(letters), digits.stream().mapToInt(Integer::intValue).toArray());
  }

  /** ISO with or without time, {@code T} or space between. */
  static @Nullable LocalDateTime iso(String text) {
    for (DigitPattern pattern : ISO) {
      LocalDateTime time = pattern.read(text);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** Null when the text is not in this format or no such day or time exists. */
  @Nullable LocalDateTime read(String text) {
    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int at = 0;
    for (int i = 0; i < letters.length; i++) {
      if (digits[i] == 0) {
        if (at >= text.length() || text.charAt(at++) != letters[i]) {
          return null;
        }
        continue;
      }
      int most = mostDigits(i);
      int start = at;
      int number = 0;
      while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      if (at == start || (at - start < digits[i] && digits[i] > 2)) {
        return null;
      }
      switch (letters[i]) {
        case 'y' -> year = at - start == 2 ? century(number) : number;
        case 'M' -> month = number;
        case 'd' -> day = number;
        case 'H' -> hour = number;
        case 'm' -> minute = number;
        default -> second = number;
      }
    }
    return fraction(text, at) ? time(year, month, day, hour, minute, second) : null;
  }

  /** Adjacent numbers must have their own width, separated ones may be shorter or longer. */
  private int mostDigits(int i) {
    boolean adjacent = i + 1 < letters.length && digits[i + 1] > 0;
    if (adjacent || letters[i] == 'y') {
      return letters[i] == 'y' && digits[i] == 1 ? 4 : digits[i];
    }
    return 2;
  }

  private boolean fraction(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    if (letters[letters.length - 1] != 's' || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable LocalDateTime time(
      int year, int month, int day, int hour, int minute, int second) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) {
      return null;
    }
    try {
      return LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59));
    } catch (DateTimeException e) {
      return null; // 31 April
    }
  }

  private static int century(int year) {
    return year > 50 ? 1900 + year : 2000 + year;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static DigitPattern required(String format) {
    DigitPattern pattern = of(format);
    if (pattern == null) {
      throw new IllegalArgumentException(format);
    }
    return pattern;
  }

  private static char[] chars(List<Character> letters) {
    char[] chars = new char[letters.size()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = letters.get(i);
    }
    return chars;
  }
}
