package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.clustering.ComponentClusterer;
import io.cornerstore.linkage.clustering.ComponentClusterer.Group;
import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import io.cornerstore.linkage.linking.PairJudge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Turns judged edges into a partition; the same code for all records and for a few. */
final class PartitionBuilder {
  private static final int RANGE = 1 << 9;
  private static final Comparator<Accepted> BY_GROUP =
      Comparator.comparingInt(Accepted::group)
          .thenComparingInt(Accepted::a)
          .thenComparingInt(Accepted::b)
          .thenComparing(Accepted::number, Comparator.reverseOrder());

  private final Tier tier;
  private final Workers workers;
  private final Supplier<PairJudge> judges;
  private final EdgeIndex index;
  private final EdgeList edges;
  private final Constraints constraints;
  private final PackedPairs.Lookup pairs;

  /**
   * Over judged edges.
   *
   * @param index the records concerned, with judged edges; those with an end elsewhere are only for
   *     review
   */
  PartitionBuilder(
      EdgeIndex index,
      Constraints constraints,
      Workers workers,
      Supplier<PairJudge> judges,
      Tier tier) {
    this.tier = tier;
    this.workers = workers;
    this.judges = judges;
    this.index = index;
    this.edges = index.edges();
    this.constraints = constraints;
    this.pairs = new PackedPairs.Lookup(edges, constraints.alwaysSamePairs());
  }

  /* An accepted pair of a component, by the places of its records there. */
  private record Accepted(int group, int a, int b, int number) {}

  /** Cuts every component; judges are made one a thread. */
  Partition build() {
    return build(
        tier == Tier.CERTAIN
            ? ContestedLinks.find(index, constraints, workers, judges)
            : new BitSet());
  }

  /**
   * The same, when it is known which links do not stand.
   *
   * @param contested their numbers; asked for in {@link Tier#CERTAIN} only
   */
  Partition build(BitSet contested) {
    Components components =
        new Components(
            index,
            edge ->
                tier == Tier.CERTAIN
                    ? edges.isLink(edge) && !contested.get(edge)
                    : Tier.isGuessed(edges.bits(edge), edges.pattern(edge)),
            constraints);
    ClusterChunk[] chunks = new ClusterChunk[ranges(components.size())];
    workers.run(
        chunks.length,
        () -> {
          JudgedPairs judged = new JudgedPairs(index, judges.get(), constraints, tier);
          return range -> {
            chunks[range] = new ClusterChunk();
            cutRange(range, components, judged, chunks[range]);
          };
        });
    PackedClusters clusters = new PackedClusters(chunks, index, pairs);
    return new Partition(clusters, review(clusters));
  }

  private static int ranges(int count) {
    return (count + RANGE - 1) / RANGE;
  }

  /* The components that start within a range of the order. */
  private void cutRange(int range, Components components, JudgedPairs judged, ClusterChunk into) {
    int end = Math.min(components.size(), (range + 1) * RANGE);
    for (int from = range * RANGE; from < end; from++) {
      if (components.startsAt(from)) {
        int to = components.end(from);
        if (to - from == 1) {
          into.member(index.handles()[components.at(from)]);
          into.end(false);
        } else {
          int[] members = new int[to - from];
          for (int i = 0; i < members.length; i++) {
            members[i] = index.handles()[components.at(from + i)];
          }
          cut(members, components.links(components.at(from)), judged, into);
        }
      }
    }
  }

  private void cut(int[] members, int[] own, JudgedPairs judged, ClusterChunk into) {
    List<Link> links = new ArrayList<>(own.length);
    for (int edge : own) {
      links.add(
          new Link(
              Arrays.binarySearch(members, edges.a(edge)),
              Arrays.binarySearch(members, edges.b(edge)),
              edges.bits(edge)));
    }
    addSaid(members, links);
    List<Group> groups =
        new ComponentClusterer(tier.leastMean(judged.judge())).cut(members, links, judged);
    List<Accepted> accepted = accepted(members, own, links, groups);
    int next = 0;
    for (int group = 0; group < groups.size(); group++) {
      for (int place : groups.get(group).places()) {
        into.member(members[place]);
      }
      while (next < accepted.size() && accepted.get(next).group == group) {
        into.pair(accepted.get(next++).number);
      }
      into.end(groups.get(group).doubtful());
    }
  }

  /* The links inside groups; those beyond the component's own were said by people. */
  private List<Accepted> accepted(int[] members, int[] own, List<Link> links, List<Group> groups) {
    int[] groupOf = new int[members.length];
    for (int group = 0; group < groups.size(); group++) {
      for (int place : groups.get(group).places()) {
        groupOf[place] = group;
      }
    }
    List<Accepted> accepted = new ArrayList<>(links.size());
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (groupOf[link.a()] == groupOf[link.b()]) {
        int number = i < own.length ? own[i] : numberOfSaid(members[link.a()], members[link.b()]);
        accepted.add(new Accepted(groupOf[link.a()], link.a(), link.b(), number));
      }
    }
    accepted.sort(BY_GROUP);
    return accepted;
  }

  private int numberOfSaid(int a, int b) {
    return -1 - Arrays.binarySearch(pairs.said(), (long) a << 32 | b);
  }

  private void addSaid(int[] members, List<Link> links) {
    for (int i = 0; i < members.length; i++) {
      for (int other : constraints.alwaysSameAs(members[i])) {
        int j = Arrays.binarySearch(members, other);
        if (j > i) {
          links.add(new Link(i, j, JudgedPairs.SAID));
        }
      }
    }
  }

  private List<ScoredPair> review(PackedClusters clusters) {
    int[] clusterOf = clusters.numberOfPlaces(index);
    int[] apart = new int[edges.size()];
    int found = 0;
    for (int i = 0; i < edges.size(); i++) {
      int a = index.place(edges.a(i));
      int b = index.place(edges.b(i));
      boolean isApart = a < 0 || b < 0 || clusterOf[a] != clusterOf[b];
      if (isApart && !constraints.isNeverSame(edges.a(i), edges.b(i))) {
        apart[found++] = i;
      }
    }
    return new PackedPairs(pairs, edges.strongestFirst(apart, found));
  }
}
