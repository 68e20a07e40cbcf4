package io.cornerstore.linkage.clustering;

/** The evidence about any two members of a component. */
public interface PairWeights {
  /** Weight in bits; {@link Double#NEGATIVE_INFINITY} when they must not stand together. */
  double bits(int a, int b);

  /** Whether a person said that they are the same. */
  boolean isAlwaysSame(int a, int b);

  /** Whether a person said that they are not the same. */
  boolean isNeverSame(int a, int b);
}
