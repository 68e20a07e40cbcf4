package io.cornerstore.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.evaluation.Evaluation.SizeRecall;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures by sorting against the same figures by going through all pairs. */
class EvaluationTest {
  /* true abc de f; answered ab cde f. */
  private static final int[] TRUE = {0, 0, 0, 1, 1, 2};
  private static final int[] ANSWER = {7, 7, 9, 9, 9, 1};

  @Test
  void of_sixRecords_isWhatOneWorksOutByHand() {
    Evaluation found = Evaluation.of(Truth.ofClusters(TRUE), ANSWER);
    assertThat(found.pairs()).isEqualTo(new Rates(2, 4, 4));
    assertThat(found.pairs().f1()).isEqualTo(.5);
    assertThat(found.bCubedPrecision())
        .isCloseTo((1 + 1 + 1 / 3. + 2 / 3. + 2 / 3. + 1) / 6, within(1e-12));
    assertThat(found.bCubedRecall())
        .isCloseTo((2 / 3. + 2 / 3. + 1 / 3. + 1 + 1 + 1) / 6, within(1e-12));
    assertThat(found.exact()).isEqualTo(1);
    assertThat(found.bySize())
        .containsExactly(new SizeRecall(2, 2, 1, 1, 1), new SizeRecall(3, 3, 1, 1, 3));
  }

  @Test
  void of_randomPartitions_equalsTheSlowWay() {
    Random random = new Random(5);
    for (int round = 0; round < 400; round++) {
      int n = 1 + random.nextInt(60);
      int[] labels = new int[n];
      int[] answer = new int[n];
      for (int i = 0; i < n; i++) {
        labels[i] = random.nextInt(10) == 0 ? -1 : random.nextInt(Math.max(1, n / (1 + round % 9)));
        answer[i] = random.nextInt(3) > 0 ? Math.max(0, labels[i]) : 1000 + random.nextInt(9);
      }
      Truth truth = Truth.ofClusters(labels);
      assertThat(Evaluation.of(truth, answer)).isEqualTo(slow(truth, labels, answer));
    }
  }

  @Test
  void of_listedPairs_countAsTheyStand() {
    Random random = new Random(6);
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(40);
      Set<Long> pairs = new HashSet<>();
      for (int i = 0; i < n / 2; i++) {
        int a = random.nextInt(n - 1);
        pairs.add(Truth.pair(a, a + 1 + random.nextInt(n - 1 - a)));
      }
      long[] listed = pairs.stream().mapToLong(Long::longValue).toArray();
      int[] answer = random.ints(n, 0, 1 + n / 3).toArray();
      Truth truth = Truth.ofPairs(n, listed);
      int[] labels = new int[n];
      Arrays.setAll(labels, truth::label);
      assertThat(Evaluation.of(truth, answer)).isEqualTo(slow(truth, labels, answer));
      assertThat(truth.pairs()).isEqualTo(pairs.size());
    }
  }

  /* Everything by its definition, over all pairs of records. */
  private static Evaluation slow(Truth truth, int[] labels, int[] answer) {
    int[] known = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    long[] counts = new long[3];
    TreeMap<Integer, long[]> bySize = new TreeMap<>();
    double precision = 0;
    double recall = 0;
    Set<Integer> clusters = new HashSet<>();
    Set<Integer> trueClusters = new HashSet<>();
    Set<Integer> exact = new HashSet<>();
    for (int a : known) {
      long together = 1;
      long near = 1;
      long real = 1;
      for (int b : known) {
        if (a != b) {
          boolean said = answer[a] == answer[b];
          boolean same = labels[a] == labels[b];
          together += said && same ? 1 : 0;
          near += said ? 1 : 0;
          real += same ? 1 : 0;
        }
      }
      clusters.add(answer[a]);
      trueClusters.add(labels[a]);
      if (together == near && together == real) {
        exact.add(labels[a]);
      }
      precision += (double) together / near;
      recall += (double) together / real;
      long[] cell = bySize.computeIfAbsent(bucket((int) real), _ -> new long[3]);
      cell[0] += 1000000 / real;
      for (int b : known) {
        if (a < b) {
          boolean said = answer[a] == answer[b];
          boolean same = truth.isSame(a, b);
          counts[0] += said && same ? 1 : 0;
          counts[1] += said ? 1 : 0;
          counts[2] += same ? 1 : 0;
          cell[1] += said && same ? 1 : 0;
          cell[2] += same ? 1 : 0;
        }
      }
    }
    Evaluation fast = Evaluation.of(truth, answer);
    assertThat(fast.bCubedPrecision()).isCloseTo(precision / known.length, nearly());
    assertThat(fast.bCubedRecall()).isCloseTo(recall / known.length, nearly());
    List<SizeRecall> sizes =
        bySize.entrySet().stream()
            .filter(size -> size.getKey() > 1 && size.getValue()[2] > 0)
            .map(size ->
                new SizeRecall(
                    size.getKey(),
                    end(size.getKey()),
                    (int) Math.round(size.getValue()[0] / 1e6),
                    size.getValue()[1],
                    size.getValue()[2]))
            .toList();
    return new Evaluation(
        known.length,
        labels.length - known.length,
        clusters.size(),
        trueClusters.size(),
        exact.size(),
        new Rates(counts[0], counts[1], counts[2]),
        fast.bCubedPrecision(),
        fast.bCubedRecall(),
        sizes);
  }

  private static Offset<Double> nearly() {
    return within(1e-9);
  }

  private static int bucket(int size) {
    return size < 6 ? size : size < 11 ? 6 : size < 21 ? 11 : size < 51 ? 21 : 51;
  }

  private static int end(int from) {
    return from < 6 ? from : from == 6 ? 10 : from == 11 ? 20 : from == 21 ? 50 : 100;
  }

  @Test
  void of_nothingKnown_hasNoFigures() {
    Evaluation found = Evaluation.of(Truth.ofClusters(new int[] {-1, -1}), new int[] {1, 1});
    assertThat(found.records()).isZero();
    assertThat(found.leftOut()).isEqualTo(2);
    assertThat(found.pairs().f1()).isEqualTo(1);
    assertThat(found.pairs().precision()).isNaN();
    assertThat(found.bCubedPrecision()).isNaN();
  }

  @Test
  void of_twoMillionRecords_isCountedInSeconds() {
    int n = 2_000_000;
    int[] labels = new int[n];
    int[] answer = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i / 4;
      answer[i] = i / 2;
    }
    Evaluation found = Evaluation.of(Truth.ofClusters(labels), answer);
    assertThat(found.pairs()).isEqualTo(new Rates(n / 2, n / 2, n / 4 * 6L));
    assertThat(found.bCubedRecall()).isEqualTo(.5);
  }

  @Test
  void truth_labelOutOfRange_isRefused() {
    assertThatThrownBy(() -> Truth.ofClusters(new int[] {0, 2}))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("-1..1");
    assertThatThrownBy(() -> Truth.ofPairs(2, new long[] {Truth.pair(1, 1)}))
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void truth_forEachPair_handsOverEachOnceUntilEnough() {
    Truth truth = Truth.ofClusters(new int[] {0, 1, 0, -1, 0, 1});
    Set<Long> seen = new HashSet<>();
    truth.forEachPair((a, b) -> seen.add(Truth.pair(a, b)));
    assertThat(seen)
        .containsExactlyInAnyOrder(
            Truth.pair(0, 2), Truth.pair(0, 4), Truth.pair(2, 4), Truth.pair(1, 5));
    int[] asked = new int[1];
    truth.forEachPair((_, _) -> ++asked[0] < 2);
    assertThat(asked[0]).isEqualTo(2);
  }
}
