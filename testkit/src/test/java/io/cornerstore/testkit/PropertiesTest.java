package io.cornerstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  @Test
  void forAll_propertyThatHolds_triesManyValues() {
    AtomicInteger tries = new AtomicInteger();
    Properties.forAll(integers().all(), integers().all(), (_, _) -> tries.incrementAndGet());
    assertThat(tries.get()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void forAll_propertyThatFails_namesSeedAndSmallExample() {
    assertThatThrownBy(() ->
            Properties.forAll(integers().between(0, 1000), n -> assertThat(n).isLessThan(500)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dproperties.seed=")
        .hasMessageContaining("500");
  }
}
