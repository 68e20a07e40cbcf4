package io.cornerstore.linkage.clustering;

/** The evidence about any two members of a component. */
public interface PairWeights {
  /** The weight of two that are not to be compared: they count neither for nor against. */
  double UNKNOWN = Double.NaN;

  /**
   * Weight in bits; {@link Double#NEGATIVE_INFINITY} when they must not stand together, {@link
   * #UNKNOWN} when nobody is to ask.
   */
  double bits(int a, int b);

  /** Whether a person said that they are the same. */
  boolean isAlwaysSame(int a, int b);

  /** Whether a person said that they are not the same. */
  boolean isNeverSame(int a, int b);
}
