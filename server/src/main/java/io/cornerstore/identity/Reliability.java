package io.cornerstore.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How sure the engine was against what stewards said: cases in bands by the engine's probability.
 * Where it knows what it does, about as many of a band are the same as it says.
 */
public record Reliability(List<Band> bands) {

  /** How many bands there are, each of the same width. */
  public static final int BANDS = 10;

  public Reliability {
    bands = List.copyOf(bands);
  }

  /** One case: what the engine thought, 0 to 1, and what the steward said. */
  public record Seen(double probability, boolean same) {}

  /**
   * The cases with a probability from {@code from} up to {@code to}.
   *
   * @param expected sum of the probabilities: how many should be the same
   */
  public record Band(double from, double to, long cases, long same, double expected) {

    /** The share stewards called the same, 0 to 1; empty without cases. */
    public OptionalDouble observedShare() {
      return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) same / cases);
    }

    /** The share the engine expected, 0 to 1; empty without cases. */
    public OptionalDouble expectedShare() {
      return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected / cases);
    }
  }

  /** Sorts cases into bands. */
  public static Reliability of(Collection<Seen> seen) {
    long[] cases = new long[BANDS];
    long[] same = new long[BANDS];
    double[] expected = new double[BANDS];
    for (Seen one : seen) {
      int band = Math.clamp((int) (one.probability() * BANDS), 0, BANDS - 1);
      cases[band]++;
      same[band] += one.same() ? 1 : 0;
      expected[band] += one.probability();
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      bands.add(
          new Band((double) i / BANDS, (double) (i + 1) / BANDS, cases[i], same[i], expected[i]));
    }
    return new Reliability(bands);
  }

  /** Cases in all bands. */
  public long cases() {
    return bands.stream().mapToLong(Band::cases).sum();
  }
}
