package io.cornerstore.linkage;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model says of one level of a comparison.
 *
 * @param attribute what is compared, such as {@code family-name}
 * @param level how well it agrees, such as {@code exact}
 * @param m how often pairs that are the same come out so, 0..1
 * @param u how often unrelated pairs come out so, 0..1
 * @param place where surveys count the level
 */
public record LevelWeight(String attribute, String level, double m, double u, int place) {
  /** The weight: log2 of m over u. */
  public double bits() {
    return Weights.log2(m / u);
  }

  /** All levels of a kind, attribute by attribute, the best level of each first. */
  public static List<LevelWeight> of(LinkageModel model, Kind kind) {
    Weights weights = kind == Kind.PERSON ? model.persons() : model.organizations();
    List<LevelWeight> levels = new ArrayList<>();
    for (Attribute attribute : Attribute.all()) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        levels.add(
            new LevelWeight(
                attribute.label(),
                attribute.levels().get(level),
                weights.match()[place],
                weights.random()[place],
                place));
      }
    }
    return levels;
  }
}
