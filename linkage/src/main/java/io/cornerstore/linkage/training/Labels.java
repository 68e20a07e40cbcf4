package io.cornerstore.linkage.training;

import io.cornerstore.linkage.training.Trainer.Learned;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * What people said about pairs of records, each as {@code (long) a << 32 | b}.
 *
 * @param same pairs said to be the same, ascending
 * @param different pairs said not to be, ascending
 * @param linking which pairs link by themselves, by what was learned without labels
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of pairs, read once
public record Labels(long[] same, long[] different, Function<Learned, LongPredicate> linking) {
  /** Nobody said anything. */
  public static Labels none() {
    return new Labels(new long[0], new long[0], _ -> _ -> false);
  }

  boolean isEmpty() {
    return same.length == 0 && different.length == 0;
  }
}
