package io.cornerstore.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts one component of linked records into clusters that hold together.
 *
 * <p>Stateless; the outcome does not depend on the order of members or edges.
 */
public final class ComponentClusterer {
  /*
   * Transitive closure chains: father, son and a mistyped record in between become one. So the
   * strongest edge comes first, and two clusters join only when no pair between them is vetoed and
   * the mean weight over all pairs between them, known edge or not, is high enough (average link,
   * greedily, as in Kruskal's order). What people said comes before everything, never-same first.
   *
   * Cost: weights are asked for when they are needed, at most n² for a component of n records. In
   * components beyond LARGE they are not remembered, and of two large groups only so many pairs are
   * asked for, evenly spread: bounded memory and work for hostile input. A veto between two such groups may go unseen; what they form is
   * larger than plausible and comes out as doubtful.
   */
  private static final int LARGE = 300;
  private static final int MOST_PAIRS = 1024;
  private static final double LOW = -15;
  private static final double HIGH = 25;
  private static final int PLAUSIBLE_SIZE = 40;
  private final double leastMean;

  /** With the least mean weight between two groups that join. */
  public ComponentClusterer(double leastMean) {
    this.leastMean = leastMean;
  }

  /**
   * An accepted pair of members, by their places in the component.
   *
   * @param a place of one member
   * @param b place of the other
   * @param bits its weight
   */
  public record Link(int a, int b, double bits) {}

  /**
   * Members that stay together.
   *
   * @param places places of the members in the component, ascending
   * @param doubtful whether something speaks against the cluster
   */
  @SuppressWarnings("ArrayRecordComponent") // short-lived, internal
  public record Group(int[] places, boolean doubtful) {}

  /**
   * Cuts a component.
   *
   * @param members handles, ascending
   * @param links accepted pairs between members
   */
  public List<Group> cut(int[] members, List<Link> links, PairWeights weights) {
    List<Link> ordered = new ArrayList<>(links);
    ordered.sort(
        Comparator.comparingDouble((Link link) -> -link.bits)
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));
    Growth growth = new Growth(members, weights, leastMean);
    for (Link link : ordered) {
      if (weights.isAlwaysSame(members[link.a], members[link.b])) {
        growth.joinAsSaid(link);
      }
    }
    growth.endOfWhatWasSaid();
    for (Link link : ordered) {
      growth.joinIfSound(link);
    }
    return growth.groups();
  }

  /** Clusters under way. */
  private static final class Growth {
    private final int[] members;
    private final PairWeights weights;
    private final double leastMean;
    private final boolean large;
    private final double[][] bits;
    private final int[][] groups;
    private final int[] groupOf;
    private int[] saidOf;

    Growth(int[] members, PairWeights weights, double leastMean) {
      this.members = members;
      this.weights = weights;
      this.leastMean = leastMean;
      int n = members.length;
      this.large = n > LARGE;
      this.groups = new int[n][];
      this.groupOf = new int[n];
      this.saidOf = groupOf;
      this.bits = large ? new double[1][0] : new double[n][n];
      for (int i = 0; i < n; i++) {
        groups[i] = new int[] {i};
        groupOf[i] = i;
        Arrays.fill(bits[large ? 0 : i], Double.NaN);
      }
    }

    void joinAsSaid(Link link) {
      int a = groupOf[link.a];
      int b = groupOf[link.b];
      if (a != b && !isForbidden(a, b)) {
        join(a, b);
      }
    }

    /* Who said that a is b and b is c has said that a is c. */
    void endOfWhatWasSaid() {
      saidOf = groupOf.clone();
    }

    void joinIfSound(Link link) {
      int a = groupOf[link.a];
      int b = groupOf[link.b];
      if (a == b || isForbidden(a, b)) {
        return;
      }
      if (meanBits(a, b) >= leastMean) {
        join(a, b);
      }
    }

    private boolean isForbidden(int a, int b) {
      for (int i : groups[a]) {
        for (int j : groups[b]) {
          if (weights.isNeverSame(members[i], members[j])) {
            return true;
          }
        }
      }
      return false;
    }

    private double meanBits(int a, int b) {
      long pairs = (long) groups[a].length * groups[b].length;
      long step = large ? 1 + (pairs - 1) / MOST_PAIRS : 1;
      double sum = 0;
      int asked = 0;
      for (long pair = 0; pair < pairs; pair += step) {
        int i = groups[a][(int) (pair / groups[b].length)];
        int j = groups[b][(int) (pair % groups[b].length)];
        double weight = bits(i, j);
        if (weight == Double.NEGATIVE_INFINITY) {
          return weight;
        }
        if (!Double.isNaN(weight)) {
          sum += Math.clamp(weight, LOW, HIGH);
          asked++;
        }
      }
      return asked == 0 ? Double.NEGATIVE_INFINITY : sum / asked;
    }

    private double bits(int i, int j) {
      int low = Math.min(i, j);
      int high = Math.max(i, j);
      if (large) {
        return weights.bits(members[low], members[high]);
      }
      if (Double.isNaN(bits[low][high])) {
        bits[low][high] = weights.bits(members[low], members[high]);
      }
      return bits[low][high];
    }

    private void join(int a, int b) {
      int into = Math.min(a, b);
      int from = Math.max(a, b);
      int[] joined = Arrays.copyOf(groups[into], groups[into].length + groups[from].length);
      System.arraycopy(groups[from], 0, joined, groups[into].length, groups[from].length);
      Arrays.sort(joined);
      for (int i : groups[from]) {
        groupOf[i] = into;
      }
      groups[into] = joined;
    }

    List<Group> groups() {
      List<Group> found = new ArrayList<>();
      for (int i = 0; i < members.length; i++) {
        if (groupOf[i] == i) {
          found.add(new Group(groups[i], isDoubtful(groups[i])));
        }
      }
      return found;
    }

    private boolean isDoubtful(int[] group) {
      if (group.length > PLAUSIBLE_SIZE && countApart(group) > PLAUSIBLE_SIZE) {
        return true;
      }
      for (int i : group) {
        for (int j : group) {
          if (j < i && saidOf[i] != saidOf[j] && bits(j, i) < 0) {
            return true;
          }
        }
      }
      return false;
    }

    /* What a person said is one counts once, and nothing within it is asked again. */
    private long countApart(int[] group) {
      return Arrays.stream(group).map(place -> saidOf[place]).distinct().count();
    }
  }
}
