package io.cornerstore.sampletown;

import java.util.Arrays;

/** Draws a rank from 0 with probability in proportion to 1 / (rank + shift)^exponent. */
final class Zipf {

  private final double[] upTo;

  Zipf(int size, double exponent, double shift) {
    upTo = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.pow(i + shift, -exponent);
      upTo[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      upTo[i] /= sum;
    }
  }

  int draw(Dice dice) {
    int at = Arrays.binarySearch(upTo, dice.unit());
    return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
  }
}
