package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;
import java.util.List;

/** Why the subjects of a customer belong together: the edges and what each rests on. */
public record MatchGraph(List<SubjectId> subjects, List<Edge> edges) {

  public MatchGraph {
    subjects = List.copyOf(subjects);
    edges = List.copyOf(edges);
  }

  /**
   * An accepted pair. {@code priorBits} and the bits of the steps add up to {@code totalBits}.
   *
   * @param decided a person decided it: the evidence is shown, but did not count
   */
  public record Edge(
      SubjectId a,
      SubjectId b,
      double priorBits,
      double totalBits,
      double probability,
      boolean decided,
      List<Step> steps) {

    public Edge {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One bar of the waterfall.
   *
   * @param attribute what was compared ({@code family-name})
   * @param level how it came out ({@code exact}, {@code close} …)
   * @param bits evidence in bits: above 0 for, below 0 against
   * @param rarityBits the part of it that comes from how rare the common value is
   */
  public record Step(String attribute, String level, double bits, double rarityBits) {}
}
