package io.cornerstore.intake.screening;

import java.util.List;

/**
 * Payment cards: 13 to 19 digits under the issuer ranges of the networks (ISO/IEC 7812), Luhn check
 * digit, grouped as on the card. One in ten numbers passes Luhn by chance, so it never decides
 * alone.
 */
final class CardNumbers {

  private static final int[] SIXTEEN = {4, 4, 4, 4};
  private static final int[][] GROUPINGS = {
    SIXTEEN,
    {4, 6, 5},
    {4, 6, 4},
    {4, 4, 4, 4, 3},
    {4, 4, 4, 4, 2},
    {4, 4, 4, 4, 1},
    {4, 3, 3, 3},
    {4, 4, 5},
    {4, 4, 4, 3},
    {4, 4, 4, 1},
    {6, 13},
    {8, 8}
  };

  private CardNumbers() {}

  static void find(String text, NumberRun run, FieldWords field, List<Candidate> found) {
    for (int from = 0; from < run.groups(); from++) {
      for (int to = from; to < run.groups(); to++) {
        int count = run.digitCount(from, to);
        if (count > 19) {
          break;
        }
        if (count >= 13) {
          judge(text, run, from, to, field, found);
        }
      }
    }
  }

  private static void judge(
      String text, NumberRun run, int from, int to, FieldWords field, List<Candidate> found) {
    String digits = run.digits(from, to);
    if (!isIssued(digits)) {
      return;
    }
    int start = run.start(from);
    int end = run.end(to);
    if (partOfFraction(text, run, from) || afterPlus(text, start)) {
      return;
    }
    double score = Screen.PATTERN + field.forCard(text, start, end);
    if (to > from) {
      score += usualGrouping(text, run, from, to) ? Screen.GROUPING : -Screen.GROUPING;
    }
    if (passesLuhn(digits)) {
      score += Screen.CHECKSUM;
    }
    if (looksOtherwise(text, digits, start, end, to > from, field)) {
      score += Screen.LOOKALIKE;
    }
    String mask = "[card •••• " + digits.substring(digits.length() - 4) + "]";
    found.add(new Candidate(start, end, Finding.CARD, mask, score));
  }

  /** Evidence in the digits themselves that they are something else. */
  private static boolean looksOtherwise(
      String text, String digits, int start, int end, boolean grouped, FieldWords field) {
    boolean phone = field.type() == FieldType.PHONE && digits.length() <= 15;
    boolean timestamp = digits.length() >= 14 && isTimestamp(digits) && !grouped;
    boolean article =
        !grouped && (digits.length() == 13 || digits.length() == 14) && passesEan(digits);
    boolean insideWord =
        start > 0
            && end < text.length()
            && Character.isLetterOrDigit(text.charAt(start - 1))
            && Character.isLetterOrDigit(text.charAt(end));
    return phone || timestamp || article || insideWord;
  }

  private static boolean usualGrouping(String text, NumberRun run, int from, int to) {
    for (int[] lengths : GROUPINGS) {
      if (run.grouped(text, from, to, lengths)) {
        return true;
      }
    }
    return false;
  }

  /** {@code 2.3500000000000001E-3}: digits behind a point that has digits before it. */
  private static boolean partOfFraction(String text, NumberRun run, int from) {
    return from > 0
        && run.length(from) > 6
        && text.substring(run.end(from - 1), run.start(from)).equals(".");
  }

  private static boolean afterPlus(String text, int start) {
    return start > 0 && text.charAt(start - 1) == '+';
  }

  static boolean isIssued(String digits) {
    int length = digits.length();
    int two = number(digits, 2);
    int three = number(digits, 3);
    int four = number(digits, 4);
    int six = number(digits, 6);
    if (digits.charAt(0) == '4') {
      return length == 13 || length == 16 || length == 18 || length == 19;
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return length == 16;
    }
    if (two == 34 || two == 37) {
      return length == 15;
    }
    if ((three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39) {
      return length == 14 || length == 16;
    }
    if (four >= 3528 && four <= 3589) {
      return length >= 16;
    }
    if (two == 62 || two == 65 || two == 81 || four == 6011 || (three >= 644 && three <= 649)) {
      return length >= 16;
    }
    if (four >= 2200 && four <= 2204) {
      return length >= 16;
    }
    boolean maestro =
        four == 5018
            || four == 5020
            || four == 5038
            || four == 5893
            || four == 6304
            || four == 6759
            || (four >= 6761 && four <= 6763)
            || three == 508
            || three == 606
            || six == 636368;
    return maestro && (length == 13 || length >= 15);
  }

  static boolean passesLuhn(String digits) {
    int sum = 0;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int value = twice ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  static boolean passesEan(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, weight = 1; i >= 0; i--, weight = 4 - weight) {
      sum += (digits.charAt(i) - '0') * weight;
    }
    return sum % 10 == 0;
  }

  /** {@code yyyyMMddHHmmss}, perhaps with a fraction. */
  static boolean isTimestamp(String digits) {
    int year = number(digits, 4);
    return year >= 1970
        && year <= 2099
        && between(digits, 4, 1, 12)
        && between(digits, 6, 1, 31)
        && between(digits, 8, 0, 23)
        && between(digits, 10, 0, 59)
        && between(digits, 12, 0, 59);
  }

  private static boolean between(String digits, int at, int least, int most) {
    int value = (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    return value >= least && value <= most;
  }

  private static int number(String digits, int length) {
    return Integer.parseInt(digits, 0, length, 10);
  }
}
