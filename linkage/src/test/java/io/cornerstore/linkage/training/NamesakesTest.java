package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import org.junit.jupiter.api.Test;

class NamesakesTest {
  private static final long NAMES =
      Attribute.GIVEN.at(1) | Attribute.FAMILY.at(1) | Attribute.ORDER.at(1);
  /* Neither rare nor common. */
  private static final long RARITY = Attribute.SOLE.at(8) | 8L << 60;
  private static final long HOME = NAMES | Attribute.ADDRESS.at(1) | RARITY;
  private static final long STRANGERS = NAMES | Attribute.ADDRESS.at(6) | RARITY;

  private static double home(Weights weights) {
    return weights.home()[Attribute.GIVEN.place(1)];
  }

  private static Weights learn(long names, double agreeing, double conflicting) {
    PatternCounts counts = new PatternCounts();
    counts.add(names | Attribute.BIRTH.at(1), agreeing);
    counts.add(names | Attribute.BIRTH.at(7), conflicting);
    Weights prior = PriorWeights.persons().withRates(1e-4, 5e-5);
    return new Namesakes(counts, prior).explain(prior);
  }

  @Test
  void namesInOneHome_moreGenerationGaps_moreNamesakes() {
    double few = home(learn(HOME, 50_000, 20));
    double many = home(learn(HOME, 50_000, 2_000));
    assertThat(few).isLessThan(.02);
    assertThat(many).isGreaterThan(4 * few);
  }

  @Test
  void namesInOneHome_noDates_priorPrevails() {
    PatternCounts counts = new PatternCounts();
    counts.add(HOME, 50_000);
    Weights prior = PriorWeights.persons();
    assertThat(home(new Namesakes(counts, prior).explain(prior)))
        .isCloseTo(prior.home()[Attribute.GIVEN.place(1)], within(1e-9));
  }

  @Test
  void namesOfStrangers_moreConflicts_nameTogetherWeighsLess() {
    double few = learn(STRANGERS, 9_000, 1_000).namesTogether();
    double many = learn(STRANGERS, 2_000, 8_000).namesTogether();
    assertThat(many).isGreaterThan(few);
    assertThat(few).isGreaterThanOrEqualTo(1);
  }
}
