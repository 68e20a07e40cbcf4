package io.cornerstore.linkage;

import java.util.List;

/**
 * The outcome of linking: every record concerned stands in exactly one cluster.
 *
 * <p>What linking many records gives is made when looked at: its lists are quick to go through, and
 * each look makes the element anew.
 *
 * @param clusters ordered by their smallest member; a record without a match is a cluster of one
 * @param review pairs between different clusters that a person should look at, the likeliest first
 */
public record Partition(List<Cluster> clusters, List<ScoredPair> review) {
  /** Copies the lists, unless they cannot change. */
  public Partition {
    clusters = clusters instanceof PackedClusters ? clusters : List.copyOf(clusters);
    review = review instanceof PackedPairs ? review : List.copyOf(review);
  }
}
