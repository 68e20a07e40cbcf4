package io.cornerstore.linkage;

import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import java.util.List;

/**
 * The weights by which records are compared: an immutable value that can be written, read and
 * compared.
 */
public final class LinkageModel {
  /** The version of attributes, levels and hashes; models of another one mean something else. */
  public static final int FORMAT = 4;

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

  /**
   * Whether a text was written by {@link #toText()} of an older version of this library, whose
   * models have another meaning now: train anew.
   */
  public static boolean isOutdated(String text) {
    return ModelText.isOutdated(text);
  }

  /**
   * The model with these parameters.
   *
   * @throws LinkageException when a comparison, level or rule is missing or unknown
   */
  public static LinkageModel of(ModelParameters parameters) {
    return ModelTables.model(parameters);
  }

  /** Everything this model holds. */
  public ModelParameters parameters() {
    return ModelTables.parameters(this);
  }

  /** In what another model differs, in lines for people; empty when both are equal. */
  public List<String> differences(LinkageModel other) {
    return ModelDifferences.between(parameters(), other.parameters());
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
