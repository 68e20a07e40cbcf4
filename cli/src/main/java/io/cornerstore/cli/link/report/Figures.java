package io.cornerstore.cli.link.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(double number) {
    return number < 10 && number != Math.rint(number)
        ? String.format(Locale.ROOT, "%.1f", number)
        : count(Math.round(number));
  }

  /** A share as a percentage, a dash for what cannot be said. */
  static String percent(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    boolean nearTheEnds = (share > 0 && share < .01) || (share > .99 && share < 1);
    return String.format(Locale.ROOT, nearTheEnds ? "%.2f %%" : "%.1f %%", share * 100);
  }

  /** Four digits, a dash for what cannot be said. */
  static String share(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.4f", share);
  }

  /** A probability, however small. */
  static String probability(double p) {
    return p != 0 && p < .001
        ? String.format(Locale.ROOT, "%.1e", p)
        : String.format(Locale.ROOT, "%.4f", p);
  }

  /** Bits with their sign; hardly anything is nothing. */
  static String bits(double bits) {
    double rounded = Math.round(bits * 10) / 10.0;
    return rounded == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded).replace('-', '−');
  }

  /** A place in a drawing. */
  static String at(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? Long.toString(Math.round(rounded))
        : Double.toString(rounded);
  }
}
