package io.cornerstore.linkage;

import java.util.List;

/**
 * Why two records are held to be the same, or not: a waterfall in bits. It holds no personal value.
 *
 * @param priorBits log2 odds that two records picked at random are the same
 * @param steps one step for each attribute that could be compared, and for each correction
 * @param totalBits {@code priorBits} plus the bits and rarity bits of all steps, summed in order
 * @param probability {@code totalBits} as a probability, 0..1
 */
public record Explanation(
    double priorBits, List<Step> steps, double totalBits, double probability) {
  /** Copies the list. */
  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * What one comparison contributes.
   *
   * @param attribute what was compared, such as {@code family-name}
   * @param level how well it agreed, such as {@code exact}
   * @param bits weight of the level: log2 of its m- over its u-probability
   * @param rarityBits what the rarity of the value adds, or its frequency takes away
   * @param reason the same in words
   */
  public record Step(
      String attribute, String level, double bits, double rarityBits, String reason) {}
}
