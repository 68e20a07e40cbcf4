package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From where on links are safe once labels have moved weights. */
class SafeThresholdTest {
  private static final double LINK = 8;
  private final Weights weights = PriorWeights.persons().withRates(1e-4, 1e-9);
  private final PatternCounts candidates = candidates();
  private final WeighedCandidates before = new WeighedCandidates(candidates, weights, false);

  @Test
  void of_weightsThatStayed_isTheThresholdOfBefore() {
    assertThat(SafeThreshold.of(before, before, LINK, new double[0])).isEqualTo(LINK);
  }

  @Test
  void of_anyChange_neverFallsBelowTheThresholdOfBefore() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double found =
          SafeThreshold.of(before, moved(random.nextGaussian() * 6), LINK, new double[0]);
      assertThat(found).isBetween(LINK, 16.25);
    }
  }

  @Test
  void of_everythingLifted_letsHardlyAnythingMoreLink() {
    for (double lift : new double[] {1, 2, 4, 6, 12}) {
      WeighedCandidates after = moved(lift);
      double threshold = SafeThreshold.of(before, after, LINK, new double[0]);
      double wrong = 0;
      double links = 0;
      for (int i = 0; i < after.size(); i++) {
        if (after.mayLink(i) && after.bits(i) >= threshold) {
          links += after.count(i);
          wrong += before.bits(i) < LINK ? after.count(i) / (1 + Math.pow(2, before.bits(i))) : 0;
        }
      }
      assertThat(threshold).as("lift %s", lift).isGreaterThanOrEqualTo(lift < 12 ? LINK : LINK + 1);
      assertThat(wrong).isLessThanOrEqualTo(.0005 * links);
    }
  }

  @Test
  void of_moreLinksRefuted_risesStepByStep() {
    double last = LINK;
    for (int refuted : new int[] {0, 10, 100, 1_000, 10_000}) {
      double[] bits = new Random(4).doubles(refuted, 8, 12).toArray();
      double found = SafeThreshold.of(before, before, LINK, bits);
      assertThat(found).isGreaterThanOrEqualTo(last);
      last = found;
    }
    assertThat(last).isGreaterThan(11);
  }

  @Test
  void of_refutedBeyondEveryThreshold_changesNothing() {
    double[] far = {30, 40, 25, 60};
    assertThat(SafeThreshold.of(before, before, LINK, far)).isEqualTo(LINK);
  }

  @Test
  void of_refutedBelowTheThreshold_changesNothing() {
    assertThat(SafeThreshold.of(before, before, LINK, new double[] {7.9, 2, -3})).isEqualTo(LINK);
  }

  private WeighedCandidates moved(double bits) {
    Weights lifted = weights.withRates(weights.matchRate() * Math.pow(2, bits), weights.homeRate());
    return new WeighedCandidates(candidates, lifted, false);
  }

  private static PatternCounts candidates() {
    Random random = new Random(2);
    PatternCounts counts = new PatternCounts();
    for (int i = 0; i < 30_000; i++) {
      long pattern = Attribute.SOURCE.at(2);
      for (Attribute attribute :
          new Attribute[] {Attribute.GIVEN, Attribute.FAMILY, Attribute.BIRTH, Attribute.PHONE}) {
        int last = attribute.levels().size() - 1;
        boolean agrees = random.nextInt(4) > 0;
        pattern |= attribute.at(agrees ? 1 : 1 + random.nextInt(last));
      }
      counts.add(pattern | 8L << 60 | Attribute.SOLE.at(8), 1);
    }
    return counts;
  }
}
