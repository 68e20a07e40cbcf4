package io.cornerstore.linkage.evaluation;

/**
 * What a threshold would do.
 *
 * @param bits the weight from which on a pair would count as the same
 * @param found true pairs from there on, or their expected number
 * @param above pairs from there on
 * @param all true pairs, or their expected number
 */
public record ThresholdPoint(double bits, double found, double above, double all) {
  /** Share of true ones among the pairs from there on; NaN when there are none. */
  public double precision() {
    return found / above;
  }

  /** Share of the true ones that lie from there on; NaN when there are none. */
  public double recall() {
    return found / all;
  }

  /** Harmonic mean of both. */
  public double f1() {
    return 2 * found / (above + all);
  }
}
