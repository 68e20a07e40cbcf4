package io.cornerstore.identity.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Union-find over the members of one cluster, with a mark on trees. Not thread-safe. */
final class Forest {

  private final int[] members;
  private final int[] parent;
  private final boolean[] marked;

  /** Every member, in ascending order, alone. */
  Forest(int[] members) {
    this.members = members;
    parent = new int[members.length];
    Arrays.setAll(parent, i -> i);
    marked = new boolean[members.length];
  }

  void join(int a, int b) {
    int first = rootOf(a);
    int second = rootOf(b);
    if (first != second) {
      parent[Math.max(first, second)] = Math.min(first, second);
      marked[Math.min(first, second)] |= marked[Math.max(first, second)];
    }
  }

  /** Marks the tree of this member. */
  void mark(int member) {
    marked[rootOf(member)] = true;
  }

  /** Whether the two are in different trees that are both marked. */
  boolean wouldBridge(int a, int b) {
    int first = rootOf(a);
    int second = rootOf(b);
    return first != second && marked[first] && marked[second];
  }

  /** The trees, their members ascending, ordered by their smallest. */
  List<int[]> groups() {
    Map<Integer, List<Integer>> trees = new LinkedHashMap<>();
    for (int member : members) {
      trees.computeIfAbsent(rootOf(member), _ -> new ArrayList<>()).add(member);
    }
    return trees.values().stream()
        .map(tree -> tree.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private int rootOf(int member) {
    int at = Arrays.binarySearch(members, member);
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
