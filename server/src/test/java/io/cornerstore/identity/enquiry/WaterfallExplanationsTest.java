package io.cornerstore.identity.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.identity.IdentitySettings;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.MatchGraph;
import io.cornerstore.identity.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallExplanationsTest {

  private static final IdentitySettings TRAINED =
      new IdentitySettings(500, 200, 0.2, 200, 4, Duration.ofMillis(10));

  @Test
  void steps_ofAnEdge_addUpToItsTotal() throws InterruptedException {
    try (IdentityWorld world = IdentityWorld.with(TRAINED)) {
      People.crowd(world.log, 500, 6);
      world.resolve();

      List<MatchGraph.Edge> edges =
          world.assignments().keySet().stream()
              .flatMap(customer -> world.explanations().of(customer).edges().stream())
              .toList();

      assertThat(edges)
          .flatExtracting(MatchGraph.Edge::steps)
          .anyMatch(step -> Math.abs(step.rarityBits()) > 0.5);
      assertThat(edges)
          .allSatisfy(edge -> {
            double bits = edge.steps().stream().mapToDouble(MatchGraph.Step::bits).sum();
            assertThat(edge.priorBits() + bits).isCloseTo(edge.totalBits(), within(1e-6));
          });
    }
  }
}
