package io.cornerstore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.identity.Reliability.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  @Test
  void of_cases_areInTheBandOfTheirProbability() {
    Reliability reliability =
        Reliability.of(
            List.of(
                new Seen(0, false),
                new Seen(0.09, false),
                new Seen(0.1, true),
                new Seen(0.55, true),
                new Seen(0.52, false),
                new Seen(1, true)));

    assertThat(reliability.cases()).isEqualTo(6);
    assertThat(reliability.bands())
        .extracting(Reliability.Band::cases)
        .containsExactly(2L, 1L, 0L, 0L, 0L, 2L, 0L, 0L, 0L, 1L);
    Reliability.Band middle = reliability.bands().get(5);
    assertThat(middle.observedShare()).hasValue(0.5);
    assertThat(middle.expectedShare().orElseThrow()).isEqualTo(0.535, within(1e-12));
    assertThat(reliability.bands().get(2).observedShare()).isEmpty();
  }
}
