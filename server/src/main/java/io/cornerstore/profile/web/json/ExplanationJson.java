package io.cornerstore.profile.web.json;

import io.cornerstore.identity.MatchGraph;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.UUID;

/** Why the subjects of a customer belong together. No personal value. */
public record ExplanationJson(UUID customer, List<UUID> subjects, List<EdgeJson> edges) {

  /** As the face gives it. */
  public static ExplanationJson of(CustomerId customer, MatchGraph graph) {
    return new ExplanationJson(
        customer.value(),
        graph.subjects().stream().map(SubjectId::value).toList(),
        graph.edges().stream().map(EdgeJson::of).toList());
  }

  /** An accepted pair and its evidence in bits. */
  public record EdgeJson(
      UUID a,
      UUID b,
      double priorBits,
      double totalBits,
      double probability,
      boolean decided,
      List<StepJson> steps) {

    static EdgeJson of(MatchGraph.Edge edge) {
      return new EdgeJson(
          edge.a().value(),
          edge.b().value(),
          edge.priorBits(),
          edge.totalBits(),
          edge.probability(),
          edge.decided(),
          edge.steps().stream()
              .map(step ->
                  new StepJson(step.attribute(), step.level(), step.bits(), step.rarityBits()))
              .toList());
    }
  }

  /** One comparison. */
  public record StepJson(String attribute, String level, double bits, double rarityBits) {}
}
