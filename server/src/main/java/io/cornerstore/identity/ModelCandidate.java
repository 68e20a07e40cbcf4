package io.cornerstore.identity;

/** Another way to link, to be tried before it is used. */
public sealed interface ModelCandidate {

  /**
   * The model in use with other thresholds.
   *
   * @param linkBits from how many bits on two records link without a person
   * @param reviewBits from how many bits on a person should look; not above {@code linkBits}
   */
  record Thresholds(double linkBits, double reviewBits) implements ModelCandidate {}

  /** A model that was in use before, by its number. */
  record Kept(long number) implements ModelCandidate {}

  /** A model trained anew on all records held now, with the thresholds in use. */
  record Trained() implements ModelCandidate {}
}
