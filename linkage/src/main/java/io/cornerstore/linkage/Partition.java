package io.cornerstore.linkage;

import java.util.List;

/**
 * The outcome of linking: every record concerned stands in exactly one cluster.
 *
 * @param clusters ordered by their smallest member; a record without a match is a cluster of one
 * @param review pairs between different clusters that a person should look at, the likeliest first
 */
public record Partition(List<Cluster> clusters, List<ScoredPair> review) {
  /** Copies the lists. */
  public Partition {
    clusters = List.copyOf(clusters);
    review = List.copyOf(review);
  }
}
