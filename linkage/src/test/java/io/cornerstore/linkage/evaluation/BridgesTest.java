package io.cornerstore.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.clustering.UnionFind;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BridgesTest {
  @Test
  void cutOff_randomConnectedGraphs_equalsTakingEachEdgeAway() {
    Random random = new Random(31);
    for (int round = 0; round < 500; round++) {
      int nodes = 1 + random.nextInt(14);
      int more = random.nextInt(8);
      int[] a = new int[nodes - 1 + more];
      int[] b = new int[a.length];
      for (int i = 0; i < a.length; i++) {
        a[i] = i < nodes - 1 ? i + 1 : random.nextInt(nodes);
        b[i] = i < nodes - 1 ? random.nextInt(i + 1) : random.nextInt(nodes);
      }
      assertThat(Bridges.cutOff(nodes, a, b)).isEqualTo(slow(nodes, a, b));
    }
  }

  private static int[] slow(int nodes, int[] a, int[] b) {
    int[] cut = new int[a.length];
    for (int without = 0; without < a.length; without++) {
      UnionFind sets = new UnionFind(nodes);
      for (int i = 0; i < a.length; i++) {
        if (i != without) {
          sets.union(a[i], b[i]);
        }
      }
      if (sets.find(a[without]) != sets.find(b[without])) {
        int side = 0;
        for (int node = 0; node < nodes; node++) {
          side += sets.find(node) == sets.find(a[without]) ? 1 : 0;
        }
        cut[without] = Math.min(side, nodes - side);
      }
    }
    return cut;
  }

  @Test
  void cutOff_chainOfHundredThousand_needsNoDeepStack() {
    int nodes = 100_000;
    int[] a = new int[nodes - 1];
    int[] b = new int[nodes - 1];
    for (int i = 0; i < a.length; i++) {
      a[i] = i;
      b[i] = i + 1;
    }
    assertThat(Bridges.cutOff(nodes, a, b)[0]).isEqualTo(1);
  }
}
