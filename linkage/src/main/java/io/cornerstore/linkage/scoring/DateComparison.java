package io.cornerstore.linkage.scoring;

/** How well two dates of birth agree; dates are packed as in the rows. */
final class DateComparison {
  static final int EXACT = 1;
  static final int TYPO = 2;
  static final int KNOWN = 3;
  static final int TWO = 4;
  static final int YEAR = 5;
  static final int DIFFERENT = 6;

  /** Different, and so many years apart that they may be parent and child. */
  static final int GENERATION = 7;

  private static final int GENERATION_YEARS = 13;

  private DateComparison() {}

  static int year(int date) {
    return date >>> 9;
  }

  static int month(int date) {
    return date >>> 5 & 15;
  }

  static int day(int date) {
    return date & 31;
  }

  /** A level; 0 when the dates have no known part in common. */
  static int level(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    boolean yearKnown = year(a) != 0 && year(b) != 0;
    boolean monthKnown = month(a) != 0 && month(b) != 0;
    boolean dayKnown = day(a) != 0 && day(b) != 0;
    if (a == b && yearKnown && monthKnown && dayKnown) {
      return EXACT;
    }
    int known = (yearKnown ? 1 : 0) + (monthKnown ? 1 : 0) + (dayKnown ? 1 : 0);
    if (known == 0) {
      return 0;
    }
    boolean sameYear = yearKnown && year(a) == year(b);
    boolean sameMonth = monthKnown && month(a) == month(b);
    boolean sameDay = dayKnown && day(a) == day(b);
    int same = (sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0);
    if (known < 3) {
      return same == known ? KNOWN : sameYear ? YEAR : different(a, b);
    }
    if (isTypo(a, b, sameYear, same)) {
      return TYPO;
    }
    return same == 2 && Math.abs(year(a) - year(b)) < GENERATION_YEARS
        ? TWO
        : sameYear ? YEAR : different(a, b);
  }

  private static int different(int a, int b) {
    boolean far = year(a) != 0 && year(b) != 0 && Math.abs(year(a) - year(b)) >= GENERATION_YEARS;
    return far ? GENERATION : DIFFERENT;
  }

  private static boolean isTypo(int a, int b, boolean sameYear, int same) {
    if (sameYear && day(a) == month(b) && month(a) == day(b)) {
      return true;
    }
    if (same < 2) {
      return false;
    }
    return oneDigit(year(a), year(b), 4)
            + oneDigit(month(a), month(b), 2)
            + oneDigit(day(a), day(b), 2)
        == 1;
  }

  /* 0 when equal, 1 when one digit differs or two neighbours are swapped, else 2. */
  private static int oneDigit(int a, int b, int width) {
    if (a == b) {
      return 0;
    }
    int different = 0;
    int x = a;
    int y = b;
    boolean swapped = false;
    for (int i = 0; i < width; i++) {
      if (x % 10 != y % 10) {
        different++;
        swapped |= x % 10 == y / 10 % 10 && x / 10 % 10 == y % 10 && x / 100 == y / 100;
      }
      x /= 10;
      y /= 10;
    }
    return different == 1 || (different == 2 && swapped) ? 1 : 2;
  }
}
