package io.cornerstore.linkage;

/**
 * How a model is trained.
 *
 * @param seed seed of the random pairs; the same seed over the same records gives the same model
 * @param randomPairs how many random pairs to look at for the u-probabilities
 * @param blockedPairs at most how many pairs of each blocking key to look at for the
 *     m-probabilities
 * @param iterations at most how many rounds of expectation and maximisation
 * @param said what people said about pairs, to learn from; their scope does not matter
 */
public record TrainingOptions(
    long seed, int randomPairs, int blockedPairs, int iterations, Constraints said) {
  /** Checks the ranges. */
  public TrainingOptions {
    if (randomPairs < 1 || blockedPairs < 1 || iterations < 1) {
      throw new LinkageException("Training needs at least one pair and one round.");
    }
  }

  /** Enough for any number of records: 250,000 random and 40,000 blocked pairs a key, 40 rounds. */
  public static TrainingOptions defaults() {
    return new TrainingOptions(17, 250_000, 40_000, 40, Constraints.none());
  }

  /** The same, learning from what people said as well. */
  public TrainingOptions learningFrom(Constraints decisions) {
    return new TrainingOptions(seed, randomPairs, blockedPairs, iterations, decisions);
  }
}
