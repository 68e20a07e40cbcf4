package io.cornerstore.sampletown;

import java.util.function.LongFunction;

/** Gives out the keys of one source: they look random and never repeat. */
final class Keys {

  private final Shuffle shuffle;
  private final long size;
  private final LongFunction<String> form;
  private long given;

  Keys(long seed, long size, LongFunction<String> form) {
    this.shuffle = new Shuffle(seed, size);
    this.size = size;
    this.form = form;
  }

  String next() {
    if (given == size) {
      throw new IllegalStateException("all " + size + " keys are given out");
    }
    return form.apply(shuffle.of(given++));
  }

  /** A number with leading zeros. */
  static String padded(long number, int digits) {
    String text = Long.toString(number);
    return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
  }
}
