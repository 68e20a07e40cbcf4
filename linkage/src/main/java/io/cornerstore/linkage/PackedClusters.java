package io.cornerstore.linkage;

import io.cornerstore.linkage.linking.EdgeIndex;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/**
 * Clusters ordered by their smallest member, in arrays: millions of them cost no object each until
 * somebody looks at one. Immutable.
 */
final class PackedClusters extends AbstractList<Cluster> implements RandomAccess {
  private final PackedPairs.Lookup pairs;
  private final int[] members;
  private final int[] memberStarts;
  private final int[] pairNumbers;
  private final int[] pairStarts;
  private final BitSet doubtful;

  /**
   * Puts the clusters of all chunks together.
   *
   * @param chunks lets go of each when it is copied
   * @param index the records concerned; each stands in one cluster
   * @param pairs what the numbers of accepted pairs stand for
   */
  PackedClusters(ClusterChunk[] chunks, EdgeIndex index, PackedPairs.Lookup pairs) {
    this.pairs = pairs;
    int[] numbers = numbersByPlace(chunks, index);
    int clusters = Arrays.stream(chunks).mapToInt(ClusterChunk::clusters).sum();
    this.memberStarts = new int[clusters + 1];
    this.pairStarts = new int[clusters + 1];
    this.doubtful = new BitSet(clusters);
    for (ClusterChunk chunk : chunks) {
      for (int i = 0; i < chunk.clusters(); i++) {
        int number = numbers[index.place(chunk.first(i))];
        memberStarts[number + 1] = chunk.members(i);
        pairStarts[number + 1] = chunk.pairs(i);
        doubtful.set(number, chunk.isDoubtful(i));
      }
    }
    Arrays.parallelPrefix(memberStarts, Integer::sum);
    Arrays.parallelPrefix(pairStarts, Integer::sum);
    this.members = new int[memberStarts[clusters]];
    this.pairNumbers = new int[pairStarts[clusters]];
    for (int c = 0; c < chunks.length; c++) {
      ClusterChunk chunk = chunks[c];
      for (int i = 0; i < chunk.clusters(); i++) {
        int number = numbers[index.place(chunk.first(i))];
        chunk.copyMembers(i, members, memberStarts[number]);
        chunk.copyPairs(i, pairNumbers, pairStarts[number]);
      }
      chunks[c] = new ClusterChunk();
    }
  }

  /* The number of the cluster that begins with the record at each place. */
  private static int[] numbersByPlace(ClusterChunk[] chunks, EdgeIndex index) {
    BitSet first = new BitSet(index.handles().length);
    for (ClusterChunk chunk : chunks) {
      for (int i = 0; i < chunk.clusters(); i++) {
        first.set(index.place(chunk.first(i)));
      }
    }
    int[] numbers = new int[index.handles().length];
    int number = 0;
    for (int place = first.nextSetBit(0); place >= 0; place = first.nextSetBit(place + 1)) {
      numbers[place] = number++;
    }
    return numbers;
  }

  @Override
  public int size() {
    return memberStarts.length - 1;
  }

  @Override
  public Cluster get(int number) {
    int[] own = Arrays.copyOfRange(members, memberStarts[number], memberStarts[number + 1]);
    int from = pairStarts[number];
    int to = pairStarts[number + 1];
    if (from == to) {
      return new Cluster(own, List.of(), doubtful.get(number));
    }
    List<ScoredPair> accepted = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      accepted.add(pairs.pair(pairNumbers[i]));
    }
    return new Cluster(own, accepted, doubtful.get(number));
  }

  /** The number of the cluster of the record at each place. */
  int[] numberOfPlaces(EdgeIndex index) {
    int[] numbers = new int[index.handles().length];
    for (int number = 0; number < size(); number++) {
      for (int i = memberStarts[number]; i < memberStarts[number + 1]; i++) {
        numbers[index.place(members[i])] = number;
      }
    }
    return numbers;
  }
}
