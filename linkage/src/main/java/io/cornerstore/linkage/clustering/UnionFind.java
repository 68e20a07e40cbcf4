package io.cornerstore.linkage.clustering;

/** Disjoint sets of the numbers below a limit; the smallest member stands for its set. */
public final class UnionFind {
  private final int[] parents;

  /** Each number alone. */
  public UnionFind(int limit) {
    parents = new int[limit];
    for (int i = 0; i < limit; i++) {
      parents[i] = i;
    }
  }

  /** The smallest member of the set. */
  public int find(int member) {
    int root = member;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Joins two sets. */
  public void union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA < rootB) {
      parents[rootB] = rootA;
    } else {
      parents[rootA] = rootB;
    }
  }
}
