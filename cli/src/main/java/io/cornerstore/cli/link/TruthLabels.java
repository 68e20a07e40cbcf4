package io.cornerstore.cli.link;

import io.cornerstore.linkage.evaluation.Truth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * True clusters by record, one long a record: a hash of the name of the cluster. Two names of ten
 * million have the same hash once in a million times.
 */
final class TruthLabels {
  private static final long UNKNOWN = 0;
  private static final long ALONE = 1;
  private long[] hashes = new long[1 << 10];
  private int size;

  /** What was said of a record before. */
  enum Outcome {
    /** Nothing, or the same. */
    TAKEN,
    /** Another cluster. */
    CONTRADICTED
  }

  /**
   * Notes the cluster of a record.
   *
   * @param cluster its name, empty for a record that is alone; null when the truth does not know
   */
  Outcome put(int handle, @Nullable String cluster) {
    if (handle >= hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(handle + 1, hashes.length * 2));
    }
    size = Math.max(size, handle + 1);
    if (cluster == null) {
      return Outcome.TAKEN;
    }
    long hash = cluster.isBlank() ? ALONE : hash(cluster.strip());
    boolean contradicted = hashes[handle] != UNKNOWN && hashes[handle] != hash;
    hashes[handle] = hash;
    return contradicted ? Outcome.CONTRADICTED : Outcome.TAKEN;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return (hash ^ hash >>> 32) | 2;
  }

  /** The truth about so many records; of those never noted it knows nothing. */
  Truth truth(int records) {
    long[] sorted = Arrays.stream(hashes, 0, size).filter(hash -> hash > 1 || hash < 0).toArray();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    int[] labels = new int[records];
    int next = distinct;
    for (int handle = 0; handle < records; handle++) {
      long hash = handle < size ? hashes[handle] : UNKNOWN;
      if (hash == UNKNOWN) {
        labels[handle] = -1;
      } else if (hash == ALONE) {
        labels[handle] = next++;
      } else {
        labels[handle] = Arrays.binarySearch(sorted, 0, distinct, hash);
      }
    }
    return Truth.ofClusters(labels);
  }
}
