package io.cornerstore.linkage.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An answer held against the truth. Records of which the truth says nothing are left out.
 *
 * <p>Pairwise figures count unordered pairs, whether or not they were ever compared. B-cubed
 * figures are means over records (A. Bagga, B. Baldwin, Entity-based cross-document coreferencing
 * using the vector space model, 1998). Time is that of sorting the records.
 *
 * @param records records counted
 * @param leftOut records of which the truth says nothing
 * @param clusters clusters of the answer
 * @param trueClusters true clusters
 * @param exact true clusters that are also the answer's, record by record
 * @param pairs pairwise figures
 * @param bCubedPrecision mean share of a record's cluster that is truly the same, NaN when empty
 * @param bCubedRecall mean share of a record's true cluster that stands in its cluster, or NaN
 * @param bySize pairwise recall by size of the true cluster, small ones first
 */
public record Evaluation(
    int records,
    int leftOut,
    int clusters,
    int trueClusters,
    int exact,
    Rates pairs,
    double bCubedPrecision,
    double bCubedRecall,
    List<SizeRecall> bySize) {
  private static final int[] SIZES = {2, 3, 4, 5, 6, 11, 21, 51, 101, Integer.MAX_VALUE};

  /** Copies the list. */
  public Evaluation {
    bySize = List.copyOf(bySize);
  }

  /**
   * How many pairs of true clusters of some sizes were found.
   *
   * @param from least number of records
   * @param to greatest number of records
   * @param clusters how many such true clusters there are
   * @param found true pairs in the answer
   * @param pairs true pairs
   */
  public record SizeRecall(int from, int to, int clusters, long found, long pairs) {
    /** Share found; NaN when there are no pairs. */
    public double recall() {
      return (double) found / pairs;
    }
  }

  /** Harmonic mean of both B-cubed figures. */
  public double bCubedF1() {
    return 2 * bCubedPrecision * bCubedRecall / (bCubedPrecision + bCubedRecall);
  }

  /**
   * Counts.
   *
   * @param truth what is known
   * @param answer the number of the cluster of each handle, 0 or more
   */
  public static Evaluation of(Truth truth, int[] answer) {
    return new Count(truth, answer).evaluation();
  }

  private static final class Count {
    private final Truth truth;
    private final int[] answer;
    private final long[] cells;
    private final long[] found = new long[SIZES.length];
    private final long[] pairs = new long[SIZES.length];
    private final int[] sized = new int[SIZES.length];
    private int clusters;
    private int trueClusters;
    private int exact;
    private long answered;
    private double precision;
    private double recall;

    Count(Truth truth, int[] answer) {
      this.truth = truth;
      this.answer = answer;
      this.cells = new long[truth.knownRecords()];
      int filled = 0;
      for (int handle = 0; handle < answer.length; handle++) {
        if (truth.isKnown(handle)) {
          cells[filled++] = (long) answer[handle] << 32 | truth.label(handle);
        }
      }
    }

    Evaluation evaluation() {
      Arrays.sort(cells);
      forEachRun(this::countCluster);
      Arrays.setAll(cells, i -> cells[i] << 32 | cells[i] >>> 32);
      Arrays.sort(cells);
      forEachRun(this::countTrueCluster);
      countListed();
      return new Evaluation(
          cells.length,
          truth.records() - cells.length,
          clusters,
          trueClusters,
          exact,
          new Rates(sum(found), answered, truth.pairs()),
          precision / cells.length,
          recall / cells.length,
          bySize());
    }

    private interface Run {
      void take(int from, int to);
    }

    /* Runs of cells with the same high half. */
    private void forEachRun(Run run) {
      for (int from = 0, to; from < cells.length; from = to) {
        to = from + 1;
        while (to < cells.length && cells[to] >> 32 == cells[from] >> 32) {
          to++;
        }
        run.take(from, to);
      }
    }

    private int cellEnd(int from, int to) {
      int end = from + 1;
      while (end < to && cells[end] == cells[from]) {
        end++;
      }
      return end;
    }

    private void countCluster(int from, int to) {
      clusters++;
      answered += Truth.two(to - from);
      for (int i = from, end; i < to; i = end) {
        end = cellEnd(i, to);
        double together = end - i;
        precision += together * together / (to - from);
        if (end - i == to - from && truth.size((int) cells[i]) == to - from) {
          exact++;
        }
      }
    }

    private void countTrueCluster(int from, int to) {
      trueClusters++;
      int size = to - from;
      int bucket = bucket(size);
      sized[bucket]++;
      pairs[bucket] += Truth.two(size);
      for (int i = from, end; i < to; i = end) {
        end = cellEnd(i, to);
        double together = end - i;
        recall += together * together / size;
        found[bucket] += Truth.two(end - i);
      }
    }

    /* A list of pairs counts as it stands. */
    private void countListed() {
      long[] listed = truth.listed();
      if (listed == null) {
        return;
      }
      Arrays.fill(found, 0);
      Arrays.fill(pairs, 0);
      for (long pair : listed) {
        int a = Truth.first(pair);
        int bucket = bucket(truth.size(truth.label(a)));
        pairs[bucket]++;
        found[bucket] += answer[a] == answer[Truth.second(pair)] ? 1 : 0;
      }
    }

    /* Single records share the first place; they have no pairs. */
    private static int bucket(int size) {
      int bucket = 0;
      while (size >= SIZES[bucket + 1]) {
        bucket++;
      }
      return bucket;
    }

    private List<SizeRecall> bySize() {
      List<SizeRecall> list = new ArrayList<>();
      for (int i = 0; i + 1 < SIZES.length; i++) {
        if (pairs[i] > 0) {
          int singles = i == 0 ? singles() : 0;
          list.add(
              new SizeRecall(SIZES[i], SIZES[i + 1] - 1, sized[i] - singles, found[i], pairs[i]));
        }
      }
      return list;
    }

    private int singles() {
      int singles = 0;
      for (int handle = 0; handle < answer.length; handle++) {
        singles += truth.isKnown(handle) && truth.size(truth.label(handle)) == 1 ? 1 : 0;
      }
      return singles;
    }

    private static long sum(long[] counts) {
      return Arrays.stream(counts).sum();
    }
  }
}
