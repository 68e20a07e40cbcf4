package io.cornerstore.linkage;

import io.cornerstore.linkage.clustering.UnionFind;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Records connected by links, component by component; immutable.
 *
 * <p>Records are numbered by their places among those concerned, and a component is named by its
 * smallest one. In the order, components stand one after the other, each ascending.
 */
final class Components {
  private final EdgeIndex index;
  private final EdgeList edges;
  private final UnionFind sets;
  private final int[] order;
  private final int[] edgeStarts;
  private final int[] edgeOrder;

  /**
   * Connects records.
   *
   * @param index the records concerned, and edges
   * @param isLink which of the edges link
   * @param constraints what people said
   */
  Components(EdgeIndex index, IntPredicate isLink, Constraints constraints) {
    this.index = index;
    this.edges = index.edges();
    int n = index.handles().length;
    this.sets = new UnionFind(n);
    connect(isLink, constraints);
    this.order = byComponent(n);
    this.edgeStarts = new int[n + 1];
    this.edgeOrder = edgesByComponent(isLink);
  }

  private void connect(IntPredicate isLink, Constraints constraints) {
    for (int i = 0; i < edges.size(); i++) {
      if (isLink.test(i) && !constraints.isNeverSame(edges.a(i), edges.b(i))) {
        sets.union(index.place(edges.a(i)), index.place(edges.b(i)));
      }
    }
    for (long pair : constraints.alwaysSamePairs()) {
      int a = index.place((int) (pair >> 32));
      int b = index.place((int) pair);
      if (a >= 0 && b >= 0) {
        sets.union(a, b);
      }
    }
  }

  private int[] byComponent(int n) {
    int[] starts = new int[n + 1];
    for (int i = 0; i < n; i++) {
      starts[sets.find(i) + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] sorted = new int[n];
    for (int i = 0; i < n; i++) {
      sorted[starts[sets.find(i)]++] = i;
    }
    return sorted;
  }

  private int[] edgesByComponent(IntPredicate isLink) {
    for (int i = 0; i < edges.size(); i++) {
      if (isInside(i, isLink)) {
        edgeStarts[sets.find(index.place(edges.a(i))) + 1]++;
      }
    }
    Arrays.parallelPrefix(edgeStarts, Integer::sum);
    int[] next = edgeStarts.clone();
    int[] sorted = new int[edgeStarts[edgeStarts.length - 1]];
    for (int i = 0; i < edges.size(); i++) {
      if (isInside(i, isLink)) {
        sorted[next[sets.find(index.place(edges.a(i)))]++] = i;
      }
    }
    return sorted;
  }

  /* A link that was forbidden by a person may lead out of its component. */
  private boolean isInside(int edge, IntPredicate isLink) {
    if (!isLink.test(edge)) {
      return false;
    }
    int a = index.place(edges.a(edge));
    int b = index.place(edges.b(edge));
    return a >= 0 && b >= 0 && sets.find(a) == sets.find(b);
  }

  /** Number of records. */
  int size() {
    return order.length;
  }

  /** The record at a position of the order. */
  int at(int position) {
    return order[position];
  }

  /** Whether a component starts at a position of the order. */
  boolean startsAt(int position) {
    return sets.find(order[position]) == order[position];
  }

  /** Where the component that starts at a position ends. */
  int end(int start) {
    int root = order[start];
    int end = start + 1;
    while (end < order.length && sets.find(order[end]) == root) {
      end++;
    }
    return end;
  }

  /** The links inside a component, in the order of the edges. */
  int[] links(int root) {
    return Arrays.copyOfRange(edgeOrder, edgeStarts[root], edgeStarts[root + 1]);
  }
}
