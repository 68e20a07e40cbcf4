package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import java.util.List;

/** Counts how frequent names and words are. */
final class FrequencyCounter {
  private static final int LISTED = 1 << 13;
  private static final int FEWEST = 3;
  private static final double UNLISTED_HOLDERS = 2;

  private FrequencyCounter() {}

  static Frequencies count(Store store) {
    Rows rows = store.rows();
    ByteDictionary names = store.names().dictionary();
    ByteDictionary words = store.organizations().words();
    int[] given = new int[names.limit()];
    int[] family = new int[names.limit()];
    int[] word = new int[words.limit()];
    for (int handle = 0; handle < rows.limit(); handle++) {
      if (rows.isLive(handle)) {
        if ((rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) == 0) {
          given[rows.get(handle, Rows.GIVEN)]++;
          family[rows.get(handle, Rows.FAMILY)]++;
        }
        int organization = rows.get(handle, Rows.ORGANIZATION);
        if (organization != 0) {
          for (int id : store.organizations().wordsOf(organization)) {
            word[id]++;
          }
        }
      }
    }
    return new Frequencies(List.of(table(given, names), table(family, names), table(word, words)));
  }

  private static Frequencies.Table table(int[] counts, ByteDictionary texts) {
    double all = 0;
    double agreeing = 0;
    int frequent = 0;
    for (int id = 1; id < counts.length; id++) {
      all += counts[id];
      agreeing += (double) counts[id] * counts[id];
      frequent += counts[id] >= FEWEST ? 1 : 0;
    }
    if (all == 0) {
      return Frequencies.none().tables().getFirst();
    }
    int least = leastListed(counts, frequent);
    long[] listed = new long[frequent];
    int filled = 0;
    for (int id = 1; id < counts.length; id++) {
      if (counts[id] >= least) {
        listed[filled++] = (long) texts.hash(id) << 32 | counts[id];
      }
    }
    Arrays.sort(listed, 0, filled);
    int[] hashes = new int[filled];
    float[] surprises = new float[filled];
    for (int i = 0; i < filled; i++) {
      hashes[i] = (int) (listed[i] >> 32);
      surprises[i] = (float) -Weights.log2((int) listed[i] / all);
    }
    double unlisted = -Weights.log2(Math.min(1, UNLISTED_HOLDERS / all));
    return new Frequencies.Table(hashes, surprises, unlisted, -Weights.log2(agreeing / all / all));
  }

  /* From how many holders on a value is listed, so that not too many are. */
  private static int leastListed(int[] counts, int frequent) {
    if (frequent <= LISTED) {
      return FEWEST;
    }
    int[] sorted = Arrays.stream(counts, 1, counts.length).sorted().toArray();
    return sorted[sorted.length - LISTED] + 1;
  }
}
