package io.cornerstore.linkage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How well a partition agrees with the truth, over pairs.
 *
 * @param precision share of the linked pairs that are true, 1 when there are none
 * @param recall share of the true pairs that are linked, 1 when there are none
 */
record Truth(double precision, double recall) {
  static Truth of(Partition partition, IntUnaryOperator personOf) {
    Map<Integer, Integer> sizes = new HashMap<>();
    long linked = 0;
    long right = 0;
    for (Cluster cluster : partition.clusters()) {
      int[] members = cluster.members();
      for (int i = 0; i < members.length; i++) {
        sizes.merge(personOf.applyAsInt(members[i]), 1, Integer::sum);
        for (int j = 0; j < i; j++) {
          linked++;
          right += personOf.applyAsInt(members[i]) == personOf.applyAsInt(members[j]) ? 1 : 0;
        }
      }
    }
    long all = sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    return new Truth(
        linked == 0 ? 1 : (double) right / linked, all == 0 ? 1 : (double) right / all);
  }
}
