package io.cornerstore.sampletown;

/** The ways ten digits are written. */
final class Phones {

  private Phones() {}

  static String written(String digits, Dice dice) {
    if (digits.isEmpty()) {
      return digits;
    }
    String area = digits.substring(0, 3);
    String line = digits.substring(6);
    return switch (dice.weighted(28, 26, 10, 12, 14, 10)) {
      case 0 -> "(" + area + ") 555-" + line;
      case 1 -> area + "-555-" + line;
      case 2 -> area + ".555." + line;
      case 3 -> "+1 " + area + " 555 " + line;
      case 4 -> digits;
      default -> "1-" + area + "-555-" + line;
    };
  }

  static String international(String digits) {
    return digits.isEmpty() ? digits : "+1" + digits;
  }
}
