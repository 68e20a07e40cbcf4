package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Decisions;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The labelled pairs of one kind that can be learned from, sorted by pattern. */
final class LabelledPairs {
  private static final Comparator<Labelled> ORDER =
      Comparator.comparingLong(Labelled::pattern)
          .thenComparingDouble(Labelled::bits)
          .thenComparing(Labelled::same);

  /*
   * No queue asks about a pair that weighs less. What is said about one was said because of other
   * records of the same customers: no sample of its like.
   */
  private static final double LEAST_BITS = 0;
  private final List<Labelled> pairs;

  /**
   * A pair somebody spoke about.
   *
   * @param pattern its levels
   * @param bits what it weighs without labels
   * @param same what was said
   */
  record Labelled(long pattern, double bits, boolean same) {}

  private LabelledPairs(List<Labelled> pairs) {
    this.pairs = pairs;
  }

  /** What was said about pairs of this kind, weighed by this scorer. */
  static LabelledPairs of(Labels labels, boolean organization, PairScorer scorer) {
    List<Labelled> pairs = new ArrayList<>();
    add(pairs, labels.same(), labels.different(), true, organization, scorer);
    add(pairs, labels.different(), labels.same(), false, organization, scorer);
    return sorted(pairs);
  }

  /** These pairs, in an order of their own. */
  static LabelledPairs sorted(List<Labelled> pairs) {
    return new LabelledPairs(pairs.stream().sorted(ORDER).toList());
  }

  /* What was said both ways teaches nothing; nor does an e-mail alone, of which only linking knows
   * whether others hold it. */
  private static void add(
      List<Labelled> into,
      long[] said,
      long[] contradicted,
      boolean same,
      boolean organization,
      PairScorer scorer) {
    for (long pair : said) {
      int a = (int) (pair >> 32);
      int b = (int) pair;
      if (isOf(organization, a, scorer)
          && isOf(organization, b, scorer)
          && Arrays.binarySearch(contradicted, pair) < 0) {
        long pattern = scorer.pattern(a, b);
        double bits = scorer.bits(a, b, pattern);
        if (bits >= LEAST_BITS && !Decisions.isEmailOnly(pattern)) {
          into.add(new Labelled(pattern, bits, same));
        }
      }
    }
  }

  private static boolean isOf(boolean organization, int handle, PairScorer scorer) {
    Rows rows = scorer.store().rows();
    return rows.isLive(handle)
        && ((rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0) == organization;
  }

  List<Labelled> pairs() {
    return pairs;
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }
}
