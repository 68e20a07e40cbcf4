package io.cornerstore.linkage.evaluation;

import io.cornerstore.linkage.evaluation.Survey.Example;
import java.util.ArrayList;
import java.util.List;

/** One pair for each step of the weight: as good as picked at random, yet the same every time. */
final class Specimens {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private final int[] a;
  private final int[] b;
  private final double[] bits;

  Specimens(int steps) {
    a = new int[steps];
    b = new int[steps];
    bits = new double[steps];
  }

  void offer(int step, int first, int second, double weight) {
    boolean empty = a[step] == b[step];
    if (empty || rank(first, second) < rank(a[step], b[step])) {
      a[step] = first;
      b[step] = second;
      bits[step] = weight;
    }
  }

  private static long rank(int a, int b) {
    long mixed = Truth.pair(a, b) * MULTIPLIER;
    return (mixed ^ mixed >>> 29) * MULTIPLIER;
  }

  void addAll(Specimens other) {
    for (int step = 0; step < a.length; step++) {
      if (other.a[step] != other.b[step]) {
        offer(step, other.a[step], other.b[step], other.bits[step]);
      }
    }
  }

  /** The pairs there are, from a step on outward. */
  List<Example> outward(int step) {
    List<Example> found = new ArrayList<>();
    for (int off = 0; off < a.length; off++) {
      add(step - off, found);
      if (off > 0) {
        add(step + off, found);
      }
    }
    return found;
  }

  private void add(int step, List<Example> found) {
    if (step >= 0 && step < a.length && a[step] != b[step]) {
      found.add(new Example(a[step], b[step], bits[step]));
    }
  }
}
