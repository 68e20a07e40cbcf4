package io.cornerstore.linkage.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists and indexes of edges against plain collections. */
class EdgesTest {
  private record Edge(int a, int b, double bits, long pattern, boolean link) {}

  private final Random random = new Random(81);

  @Test
  void edgeList_manyChunks_givesBackWhatWasAdded() {
    List<Edge> expected = randomEdges(10_000, 500, 40);
    EdgeList edges = listOf(expected);
    assertThat(edges.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(edge(edges, i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void drain_severalLists_comeOneAfterTheOther() {
    List<Edge> expected = new ArrayList<>();
    EdgeList all = new EdgeList();
    long compared = 0;
    for (int size : new int[] {0, 1, 15, 16, 17, 4_095, 4_096, 4_097, 9_000, 3}) {
      List<Edge> some = randomEdges(size, 300, 10);
      EdgeList part = listOf(some);
      for (int i = 0; i < size % 7; i++) {
        part.countCompared();
        compared++;
      }
      all.drain(part);
      expected.addAll(some);
      assertThat(part.size()).isZero();
      assertThat(part.compared()).isZero();
    }
    assertThat(all.compared()).isEqualTo(compared);
    assertThat(all.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(edge(all, i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void strongestFirst_tiesAndNearTies_equalsTheComparator() {
    for (int round = 0; round < 60; round++) {
      int steps = round % 3 == 0 ? 3 : 1_000;
      List<Edge> some = new ArrayList<>(distinct(randomEdges(900, 60, steps)).values());
      for (int i = 0; i < some.size() / 5; i++) {
        Edge near = some.get(random.nextInt(some.size()));
        int at = random.nextInt(some.size());
        some.set(at, new Edge(some.get(at).a, some.get(at).b, Math.nextUp(near.bits), 1, true));
      }
      EdgeList edges = listOf(some);
      int[] chosen = random.ints(0, some.size()).distinct().limit(some.size() / 2 + 1).toArray();
      List<Integer> expected = new ArrayList<>(IntStream.of(chosen).boxed().toList());
      expected.sort(
          Comparator.comparingDouble((Integer i) -> -some.get(i).bits)
              .thenComparingInt(i -> some.get(i).a)
              .thenComparingInt(i -> some.get(i).b));
      int[] found = edges.strongestFirst(chosen, chosen.length);
      assertThat(IntStream.of(found).mapToObj(some::get))
          .containsExactlyElementsOf(expected.stream().map(some::get).toList());
    }
  }

  @Test
  void find_denseAndSparseHandles_equalsAMap() {
    for (boolean dense : new boolean[] {true, false}) {
      Map<List<Integer>, Edge> expected = distinct(randomEdges(3_000, 150, 50));
      EdgeList edges = listOf(new ArrayList<>(expected.values()));
      int[] handles = IntStream.range(0, 150).filter(i -> dense || random.nextInt(3) > 0).toArray();
      EdgeIndex index = new EdgeIndex(edges, handles);
      TreeSet<Integer> concerned = new TreeSet<>(IntStream.of(handles).boxed().toList());
      for (int a = 0; a < 150; a++) {
        assertThat(index.place(a)).isEqualTo(concerned.contains(a) ? place(handles, a) : -1);
        for (int b = a + 1; b < 150; b++) {
          Edge edge = expected.get(List.of(a, b));
          boolean isHeld = edge != null && concerned.contains(a) && concerned.contains(b);
          int found = index.find(a, b);
          assertThat(found >= 0).isEqualTo(isHeld);
          assertThat(index.find(b, a)).isEqualTo(found);
          if (isHeld) {
            assertThat(edge(edges, found)).isEqualTo(edge);
          }
        }
      }
    }
  }

  @Test
  void edgesOfAHandle_areAllAndOnlyItsOwn() {
    EdgeList edges = listOf(randomEdges(2_000, 90, 50));
    EdgeIndex index = new EdgeIndex(edges, IntStream.range(0, 90).toArray());
    for (int handle = 0; handle < 90; handle++) {
      int own = handle;
      int[] expected =
          IntStream.range(0, edges.size())
              .filter(i -> edges.a(i) == own || edges.b(i) == own)
              .toArray();
      assertThat(
              IntStream.range(index.start(handle), index.start(handle + 1))
                  .map(index::edge)
                  .toArray())
          .isEqualTo(expected);
    }
  }

  private static Map<List<Integer>, Edge> distinct(List<Edge> edges) {
    Map<List<Integer>, Edge> distinct = new HashMap<>();
    edges.forEach(edge -> distinct.putIfAbsent(List.of(edge.a, edge.b), edge));
    return distinct;
  }

  private static int place(int[] handles, int handle) {
    return IntStream.range(0, handles.length)
        .filter(i -> handles[i] == handle)
        .findFirst()
        .orElseThrow();
  }

  private List<Edge> randomEdges(int count, int records, int steps) {
    List<Edge> edges = new ArrayList<>();
    while (edges.size() < count) {
      int a = random.nextInt(records);
      int b = random.nextInt(records);
      if (a < b) {
        double bits = (random.nextInt(steps) - steps / 4) * .37;
        edges.add(new Edge(a, b, bits, random.nextLong(), random.nextBoolean()));
      }
    }
    return edges;
  }

  private static EdgeList listOf(List<Edge> some) {
    EdgeList edges = new EdgeList();
    some.forEach(edge -> edges.add(edge.a, edge.b, edge.bits, edge.pattern, edge.link));
    return edges;
  }

  private static Edge edge(EdgeList edges, int i) {
    return new Edge(edges.a(i), edges.b(i), edges.bits(i), edges.pattern(i), edges.isLink(i));
  }
}
