package io.cornerstore.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Records held to be the same person or organisation.
 *
 * @param members handles in ascending order, at least one; not to be changed
 * @param edges the accepted pairs that hold the cluster together; none for a single record
 * @param doubtful whether some of its pairs speak against it, or it hangs on a thin bridge
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a list would box a handle per record; equality is by content
public record Cluster(int[] members, List<ScoredPair> edges, boolean doubtful) {
  /** Copies the list. */
  public Cluster {
    edges = List.copyOf(edges);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cluster(int[] theirMembers, var theirEdges, boolean theirDoubt)
        && Arrays.equals(members, theirMembers)
        && edges.equals(theirEdges)
        && doubtful == theirDoubt;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(members);
  }

  @Override
  public String toString() {
    return "Cluster" + Arrays.toString(members) + (doubtful ? "?" : "");
  }
}
