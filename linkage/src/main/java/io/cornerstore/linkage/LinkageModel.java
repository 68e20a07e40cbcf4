package io.cornerstore.linkage;

import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;

/**
 * The weights by which records are compared: an immutable value that can be written, read and
 * compared.
 */
public final class LinkageModel {
  private static final double LINK_BITS = 8;
  private static final double REVIEW_BITS = 0;
  private static final LinkageModel PRIOR =
      new LinkageModel(
          PriorWeights.persons(),
          PriorWeights.organizations(),
          Frequencies.none(),
          LINK_BITS,
          REVIEW_BITS);

  private final Weights persons;
  private final Weights organizations;
  private final Frequencies frequencies;
  private final double linkBits;
  private final double reviewBits;
  private final String text;
  private final String version;

  LinkageModel(
      Weights persons,
      Weights organizations,
      Frequencies frequencies,
      double linkBits,
      double reviewBits) {
    this.persons = persons;
    this.organizations = organizations;
    this.frequencies = frequencies;
    this.linkBits = linkBits;
    this.reviewBits = reviewBits;
    this.text = ModelText.write(this);
    this.version = ModelText.hash(text);
  }

  /** Sound defaults for customers of whom nothing is known yet. */
  public static LinkageModel prior() {
    return PRIOR;
  }

  /**
   * Reads what {@link #toText()} wrote.
   *
   * @throws LinkageException when the text is no model of a known version
   */
  public static LinkageModel fromText(String text) {
    return ModelText.read(text);
  }

  /** A stable text form, without personal values: frequent names stand there as hashes only. */
  public String toText() {
    return text;
  }

  /** Hash of the content: equal models have equal versions. */
  public String version() {
    return version;
  }

  /** From how many bits on two records link without a person. */
  public double linkBits() {
    return linkBits;
  }

  /** From how many bits on a person should look at two records. */
  public double reviewBits() {
    return reviewBits;
  }

  /**
   * The same model with other thresholds.
   *
   * @throws LinkageException when review starts above link
   */
  public LinkageModel withThresholds(double link, double review) {
    if (!(review <= link)) {
      throw new LinkageException(
          "Review starts at " + review + " bits, above link at " + link + ". Maybe swap them.");
    }
    return new LinkageModel(persons, organizations, frequencies, link, review);
  }

  Weights persons() {
    return persons;
  }

  Weights organizations() {
    return organizations;
  }

  Frequencies frequencies() {
    return frequencies;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkageModel model && text.equals(model.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "LinkageModel " + version;
  }
}
