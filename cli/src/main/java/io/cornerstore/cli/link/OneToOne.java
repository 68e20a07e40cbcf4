package io.cornerstore.cli.link;

import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.Partition;
import io.cornerstore.linkage.ScoredPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Pairs records of different files so that each has one partner at most: the likeliest pair first,
 * then the likeliest of what is left. A pair that is unlikely by itself must also stand out: be
 * clearly likelier than any other pair of its two records.
 */
final class OneToOne {
  /* From so many bits on a pair need not stand out: odds of one to four thousand, for free records. */
  private static final double LIKELY = -12;

  /* By so many bits it must otherwise: nearly three times as likely as the next. */
  private static final double MARGIN = 1.5;

  private OneToOne() {}

  /**
   * The number of the cluster of each handle, from 1 on; a cluster holds one or two records.
   *
   * @param partition clusters with their pairs, and pairs for review, which may be unlikely ones
   * @param sourceOf the file of a handle
   */
  static int[] pairAll(Partition partition, int records, IntUnaryOperator sourceOf) {
    List<ScoredPair> pairs = new ArrayList<>(partition.review());
    pairs.addAll(edges(partition));
    return pair(pairs, records, sourceOf);
  }

  /** Like that, but only of pairs that stand in one cluster. */
  static int[] pairClusters(Partition partition, int records, IntUnaryOperator sourceOf) {
    return pair(edges(partition), records, sourceOf);
  }

  private static List<ScoredPair> edges(Partition partition) {
    List<ScoredPair> pairs = new ArrayList<>();
    for (Cluster cluster : partition.clusters()) {
      pairs.addAll(cluster.edges());
    }
    return pairs;
  }

  private static int[] pair(List<ScoredPair> pairs, int records, IntUnaryOperator sourceOf) {
    pairs.sort(
        Comparator.comparingDouble((ScoredPair pair) -> -pair.bits())
            .thenComparingInt(ScoredPair::a)
            .thenComparingInt(ScoredPair::b));
    pairs.removeIf(pair -> sourceOf.applyAsInt(pair.a()) == sourceOf.applyAsInt(pair.b()));
    double[] second = secondBest(pairs, records);
    int[] numbers = new int[records];
    int number = 0;
    for (ScoredPair pair : pairs) {
      boolean free = numbers[pair.a()] == 0 && numbers[pair.b()] == 0;
      if (free && isTaken(pair, second)) {
        number++;
        numbers[pair.a()] = number;
        numbers[pair.b()] = number;
      }
    }
    for (int handle = 0; handle < records; handle++) {
      if (numbers[handle] == 0) {
        numbers[handle] = ++number;
      }
    }
    return numbers;
  }

  private static boolean isTaken(ScoredPair pair, double[] second) {
    return pair.bits() >= LIKELY
        || pair.bits() - Math.max(second[pair.a()], second[pair.b()]) >= MARGIN;
  }

  /* The weight of each record's second best pair; they come best first. */
  private static double[] secondBest(List<ScoredPair> pairs, int records) {
    double[] second = new double[records];
    byte[] seen = new byte[records];
    Arrays.fill(second, Double.NEGATIVE_INFINITY);
    for (ScoredPair pair : pairs) {
      for (int record : new int[] {pair.a(), pair.b()}) {
        if (seen[record] < 2 && ++seen[record] == 2) {
          second[record] = pair.bits();
        }
      }
    }
    return second;
  }
}
