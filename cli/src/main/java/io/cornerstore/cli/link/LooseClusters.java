package io.cornerstore.cli.link;

import io.cornerstore.cli.link.report.ReportData.Doubtful;
import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.ScoredPair;
import io.cornerstore.linkage.evaluation.Bridges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** Finds the clusters that hold together least. */
final class LooseClusters {
  private static final int MOST = 12;
  private static final int SHOWN_MEMBERS = 12;
  private static final int LEAST_SIZE = 4;
  private static final double SPARSE = 0.5;

  private LooseClusters() {}

  private record Found(Cluster cluster, double density, int cutOff, double bridgeBits) {
    /* Loose ones first, and among equals the larger. */
    double rank() {
      return density - (cutOff > 0 ? .25 : 0) - cluster.members().length * 1e-4;
    }
  }

  /**
   * The worst of them.
   *
   * @param numbers the number of the cluster of each handle; others than these are passed over
   * @param names what to call a record
   * @param named whether records may be named
   */
  static List<Doubtful> of(
      List<Cluster> clusters, int[] numbers, IntFunction<String> names, boolean named) {
    PriorityQueue<Found> worst =
        new PriorityQueue<>(Comparator.comparingDouble(Found::rank).reversed());
    for (Cluster cluster : clusters) {
      int[] members = cluster.members();
      if (members.length >= LEAST_SIZE && isWhole(members, numbers)) {
        Found found = look(cluster);
        if (found.density < SPARSE || found.cutOff > 0 || members.length > 40) {
          worst.add(found);
          if (worst.size() > MOST) {
            worst.remove();
          }
        }
      }
    }
    List<Found> sorted = new ArrayList<>(worst);
    sorted.sort(
        Comparator.comparingDouble(Found::rank)
            .thenComparingInt(found -> found.cluster.members()[0]));
    return sorted.stream().map(found -> doubtful(found, numbers, names, named)).toList();
  }

  /* One-to-one pairing makes other clusters than these. */
  private static boolean isWhole(int[] members, int[] numbers) {
    return Arrays.stream(members).allMatch(member -> numbers[member] == numbers[members[0]]);
  }

  private static Found look(Cluster cluster) {
    int[] members = cluster.members();
    List<ScoredPair> edges = cluster.edges();
    int[] a = edges.stream().mapToInt(e -> Arrays.binarySearch(members, e.a())).toArray();
    int[] b = edges.stream().mapToInt(e -> Arrays.binarySearch(members, e.b())).toArray();
    int[] cutOff = Bridges.cutOff(members.length, a, b);
    int widest = 0;
    double bits = 0;
    for (int i = 0; i < cutOff.length; i++) {
      if (cutOff[i] > 1 && cutOff[i] > widest) {
        widest = cutOff[i];
        bits = edges.get(i).bits();
      }
    }
    double pairs = members.length * (members.length - 1.) / 2;
    return new Found(cluster, edges.size() / pairs, widest, bits);
  }

  private static Doubtful doubtful(
      Found found, int[] numbers, IntFunction<String> names, boolean named) {
    int[] members = found.cluster.members();
    List<String> why = new ArrayList<>();
    if (found.cutOff > 0) {
      why.add(
          String.format(
              Locale.ROOT,
              "a bridge of %.1f bits holds %d of its records",
              found.bridgeBits,
              found.cutOff));
    }
    if (found.density < SPARSE) {
      why.add("less than half of its pairs agree by themselves");
    }
    if (members.length > 40) {
      why.add("very many records");
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; named && i < Math.min(SHOWN_MEMBERS, members.length); i++) {
      shown.add(names.apply(members[i]));
    }
    if (named && members.length > SHOWN_MEMBERS) {
      shown.add("…");
    }
    return new Doubtful(
        numbers[members[0]], members.length, found.density, String.join("; ", why), shown);
  }
}
