package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.clustering.ComponentClusterer;
import io.cornerstore.linkage.clustering.ComponentClusterer.Group;
import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import io.cornerstore.linkage.clustering.PairWeights;
import io.cornerstore.linkage.clustering.UnionFind;
import io.cornerstore.linkage.linking.Contests;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Turns judged edges into a partition; the same code for all records and for a few. */
final class PartitionBuilder {
  private static final int RANGE = 1 << 12;
  /*
   * The best guess asks one pair to be likelier than a quarter, and little of the others: records
   * with gaps have next to nothing in common, and score the prior, though they are one person.
   * Organisations have fewer gaps, and neighbours in one house: an even chance is asked of them.
   */
  static final double BEST_BITS = -2;
  private static final double BEST_ORGANIZATION_BITS = 0;
  private static final double BEST_MEAN = -4;

  /** What clusters are for. */
  enum Tier {
    /** To be merged without a person. */
    CERTAIN,
    /** The best guess there is. */
    BEST
  }

  private final Tier tier;
  private final Workers workers;
  private final Supplier<PairJudge> judges;
  private final EdgeIndex index;
  private final int[] handles;
  private final EdgeList edges;
  private final Constraints constraints;
  private final BitSet contested;
  private final UnionFind components;
  private final int[] order;
  private final int[] edgeStarts;
  private final int[] edgeOrder;

  /**
   * Sorts records and edges by component.
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
    this.handles = index.handles();
    this.edges = index.edges();
    this.constraints = constraints;
    this.contested = tier == Tier.CERTAIN ? contested() : new BitSet();
    this.components = connect();
    this.order = byComponent();
    this.edgeStarts = new int[handles.length + 1];
    this.edgeOrder = edgesByComponent();
  }

  private BitSet contested() {
    Contests contests = new Contests(index, constraints::isNeverSame);
    int ranges = (edges.size() + RANGE - 1) / RANGE;
    BitSet[] found = new BitSet[ranges];
    workers.run(
        ranges,
        () -> {
          PairJudge judge = judges.get();
          return range -> {
            BitSet own = new BitSet(RANGE);
            found[range] = own;
            int end = Math.min(edges.size(), (range + 1) * RANGE);
            for (int i = range * RANGE; i < end; i++) {
              if (edges.isLink(i) && contests.isContested(i, judge)) {
                own.set(i - range * RANGE);
              }
            }
          };
        });
    BitSet all = new BitSet(edges.size());
    for (int range = 0; range < ranges; range++) {
      int from = range * RANGE;
      found[range].stream().forEach(i -> all.set(from + i));
    }
    return all;
  }

  private boolean isLink(int edge) {
    return tier == Tier.CERTAIN
        ? edges.isLink(edge) && !contested.get(edge)
        : isGuessed(edges.bits(edge), edges.pattern(edge));
  }

  private static boolean isGuessed(double bits, long pattern) {
    if (Decisions.isOfOrganizations(pattern)) {
      return bits >= BEST_ORGANIZATION_BITS && !Decisions.isNamedOtherwise(pattern);
    }
    return bits >= BEST_BITS;
  }

  private UnionFind connect() {
    UnionFind sets = new UnionFind(handles.length);
    for (int i = 0; i < edges.size(); i++) {
      if (isLink(i) && !constraints.isNeverSame(edges.a(i), edges.b(i))) {
        sets.union(place(edges.a(i)), place(edges.b(i)));
      }
    }
    for (long pair : constraints.alwaysSamePairs()) {
      int a = place((int) (pair >> 32));
      int b = place((int) pair);
      if (a >= 0 && b >= 0) {
        sets.union(a, b);
      }
    }
    return sets;
  }

  /* Places of records, components after one another, ascending within each. */
  private int[] byComponent() {
    int n = handles.length;
    int[] starts = new int[n + 1];
    for (int i = 0; i < n; i++) {
      starts[components.find(i) + 1]++;
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    int[] sorted = new int[n];
    for (int i = 0; i < n; i++) {
      sorted[starts[components.find(i)]++] = i;
    }
    return sorted;
  }

  private int[] edgesByComponent() {
    int linked = 0;
    for (int i = 0; i < edges.size(); i++) {
      if (isInside(i)) {
        edgeStarts[components.find(place(edges.a(i))) + 1]++;
        linked++;
      }
    }
    for (int i = 0; i < handles.length; i++) {
      edgeStarts[i + 1] += edgeStarts[i];
    }
    int[] next = edgeStarts.clone();
    int[] sorted = new int[linked];
    for (int i = 0; i < edges.size(); i++) {
      if (isInside(i)) {
        sorted[next[components.find(place(edges.a(i)))]++] = i;
      }
    }
    return sorted;
  }

  /* A link that was forbidden by a person may lead out of its component. */
  private boolean isInside(int edge) {
    if (!isLink(edge)) {
      return false;
    }
    int a = place(edges.a(edge));
    int b = place(edges.b(edge));
    return a >= 0 && b >= 0 && components.find(a) == components.find(b);
  }

  private int place(int handle) {
    return index.place(handle);
  }

  /** Cuts every component; judges are made one a thread. */
  Partition build() {
    int ranges = (order.length + RANGE - 1) / RANGE;
    List<List<Cluster>> found = new ArrayList<>(ranges);
    for (int i = 0; i < ranges; i++) {
      found.add(new ArrayList<>());
    }
    workers.run(
        ranges,
        () -> {
          PairJudge judge = judges.get();
          return range -> cutRange(range, judge, found.get(range));
        });
    List<Cluster> clusters = new ArrayList<>(handles.length);
    found.forEach(clusters::addAll);
    clusters.sort(Comparator.comparingInt(cluster -> cluster.members()[0]));
    return new Partition(clusters, review(clusters));
  }

  /* The components that start within a range of the order. */
  private void cutRange(int range, PairJudge judge, List<Cluster> clusters) {
    int end = Math.min(order.length, (range + 1) * RANGE);
    for (int from = range * RANGE; from < end; from++) {
      int root = components.find(order[from]);
      if (root != order[from]) {
        continue;
      }
      int to = from + 1;
      while (to < order.length && components.find(order[to]) == root) {
        to++;
      }
      if (to - from == 1) {
        clusters.add(new Cluster(new int[] {handles[root]}, List.of(), false));
      } else {
        cut(from, to, judge, clusters);
      }
    }
  }

  private void cut(int from, int to, PairJudge judge, List<Cluster> clusters) {
    int[] members = new int[to - from];
    for (int i = 0; i < members.length; i++) {
      members[i] = handles[order[from + i]];
    }
    int root = order[from];
    List<Link> links = new ArrayList<>();
    for (int i = edgeStarts[root]; i < edgeStarts[root + 1]; i++) {
      int edge = edgeOrder[i];
      links.add(
          new Link(
              Arrays.binarySearch(members, edges.a(edge)),
              Arrays.binarySearch(members, edges.b(edge)),
              edges.bits(edge)));
    }
    addSaid(members, links);
    List<Group> groups =
        new ComponentClusterer(tier == Tier.CERTAIN ? judge.linkBits() / 2 : BEST_MEAN)
            .cut(members, links, new Judged(index, judge, constraints, tier));
    int[] groupOf = new int[members.length];
    for (int i = 0; i < groups.size(); i++) {
      for (int place : groups.get(i).places()) {
        groupOf[place] = i;
      }
    }
    List<List<ScoredPair>> accepted = accepted(root, members, links, groupOf, groups.size());
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      int[] own = Arrays.stream(group.places()).map(place -> members[place]).toArray();
      clusters.add(new Cluster(own, accepted.get(i), group.doubtful()));
    }
  }

  private List<List<ScoredPair>> accepted(
      int root, int[] members, List<Link> links, int[] groupOf, int groups) {
    List<List<ScoredPair>> accepted = new ArrayList<>(groups);
    for (int i = 0; i < groups; i++) {
      accepted.add(new ArrayList<>());
    }
    int own = edgeStarts[root + 1] - edgeStarts[root];
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (groupOf[link.a()] == groupOf[link.b()]) {
        long pattern = i < own ? edges.pattern(edgeOrder[edgeStarts[root] + i]) : 0;
        accepted
            .get(groupOf[link.a()])
            .add(scored(members[link.a()], members[link.b()], link.bits(), pattern));
      }
    }
    for (List<ScoredPair> some : accepted) {
      some.sort(Comparator.comparingInt(ScoredPair::a).thenComparingInt(ScoredPair::b));
    }
    return accepted;
  }

  private void addSaid(int[] members, List<Link> links) {
    for (int i = 0; i < members.length; i++) {
      for (int other : constraints.alwaysSameAs(members[i])) {
        int j = Arrays.binarySearch(members, other);
        if (j > i) {
          links.add(new Link(i, j, Judged.SAID));
        }
      }
    }
  }

  private List<ScoredPair> review(List<Cluster> clusters) {
    int[] clusterOf = new int[handles.length];
    for (int i = 0; i < clusters.size(); i++) {
      for (int member : clusters.get(i).members()) {
        clusterOf[place(member)] = i;
      }
    }
    int[] apart = new int[edges.size()];
    int found = 0;
    for (int i = 0; i < edges.size(); i++) {
      int a = place(edges.a(i));
      int b = place(edges.b(i));
      boolean isApart = a < 0 || b < 0 || clusterOf[a] != clusterOf[b];
      if (isApart && !constraints.isNeverSame(edges.a(i), edges.b(i))) {
        apart[found++] = i;
      }
    }
    List<ScoredPair> review = new ArrayList<>(found);
    for (int edge : edges.strongestFirst(apart, found)) {
      review.add(scored(edges.a(edge), edges.b(edge), edges.bits(edge), edges.pattern(edge)));
    }
    return review;
  }

  private static ScoredPair scored(int a, int b, double bits, long pattern) {
    return new ScoredPair(a, b, bits, probability(bits), pattern);
  }

  /** Log2 odds as a probability. */
  static double probability(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }

  /** The weights of pairs as the clusterer wants them. */
  private record Judged(EdgeIndex index, PairJudge judge, Constraints constraints, Tier tier)
      implements PairWeights {
    static final double SAID = 60;

    @Override
    public double bits(int a, int b) {
      if (isNeverSame(a, b)) {
        return PairJudge.VETO;
      }
      if (constraints.isAlwaysSame(a, b)) {
        return SAID;
      }
      if (judge.isOutOfScope(a, b)) {
        return UNKNOWN;
      }
      int edge = index.find(a, b);
      if (edge >= 0) {
        boolean vetoed = tier == Tier.CERTAIN && Decisions.isVetoed(index.edges().pattern(edge));
        return vetoed ? PairJudge.VETO : index.edges().bits(edge);
      }
      judge.judge(a, b);
      return tier == Tier.CERTAIN && judge.isVetoed() ? PairJudge.VETO : judge.bits();
    }

    @Override
    public boolean isAlwaysSame(int a, int b) {
      return constraints.isAlwaysSame(a, b);
    }

    @Override
    public boolean isNeverSame(int a, int b) {
      return constraints.isNeverSame(a, b)
          || (constraints.scope() == Constraints.Scope.ONE_PER_SOURCE && judge.isOfOneSource(a, b));
    }
  }
}
