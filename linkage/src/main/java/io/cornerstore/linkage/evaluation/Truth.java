package io.cornerstore.linkage.evaluation;

import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.clustering.UnionFind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which records are known to be the same: true clusters, or a list of true pairs. Immutable.
 *
 * <p>A list of pairs counts as it stands wherever pairs are counted; where clusters are asked for,
 * its pairs are joined.
 */
public final class Truth {
  private static final int UNKNOWN = -1;
  private final int[] labels;
  private final long @Nullable [] listed;
  private final int[] sizes;
  private final int known;

  private Truth(int[] labels, long @Nullable [] listed) {
    this.labels = labels;
    this.listed = listed;
    this.sizes = new int[labels.length];
    int count = 0;
    for (int label : labels) {
      if (label != UNKNOWN) {
        sizes[label]++;
        count++;
      }
    }
    this.known = count;
  }

  /**
   * True clusters.
   *
   * @param labels the cluster of each handle, from 0 on and below the number of records; -1 for a
   *     record of which the truth says nothing
   * @throws LinkageException when a label is out of range
   */
  public static Truth ofClusters(int[] labels) {
    for (int label : labels) {
      if (label < UNKNOWN || label >= labels.length) {
        throw new LinkageException(
            "Label " + label + " is outside -1.." + (labels.length - 1) + ".");
      }
    }
    return new Truth(labels.clone(), null);
  }

  /**
   * A list of true pairs; it knows every record.
   *
   * @param records number of records
   * @param pairs each as {@link #pair}; repeated ones count once
   * @throws LinkageException when a handle is out of range
   */
  public static Truth ofPairs(int records, long[] pairs) {
    UnionFind joined = new UnionFind(records);
    for (long pair : pairs) {
      if (first(pair) < 0 || first(pair) >= second(pair) || second(pair) >= records) {
        throw new LinkageException("A true pair needs two different records, the smaller first.");
      }
      joined.union(first(pair), second(pair));
    }
    int[] labels = new int[records];
    Arrays.setAll(labels, joined::find);
    return new Truth(labels, Arrays.stream(pairs).sorted().distinct().toArray());
  }

  /** Two different handles as one number. */
  public static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /** The smaller handle of a pair. */
  public static int first(long pair) {
    return (int) (pair >> 32);
  }

  /** The larger handle of a pair. */
  public static int second(long pair) {
    return (int) pair;
  }

  /** Number of records, known to the truth or not. */
  public int records() {
    return labels.length;
  }

  /** Number of records of which the truth says something. */
  public int knownRecords() {
    return known;
  }

  /** Whether the truth says something of a record. */
  public boolean isKnown(int handle) {
    return labels[handle] != UNKNOWN;
  }

  /** Whether two records are known to be the same. */
  public boolean isSame(int a, int b) {
    if (listed != null) {
      return Arrays.binarySearch(listed, pair(a, b)) >= 0;
    }
    return labels[a] != UNKNOWN && labels[a] == labels[b];
  }

  /** Number of true pairs. */
  public long pairs() {
    if (listed != null) {
      return listed.length;
    }
    long pairs = 0;
    for (int size : sizes) {
      pairs += two(size);
    }
    return pairs;
  }

  /** Hands over true pairs until the receiver has seen enough; in order of handles within each. */
  public void forEachPair(PairReceiver receiver) {
    if (listed != null) {
      for (long pair : listed) {
        if (!receiver.wantsMoreAfter(first(pair), second(pair))) {
          return;
        }
      }
      return;
    }
    long[] byLabel = byLabel();
    for (int from = 0, to; from < byLabel.length; from = to) {
      to = from + 1;
      while (to < byLabel.length && byLabel[to] >> 32 == byLabel[from] >> 32) {
        to++;
      }
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < to; j++) {
          if (!receiver.wantsMoreAfter((int) byLabel[i], (int) byLabel[j])) {
            return;
          }
        }
      }
    }
  }

  /** Takes pairs. */
  @FunctionalInterface
  public interface PairReceiver {
    /** Takes a pair, a smaller than b; returns whether there is need for another. */
    boolean wantsMoreAfter(int a, int b);
  }

  /* (label, handle) of the known records, ascending. */
  private long[] byLabel() {
    long[] keys = new long[known];
    int filled = 0;
    for (int handle = 0; handle < labels.length; handle++) {
      if (labels[handle] != UNKNOWN) {
        keys[filled++] = (long) labels[handle] << 32 | handle;
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  int label(int handle) {
    return labels[handle];
  }

  /** Number of records in the true cluster of a label. */
  int size(int label) {
    return sizes[label];
  }

  /** The list of pairs, or null when the truth is one of clusters. */
  long @Nullable [] listed() {
    return listed;
  }

  static long two(long n) {
    return n * (n - 1) / 2;
  }
}
