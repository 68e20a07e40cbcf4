package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.linking.Contests;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import io.cornerstore.linkage.linking.PairJudge;
import java.util.BitSet;
import java.util.function.Supplier;

/** Finds the links that do not stand; what each thread finds of a range is put together. */
final class ContestedLinks {
  private static final int RANGE = 1 << 9;

  private ContestedLinks() {}

  /** The numbers of the contested links; judges are made one a thread. */
  static BitSet find(
      EdgeIndex index, Constraints constraints, Workers workers, Supplier<PairJudge> judges) {
    EdgeList edges = index.edges();
    Contests contests = new Contests(index, constraints::isNeverSame);
    BitSet[] found = new BitSet[(edges.size() + RANGE - 1) / RANGE];
    workers.run(
        found.length,
        () -> {
          PairJudge judge = judges.get();
          return range -> {
            BitSet own = new BitSet(RANGE);
            found[range] = own;
            int end = Math.min(edges.size(), (range + 1) * RANGE);
            for (int i = range * RANGE; i < end; i++) {
              if (edges.isLink(i) && contests.isContested(i, judge)) {
                own.set(i - range * RANGE);
              }
            }
          };
        });
    BitSet all = new BitSet(edges.size());
    for (int range = 0; range < found.length; range++) {
      int from = range * RANGE;
      found[range].stream().forEach(i -> all.set(from + i));
    }
    return all;
  }
}
