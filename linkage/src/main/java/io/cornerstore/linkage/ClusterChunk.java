package io.cornerstore.linkage;

import java.util.Arrays;
import java.util.BitSet;

/** Clusters of a range of records, one after the other in arrays; used by one thread. */
final class ClusterChunk {
  private int[] members = new int[64];
  private int[] memberEnds = new int[32];
  private int[] pairs = new int[16];
  private int[] pairEnds = new int[32];
  private int filledMembers;
  private int filledPairs;
  private int clusters;
  private final BitSet doubtful = new BitSet();

  /** Adds a member to the cluster under way; they come ascending. */
  void member(int handle) {
    if (filledMembers == members.length) {
      members = Arrays.copyOf(members, filledMembers * 2);
    }
    members[filledMembers++] = handle;
  }

  /** Adds an accepted pair to the cluster under way. */
  void pair(int number) {
    if (filledPairs == pairs.length) {
      pairs = Arrays.copyOf(pairs, filledPairs * 2);
    }
    pairs[filledPairs++] = number;
  }

  /** Ends the cluster under way. */
  void end(boolean isDoubtful) {
    if (clusters == memberEnds.length) {
      memberEnds = Arrays.copyOf(memberEnds, clusters * 2);
      pairEnds = Arrays.copyOf(pairEnds, clusters * 2);
    }
    doubtful.set(clusters, isDoubtful);
    memberEnds[clusters] = filledMembers;
    pairEnds[clusters++] = filledPairs;
  }

  /** Number of clusters. */
  int clusters() {
    return clusters;
  }

  /** Where the members of a cluster begin. */
  int memberStart(int cluster) {
    return cluster == 0 ? 0 : memberEnds[cluster - 1];
  }

  /** Number of members of a cluster. */
  int members(int cluster) {
    return memberEnds[cluster] - memberStart(cluster);
  }

  /** The smallest member of a cluster. */
  int first(int cluster) {
    return members[memberStart(cluster)];
  }

  /** Number of accepted pairs of a cluster. */
  int pairs(int cluster) {
    return pairEnds[cluster] - pairStart(cluster);
  }

  private int pairStart(int cluster) {
    return cluster == 0 ? 0 : pairEnds[cluster - 1];
  }

  /** Whether something speaks against a cluster. */
  boolean isDoubtful(int cluster) {
    return doubtful.get(cluster);
  }

  /** Copies the members of a cluster. */
  void copyMembers(int cluster, int[] to, int at) {
    System.arraycopy(members, memberStart(cluster), to, at, members(cluster));
  }

  /** Copies the accepted pairs of a cluster. */
  void copyPairs(int cluster, int[] to, int at) {
    System.arraycopy(pairs, pairStart(cluster), to, at, pairs(cluster));
  }
}
