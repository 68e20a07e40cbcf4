package io.cornerstore.linkage.clustering;

import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the clusterer is meant to do, whatever it costs; written apart from it. */
public final class SlowClusterer {
  private final PairWeights weights;
  private final List<Set<Integer>> groups = new ArrayList<>();

  private SlowClusterer(int size, PairWeights weights) {
    this.weights = weights;
    for (int i = 0; i < size; i++) {
      groups.add(new TreeSet<>(Set.of(i)));
    }
  }

  /** The groups of the records 0 up to a size, whose handles are their numbers. */
  public static Set<Set<Integer>> cut(
      int size, List<Link> links, double leastMean, PairWeights weights) {
    List<Link> strongestFirst = new ArrayList<>(links);
    strongestFirst.sort(
        Comparator.comparingDouble(Link::bits)
            .reversed()
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));
    SlowClusterer clusterer = new SlowClusterer(size, weights);
    for (Link link : strongestFirst) {
      if (weights.isAlwaysSame(link.a(), link.b())) {
        clusterer.join(link, Double.NEGATIVE_INFINITY);
      }
    }
    for (Link link : strongestFirst) {
      clusterer.join(link, leastMean);
    }
    return new HashSet<>(clusterer.groups);
  }

  private void join(Link link, double leastMean) {
    Set<Integer> one = groupOf(link.a());
    Set<Integer> other = groupOf(link.b());
    boolean asSaid = leastMean == Double.NEGATIVE_INFINITY;
    if (one != other && !isForbidden(one, other) && (asSaid || meanBits(one, other) >= leastMean)) {
      groups.remove(other);
      one.addAll(other);
    }
  }

  private boolean isForbidden(Set<Integer> one, Set<Integer> other) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(b -> weights.isNeverSame(a, b)));
  }

  /* The mean over pairs somebody can be asked about; one veto is enough. */
  private double meanBits(Set<Integer> one, Set<Integer> other) {
    List<Double> known = new ArrayList<>();
    for (int a : one) {
      for (int b : other) {
        double bits = weights.bits(Math.min(a, b), Math.max(a, b));
        if (bits == Double.NEGATIVE_INFINITY) {
          return bits;
        }
        if (!Double.isNaN(bits)) {
          known.add(Math.max(-15, Math.min(25, bits)));
        }
      }
    }
    return known.stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private Set<Integer> groupOf(int member) {
    return groups.stream().filter(group -> group.contains(member)).findFirst().orElseThrow();
  }
}
