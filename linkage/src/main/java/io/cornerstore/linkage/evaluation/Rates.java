package io.cornerstore.linkage.evaluation;

/**
 * Precision and recall by counting pairs.
 *
 * @param found true pairs among the answer's
 * @param answered pairs of the answer
 * @param actual true pairs
 */
public record Rates(long found, long answered, long actual) {
  /** Share of the answer that is true; NaN when there is no answer. */
  public double precision() {
    return (double) found / answered;
  }

  /** Share of the truth that the answer has; NaN when there is no truth. */
  public double recall() {
    return (double) found / actual;
  }

  /** Harmonic mean of both; 1 when there was nothing to find and nothing was answered. */
  public double f1() {
    return answered + actual == 0 ? 1 : 2.0 * found / (answered + actual);
  }

  /** Pairs of the answer that are not true. */
  public long wrong() {
    return answered - found;
  }

  /** True pairs that the answer lacks. */
  public long missed() {
    return actual - found;
  }
}
