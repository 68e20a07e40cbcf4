package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternCountsTest {
  @Test
  void add_randomPatterns_agreesWithAMap() {
    Random random = new Random(7);
    PatternCounts counts = new PatternCounts();
    Map<Long, Double> expected = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long pattern = 1 + random.nextInt(9_000) * 0x1_0001L;
      counts.add(pattern, 1);
      expected.merge(pattern, 1.0, Double::sum);
    }
    assertThat(counts.patterns()).isSorted().hasSize(expected.size());
    expected.forEach((pattern, count) -> assertThat(counts.count(pattern)).isEqualTo(count));
    assertThat(counts.total()).isEqualTo(50_000);
  }

  @Test
  void addAll_twoCounts_areSummed() {
    PatternCounts a = new PatternCounts();
    PatternCounts b = new PatternCounts();
    a.add(5, 2);
    b.add(5, 3);
    b.add(6, 1);
    a.addAll(b);
    assertThat(a.count(5)).isEqualTo(5);
    assertThat(a.count(6)).isEqualTo(1);
    assertThat(a.count(7)).isZero();
  }
}
