package io.cornerstore.linkage.evaluation;

import java.util.Arrays;

/**
 * The edges of a connected graph whose loss would split it (R. E. Tarjan, A note on finding the
 * bridges of a graph, 1974). Without recursion, so that a long chain does no harm.
 */
public final class Bridges {
  private final int nodes;
  private final int[] starts;
  private final int[] ofNode;
  private final int[] a;
  private final int[] b;
  private final int[] smallerSide;

  private Bridges(int nodes, int[] a, int[] b) {
    this.nodes = nodes;
    this.a = a;
    this.b = b;
    this.starts = new int[nodes + 1];
    this.ofNode = new int[2 * a.length];
    this.smallerSide = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      starts[a[i] + 1]++;
      starts[b[i] + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, nodes);
    for (int i = 0; i < a.length; i++) {
      ofNode[next[a[i]]++] = i;
      ofNode[next[b[i]]++] = i;
    }
  }

  /**
   * How many nodes each edge would cut off, on the smaller side; 0 for an edge that is no bridge.
   *
   * @param nodes number of nodes, connected
   * @param a one end of each edge, from 0 on
   * @param b the other end
   */
  public static int[] cutOff(int nodes, int[] a, int[] b) {
    Bridges bridges = new Bridges(nodes, a, b);
    if (nodes > 0) {
      bridges.walk();
    }
    return bridges.smallerSide;
  }

  private void walk() {
    int[] entered = new int[nodes];
    int[] low = new int[nodes];
    int[] below = new int[nodes];
    int[] by = new int[nodes];
    int[] at = Arrays.copyOf(starts, nodes);
    int[] stack = new int[nodes];
    int depth = 0;
    int time = 1;
    entered[0] = low[0] = time;
    by[0] = -1;
    while (depth >= 0) {
      int node = stack[depth];
      if (at[node] < starts[node + 1]) {
        int edge = ofNode[at[node]++];
        int other = a[edge] == node ? b[edge] : a[edge];
        if (edge == by[node]) {
          continue;
        }
        if (entered[other] != 0) {
          low[node] = Math.min(low[node], entered[other]);
        } else {
          entered[other] = low[other] = ++time;
          by[other] = edge;
          stack[++depth] = other;
        }
      } else {
        below[node]++;
        depth--;
        if (depth >= 0) {
          int parent = stack[depth];
          below[parent] += below[node];
          low[parent] = Math.min(low[parent], low[node]);
          if (low[node] > entered[parent]) {
            smallerSide[by[node]] = Math.min(below[node], nodes - below[node]);
          }
        }
      }
    }
  }
}
