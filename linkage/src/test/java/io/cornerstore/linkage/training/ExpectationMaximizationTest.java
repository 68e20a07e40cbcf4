package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plants m and u, draws pairs from them as the model says they come about, and wants them back.
 *
 * <p>Three samples, each blind to one attribute, as blocking rules are.
 */
class ExpectationMaximizationTest {
  private static final List<Attribute> LEARNED =
      List.of(Attribute.GIVEN, Attribute.FAMILY, Attribute.BIRTH, Attribute.PHONE);
  private final Weights prior = PriorWeights.persons();

  @Test
  void run_plantedProbabilities_areRecovered() {
    double[] planted = plantedMatch();
    Weights found = train(planted, 60_000, 0.3, 11);
    for (Attribute attribute : LEARNED) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        assertThat(found.match()[place])
            .as("%s %s", attribute, attribute.levels().get(level))
            .isCloseTo(planted[place], within(0.02));
      }
    }
  }

  @Test
  void run_fewMatches_staysNearThem() {
    double[] planted = plantedMatch();
    Weights found = train(planted, 60_000, 0.02, 12);
    int exact = Attribute.GIVEN.place(1);
    assertThat(found.match()[exact]).isCloseTo(planted[exact], within(0.06));
  }

  @Test
  void run_noPairs_isThePrior() {
    Weights found =
        new ExpectationMaximization(
                List.of(new ExpectationMaximization.Sample(new PatternCounts())),
                prior,
                prior.random())
            .run(10);
    for (Attribute attribute : LEARNED) {
      int exact = attribute.place(1);
      assertThat(found.match()[exact]).isCloseTo(prior.match()[exact], within(0.01));
    }
  }

  @Test
  void run_result_isAProbabilityForEachAttribute() {
    Weights found = train(plantedMatch(), 5_000, 0.1, 13);
    for (Attribute attribute : LEARNED) {
      double match = 0;
      double home = 0;
      for (int level = 1; level < attribute.levels().size(); level++) {
        match += found.match()[attribute.place(level)];
        home += found.home()[attribute.place(level)];
      }
      assertThat(match).isCloseTo(1, within(1e-9));
      assertThat(home).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void run_disagreement_neverBecomesEvidence() {
    Weights found = train(plantedMatch(), 2_000, 0.001, 14);
    double[] bits = found.matchBits();
    for (Attribute attribute : LEARNED) {
      assertThat(bits[attribute.place(1)]).isGreaterThanOrEqualTo(-1e-6);
      assertThat(bits[attribute.place(attribute.levels().size() - 1)]).isLessThan(0.05);
    }
  }

  private Weights train(double[] match, int pairs, double share, long seed) {
    Random random = new Random(seed);
    List<ExpectationMaximization.Sample> samples = new ArrayList<>();
    for (Attribute blind : List.of(Attribute.GIVEN, Attribute.FAMILY, Attribute.BIRTH)) {
      PatternCounts counts = new PatternCounts();
      for (int i = 0; i < pairs; i++) {
        double[] table = random.nextDouble() < share ? match : prior.random();
        long pattern = Attribute.SOURCE.at(1 + random.nextInt(2));
        for (Attribute attribute : LEARNED) {
          if (attribute != blind && random.nextInt(10) > 0) {
            pattern |= attribute.at(draw(table, attribute, random));
          }
        }
        counts.add(pattern, 1);
      }
      samples.add(new ExpectationMaximization.Sample(counts));
    }
    return new ExpectationMaximization(samples, prior, prior.random()).run(200);
  }

  private double[] plantedMatch() {
    double[] match = prior.match().clone();
    plant(match, Attribute.GIVEN, .60, .10, .12, .05, .06, .03, .04);
    plant(match, Attribute.FAMILY, .70, .02, .15, .03, .02, .03, .05);
    plant(match, Attribute.BIRTH, .75, .10, .06, .04, .01, .03, .01);
    plant(match, Attribute.PHONE, .55, .05, .05, .35);
    return match;
  }

  private static void plant(double[] table, Attribute attribute, double... levels) {
    for (int i = 0; i < levels.length; i++) {
      table[attribute.place(i + 1)] = levels[i];
    }
  }

  private static int draw(double[] table, Attribute attribute, Random random) {
    double left = random.nextDouble();
    int last = attribute.levels().size() - 1;
    for (int level = 1; level < last; level++) {
      left -= table[attribute.place(level)];
      if (left < 0) {
        return level;
      }
    }
    return last;
  }
}
