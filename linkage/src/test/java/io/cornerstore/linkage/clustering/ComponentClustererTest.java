package io.cornerstore.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.clustering.ComponentClusterer.Group;
import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentClustererTest {
  private static final double LINK = 8;
  private final ComponentClusterer clusterer = new ComponentClusterer(LINK / 2);

  @Test
  void cut_nothingSpeaksAgainst_equalsConnectedComponents() {
    Random random = new Random(21);
    for (int round = 0; round < 300; round++) {
      Graph graph = Graph.random(random, 2 + random.nextInt(30), 12);
      graph.agreeing();
      assertThat(clusters(graph)).isEqualTo(components(graph));
    }
  }

  @Test
  void cut_vetoes_neverStandInOneCluster() {
    Random random = new Random(22);
    for (int round = 0; round < 300; round++) {
      Graph graph = Graph.random(random, 3 + random.nextInt(20), 10);
      for (int i = 0; i < 6; i++) {
        graph.set(random.nextInt(graph.n), random.nextInt(graph.n), Double.NEGATIVE_INFINITY);
      }
      for (Set<Integer> cluster : clusters(graph)) {
        for (int a : cluster) {
          for (int b : cluster) {
            assertThat(a == b || graph.bits(a, b) > Double.NEGATIVE_INFINITY).isTrue();
          }
        }
      }
    }
  }

  @Test
  void cut_neverSame_winsOverAlwaysSame() {
    Random random = new Random(23);
    for (int round = 0; round < 300; round++) {
      Graph graph = Graph.random(random, 3 + random.nextInt(15), 10);
      for (int i = 0; i < 5; i++) {
        graph.say(random, graph.always);
        graph.say(random, graph.never);
      }
      for (Set<Integer> cluster : clusters(graph)) {
        for (int a : cluster) {
          for (int b : cluster) {
            assertThat(graph.isNeverSame(a, b)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void cut_alwaysSame_joinsAgainstTheEvidence() {
    Graph graph = new Graph(2);
    graph.set(0, 1, -9);
    graph.always.add(List.of(0, 1));
    assertThat(clusters(graph)).containsExactly(Set.of(0, 1));
  }

  @Test
  void cut_chainOfTwoFamilies_isCutAtTheBridge() {
    Graph graph = new Graph(4);
    graph.set(0, 1, 20);
    graph.set(2, 3, 20);
    graph.set(1, 2, 9);
    graph.set(0, 2, -12);
    graph.set(0, 3, -12);
    graph.set(1, 3, -12);
    assertThat(clusters(graph)).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3));
  }

  @Test
  void cut_oneWeakPairInside_isDoubtful() {
    Graph graph = new Graph(3);
    graph.set(0, 1, 20);
    graph.set(1, 2, 20);
    graph.set(0, 2, -3);
    List<Group> groups = clusterer.cut(graph.members(), graph.links(), graph);
    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst().doubtful()).isTrue();
  }

  @Test
  void cut_allPairsStrong_isNotDoubtful() {
    Graph graph = new Graph(3);
    graph.set(0, 1, 20);
    graph.set(1, 2, 20);
    graph.set(0, 2, 20);
    assertThat(clusterer.cut(graph.members(), graph.links(), graph).getFirst().doubtful())
        .isFalse();
  }

  @Test
  void cut_saidToBeOneByWayOfAThird_isNotDoubtfulUntilAnotherSpeaksAgainst() {
    Graph graph = new Graph(4);
    graph.set(0, 1, 20);
    graph.set(0, 2, 20);
    graph.set(1, 2, -3);
    graph.set(1, 3, 20);
    graph.set(0, 3, 20);
    graph.set(2, 3, 20);
    graph.always.add(List.of(0, 1));
    graph.always.add(List.of(0, 2));
    assertThat(clusterer.cut(graph.members(), graph.links(), graph))
        .singleElement()
        .matches(group -> !group.doubtful());

    graph.set(2, 3, -3);

    assertThat(clusterer.cut(graph.members(), graph.links(), graph))
        .singleElement()
        .matches(Group::doubtful);
  }

  @Test
  void cut_implausiblyMany_areDoubtfulUntilSomebodySaidTheyAreOne() {
    Graph graph = new Graph(50);
    for (int i = 0; i < graph.n; i++) {
      for (int j = 0; j < i; j++) {
        graph.set(i, j, 20);
      }
    }
    assertThat(clusterer.cut(graph.members(), graph.links(), graph).getFirst().doubtful()).isTrue();

    for (int i = 1; i < graph.n; i++) {
      graph.always.add(List.of(0, i));
    }

    assertThat(clusterer.cut(graph.members(), graph.links(), graph).getFirst().doubtful())
        .isFalse();
  }

  @Test
  void cut_linksInAnyOrder_isTheSame() {
    Random random = new Random(24);
    for (int round = 0; round < 100; round++) {
      Graph graph = Graph.random(random, 3 + random.nextInt(20), 30);
      List<Link> links = new ArrayList<>(graph.links());
      Set<Set<Integer>> first = sets(clusterer.cut(graph.members(), links, graph));
      java.util.Collections.shuffle(links, random);
      assertThat(sets(clusterer.cut(graph.members(), links, graph))).isEqualTo(first);
    }
  }

  @Test
  void cut_hugeChain_isCutIntoShortPieces() {
    Graph graph = new Graph(2_000);
    for (int i = 1; i < graph.n; i++) {
      graph.set(i - 1, i, 20);
    }
    List<Group> groups = clusterer.cut(graph.members(), graph.links(), graph);
    assertThat(groups).allSatisfy(group -> assertThat(group.places()).hasSizeLessThan(10));
    assertThat(groups.stream().mapToInt(group -> group.places().length).sum()).isEqualTo(graph.n);
  }

  @Test
  void unionFind_randomUnions_agreesWithRelabeling() {
    Random random = new Random(25);
    int n = 200;
    UnionFind sets = new UnionFind(n);
    int[] labels = new int[n];
    Arrays.setAll(labels, i -> i);
    for (int i = 0; i < 150; i++) {
      int a = random.nextInt(n);
      int b = random.nextInt(n);
      sets.union(a, b);
      int from = Math.max(labels[a], labels[b]);
      int to = Math.min(labels[a], labels[b]);
      for (int j = 0; j < n; j++) {
        labels[j] = labels[j] == from ? to : labels[j];
      }
    }
    for (int i = 0; i < n; i++) {
      assertThat(sets.find(i)).isEqualTo(labels[i]);
    }
  }

  private Set<Set<Integer>> clusters(Graph graph) {
    return sets(clusterer.cut(graph.members(), graph.links(), graph));
  }

  private static Set<Set<Integer>> sets(List<Group> groups) {
    Set<Set<Integer>> sets = new HashSet<>();
    for (Group group : groups) {
      Set<Integer> members = new HashSet<>();
      for (int place : group.places()) {
        members.add(place);
      }
      sets.add(members);
    }
    return sets;
  }

  /* By flooding, written apart from the union-find under test. */
  private static Set<Set<Integer>> components(Graph graph) {
    Set<Set<Integer>> found = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (int start = 0; start < graph.n; start++) {
      if (!seen.add(start)) {
        continue;
      }
      Set<Integer> component = new HashSet<>(Set.of(start));
      List<Integer> waiting = new ArrayList<>(List.of(start));
      while (!waiting.isEmpty()) {
        int a = waiting.removeLast();
        for (int b = 0; b < graph.n; b++) {
          if (graph.linked[a][b] && component.add(b)) {
            waiting.add(b);
            seen.add(b);
          }
        }
      }
      found.add(component);
    }
    return found;
  }

  /** A component made by hand or by chance. */
  private static final class Graph implements PairWeights {
    final int n;
    final double[][] bits;
    final boolean[][] linked;
    final Set<List<Integer>> always = new HashSet<>();
    final Set<List<Integer>> never = new HashSet<>();

    Graph(int n) {
      this.n = n;
      this.bits = new double[n][n];
      this.linked = new boolean[n][n];
    }

    static Graph random(Random random, int n, double spread) {
      Graph graph = new Graph(n);
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < a; b++) {
          graph.set(a, b, random.nextInt(5) == 0 ? LINK + spread * random.nextDouble() : -5);
        }
      }
      return graph;
    }

    /** Pairs without a link speak neither for nor against. */
    void agreeing() {
      for (double[] row : bits) {
        for (int b = 0; b < n; b++) {
          row[b] = Math.max(row[b], LINK);
        }
      }
    }

    void set(int a, int b, double value) {
      if (a != b) {
        bits[a][b] = bits[b][a] = value;
        linked[a][b] = linked[b][a] = value >= LINK;
      }
    }

    void say(Random random, Set<List<Integer>> said) {
      int a = random.nextInt(n);
      int b = random.nextInt(n);
      if (a != b) {
        said.add(List.of(a, b));
        said.add(List.of(b, a));
      }
    }

    int[] members() {
      int[] members = new int[n];
      Arrays.setAll(members, i -> i);
      return members;
    }

    List<Link> links() {
      List<Link> links = new ArrayList<>();
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          if (isAlwaysSame(a, b)) {
            links.add(new Link(a, b, 60));
          } else if (linked[a][b]) {
            links.add(new Link(a, b, bits[a][b]));
          }
        }
      }
      return links;
    }

    @Override
    public double bits(int a, int b) {
      return bits[a][b];
    }

    @Override
    public boolean isAlwaysSame(int a, int b) {
      return always.contains(List.of(a, b));
    }

    @Override
    public boolean isNeverSame(int a, int b) {
      return never.contains(List.of(a, b));
    }
  }
}
