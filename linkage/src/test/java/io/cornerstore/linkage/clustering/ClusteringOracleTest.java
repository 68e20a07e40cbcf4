package io.cornerstore.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.clustering.ComponentClusterer.Group;
import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The clusterer against greedy average link written down as it is defined: sets of numbers, every
 * mean added up anew.
 */
class ClusteringOracleTest {
  private static final int GRAPHS = 4_000;

  @Test
  void cut_randomGraphs_equalsTheDefinition() {
    Random random = new Random(61);
    for (int round = 0; round < GRAPHS; round++) {
      Graph graph = new Graph(random, 2 + random.nextInt(12));
      double leastMean = random.nextInt(9) - 4;
      assertThat(cut(graph, leastMean, graph.links))
          .as("graph %d", round)
          .isEqualTo(SlowClusterer.cut(graph.size, graph.links, leastMean, graph));
    }
  }

  @Test
  void cut_renumberedRecords_isTheSamePartition() {
    Random random = new Random(62);
    for (int round = 0; round < 500; round++) {
      Graph graph = new Graph(random, 3 + random.nextInt(12));
      List<Integer> order = new ArrayList<>(IntStream.range(0, graph.size).boxed().toList());
      Collections.shuffle(order, random);
      graph.forgetAlwaysSame();
      Graph other = graph.renumbered(order);
      Set<Set<Integer>> expected = new HashSet<>();
      for (Set<Integer> group : cut(graph, 4, graph.links)) {
        Set<Integer> named = new TreeSet<>();
        group.forEach(member -> named.add(order.indexOf(member)));
        expected.add(named);
      }
      assertThat(cut(other, 4, other.links)).as("graph %d", round).isEqualTo(expected);
    }
  }

  @Test
  void cut_everyGroup_holdsTogetherByItsLinks() {
    Random random = new Random(63);
    for (int round = 0; round < 1_000; round++) {
      Graph graph = new Graph(random, 2 + random.nextInt(14));
      for (Set<Integer> group : cut(graph, 4, graph.links)) {
        UnionFind joined = new UnionFind(graph.size);
        for (Link link : graph.links) {
          if (group.contains(link.a()) && group.contains(link.b())) {
            joined.union(link.a(), link.b());
          }
        }
        assertThat(group.stream().map(joined::find).distinct()).hasSize(1);
      }
    }
  }

  @Test
  void cut_higherLeastMean_neverJoinsAPairItRefused() {
    Random random = new Random(64);
    for (int round = 0; round < 1_000; round++) {
      Graph graph = new Graph(random, 2);
      int groups = 0;
      for (double leastMean = -20; leastMean <= 30; leastMean++) {
        int now = cut(graph, leastMean, graph.links).size();
        assertThat(now).isGreaterThanOrEqualTo(groups);
        groups = now;
      }
    }
  }

  @Test
  void cut_noLinks_leavesEverybodyAlone() {
    Graph graph = new Graph(new Random(65), 9);
    assertThat(cut(graph, -100, List.of())).hasSize(9);
  }

  private static Set<Set<Integer>> cut(Graph graph, double leastMean, List<Link> links) {
    Set<Set<Integer>> sets = new HashSet<>();
    int[] members = IntStream.range(0, graph.size).toArray();
    for (Group group : new ComponentClusterer(leastMean).cut(members, links, graph)) {
      Set<Integer> set = new TreeSet<>();
      IntStream.of(group.places()).forEach(set::add);
      sets.add(set);
    }
    return sets;
  }

  /** Random weights, vetoes, unknown pairs, and what people said. */
  private static final class Graph implements PairWeights {
    final int size;
    final double[][] weights;
    final boolean[][] never;
    final boolean[][] always;
    final List<Link> links = new ArrayList<>();

    Graph(Random random, int size) {
      this(size);
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          double bits = random.nextGaussian() * 12 + 4;
          switch (random.nextInt(16)) {
            case 0 -> bits = Double.NEGATIVE_INFINITY;
            case 1 -> bits = UNKNOWN;
            case 2 -> never[a][b] = true;
            case 3 -> always[a][b] = true;
            default -> {}
          }
          weights[a][b] = bits;
        }
      }
      link();
    }

    private Graph(int size) {
      this.size = size;
      this.weights = new double[size][size];
      this.never = new boolean[size][size];
      this.always = new boolean[size][size];
    }

    private void link() {
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          if (always[a][b]) {
            links.add(new Link(a, b, 60));
          } else if (weights[a][b] >= 6) {
            links.add(new Link(a, b, weights[a][b]));
          }
        }
      }
    }

    /** The same graph, in which the record at each place of the order has that place's number. */
    Graph renumbered(List<Integer> order) {
      Graph other = new Graph(size);
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          int low = Math.min(order.get(a), order.get(b));
          int high = Math.max(order.get(a), order.get(b));
          other.weights[a][b] = weights[low][high];
          other.never[a][b] = never[low][high];
        }
      }
      other.link();
      return other;
    }

    /* Pairs said to be the same weigh alike, so that their numbers would decide between them. */
    void forgetAlwaysSame() {
      for (boolean[] row : always) {
        Arrays.fill(row, false);
      }
      links.clear();
      link();
    }

    @Override
    public double bits(int a, int b) {
      return always[Math.min(a, b)][Math.max(a, b)] ? 60 : weights[Math.min(a, b)][Math.max(a, b)];
    }

    @Override
    public boolean isAlwaysSame(int a, int b) {
      return always[Math.min(a, b)][Math.max(a, b)];
    }

    @Override
    public boolean isNeverSame(int a, int b) {
      return never[Math.min(a, b)][Math.max(a, b)];
    }
  }
}
