package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.training.LabelledPairs.Labelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plants weights, draws pairs and their truth from them, shows only the doubtful ones to somebody
 * who answers, and wants the planted weights back from a model that had them wrong.
 */
class LabelFitTest {
  private static final List<Attribute> COMPARED =
      List.of(Attribute.GIVEN, Attribute.FAMILY, Attribute.BIRTH, Attribute.PHONE);
  private static final double DOUBTFUL = 7;
  private final Weights planted = PriorWeights.persons().withRates(1e-3, 1e-9);
  private final Random random = new Random(41);

  @Test
  void fit_wrongPhone_isPutRightByDoubtfulPairsOnly() {
    Weights wrong = phoneWorthMore(planted, 4);
    Weights found = fit(wrong, answers(wrong, 3_000, 0));
    assertThat(error(found)).isLessThan(.45 * error(wrong));
    assertThat(bits(found, Attribute.PHONE, 1))
        .isCloseTo(bits(planted, Attribute.PHONE, 1), within(1.5));
  }

  @Test
  void fit_wrongMatchRate_isPutRight() {
    Weights wrong = planted.withRates(planted.matchRate() * 8, planted.homeRate());
    Weights found = fit(wrong, answers(wrong, 3_000, 0));
    assertThat(error(found)).isLessThan(.3 * error(wrong));
  }

  @Test
  void fit_rightModel_staysThoughOnlyDoubtfulPairsWereAnswered() {
    for (int answers : new int[] {50, 500, 5_000}) {
      Weights found = fit(planted, answers(planted, answers, 0));
      double noise = answers < 1_000 ? 1.1 : .4;
      assertThat(error(found)).as("%d answers", answers).isLessThan(noise);
      assertThat(Weights.log2(found.matchRate() / planted.matchRate())).isBetween(-.6, .6);
    }
  }

  @Test
  void fit_moreAnswers_comeNearer() {
    Weights wrong = phoneWorthMore(planted, 4);
    double before = Double.MAX_VALUE;
    for (int answers : new int[] {100, 1_000, 10_000}) {
      double error = error(fit(wrong, answers(wrong, answers, 0)));
      assertThat(error).as("%d answers", answers).isLessThan(before);
      before = error * .7;
    }
  }

  @Test
  void fit_oneAnswer_movesLittle() {
    Anchors anchors = Anchors.of(candidates(planted), 8, 1);
    for (boolean same : new boolean[] {true, false}) {
      for (int i = 0; i < 200; i++) {
        long pattern = doubtful(planted);
        Labelled one = new Labelled(pattern, weight(planted, pattern), same);
        Weights found = new LabelFit(LabelledPairs.sorted(List.of(one)), planted, anchors).fit();
        double moved = weight(found, pattern) - weight(planted, pattern);
        assertThat(moved * (same ? 1 : -1)).isBetween(-1e-9, 4.0);
        assertThat(error(found)).isLessThan(.5);
      }
    }
  }

  @Test
  void fit_oneInTwentyAnswersWrong_isStillBetterThanNone() {
    Weights wrong = phoneWorthMore(planted, 4);
    Weights found = fit(wrong, answers(wrong, 3_000, .05));
    assertThat(error(found)).isLessThan(.7 * error(wrong));
  }

  @Test
  void fit_halfSayTheOtherHalfDeny_isAnEvenChance() {
    long pattern = doubtful(planted);
    while (weight(planted, pattern) < 3) {
      pattern = doubtful(planted);
    }
    List<Labelled> answers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      answers.add(new Labelled(pattern, weight(planted, pattern), i % 2 == 0));
    }
    assertThat(weight(fit(planted, answers), pattern)).isCloseTo(0, within(.5));
  }

  @Test
  void fit_answersInAnyOrder_isTheSame() {
    List<Labelled> answers = new ArrayList<>(answers(planted, 800, .1));
    Weights expected = fit(planted, answers);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(answers, random);
      Weights found = fit(planted, answers);
      assertThat(found.match()).isEqualTo(expected.match());
      assertThat(found.matchRate()).isEqualTo(expected.matchRate());
    }
  }

  @Test
  void fit_anyAnswers_leavesAModelInRange() {
    for (int round = 0; round < 60; round++) {
      List<Labelled> answers = new ArrayList<>();
      for (int i = random.nextInt(300); i >= 0; i--) {
        long pattern = anyPattern();
        answers.add(
            new Labelled(pattern, random.nextGaussian() * 20, random.nextInt(9) < round % 10));
      }
      Weights found = fit(planted, answers);
      assertThat(found.matchRate()).isBetween(1e-12, .5);
      for (Attribute attribute : Attribute.all()) {
        double sum = 0;
        double sumBefore = 0;
        for (int level = 1; level < attribute.levels().size(); level++) {
          sum += found.match()[attribute.place(level)];
          sumBefore += planted.match()[attribute.place(level)];
          assertThat(found.match()[attribute.place(level)]).isPositive();
        }
        assertThat(sum).isCloseTo(sumBefore, within(1e-9));
      }
      for (Attribute attribute : COMPARED) {
        assertThat(bits(found, attribute, 1)).isGreaterThan(-1e-9);
        assertThat(bits(found, attribute, attribute.levels().size() - 1)).isLessThan(1e-9);
      }
      assertThat(found.random()).isEqualTo(planted.random());
      assertThat(found.home()).isEqualTo(planted.home());
    }
  }

  @Test
  void fit_attributesNobodyWasAskedAbout_keepEveryBit() {
    Weights found = fit(phoneWorthMore(planted, 4), answers(planted, 300, 0));
    for (Attribute attribute : Attribute.all()) {
      for (int level = 1;
          level < attribute.levels().size() && !COMPARED.contains(attribute);
          level++) {
        assertThat(found.match()[attribute.place(level)])
            .isEqualTo(planted.match()[attribute.place(level)]);
      }
    }
  }

  @Test
  void fit_anchors_keepWhatLinksByItself() {
    Weights wrong = phoneWorthMore(planted, 4);
    WeighedCandidates weighed = candidates(wrong);
    LabelledPairs answers = LabelledPairs.sorted(answers(wrong, 3_000, 0));
    Weights held = new LabelFit(answers, wrong, Anchors.of(weighed, 8, 3_000)).fit();
    Weights free = new LabelFit(answers, wrong, Anchors.none()).fit();
    assertThat(meanChange(wrong, held, weighed)).isLessThan(.5 * meanChange(wrong, free, weighed));
    assertThat(error(held)).isLessThan(error(wrong));
  }

  @Test
  void solve_randomPositiveDefinite_solvesTheEquations() {
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(12);
      NormalEquations equations = new NormalEquations(size);
      double[][] matrix = new double[size][size];
      double[] right = new double[size];
      for (int i = 0; i < size; i++) {
        equations.hold(i, 0, .5);
        matrix[i][i] += .5;
      }
      for (int term = 0; term < 20; term++) {
        double[] direction = random.doubles(size, -1, 1).toArray();
        direction[random.nextInt(size)] = 0;
        double pull = random.nextGaussian();
        equations.add(direction, pull, 2);
        for (int i = 0; i < size; i++) {
          right[i] += pull * direction[i];
          for (int j = 0; j < size; j++) {
            matrix[i][j] += 2 * direction[i] * direction[j];
          }
        }
      }
      double[] found = equations.solve();
      for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          sum += matrix[i][j] * found[j];
        }
        assertThat(sum).isCloseTo(right[i], within(1e-9));
      }
    }
  }

  private WeighedCandidates candidates(Weights weights) {
    PatternCounts candidates = new PatternCounts();
    for (int i = 0; i < 20_000; i++) {
      candidates.add(anyPattern() | 5L << 60, 1);
    }
    return new WeighedCandidates(candidates, weights, false);
  }

  private static double meanChange(Weights before, Weights after, WeighedCandidates candidates) {
    double sum = 0;
    double count = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.bits(i) >= 8 && candidates.mayLink(i)) {
        long pattern = candidates.pattern(i);
        sum += candidates.count(i) * Math.abs(weight(after, pattern) - weight(before, pattern));
        count += candidates.count(i);
      }
    }
    return sum / count;
  }

  private static Weights fit(Weights weights, List<Labelled> answers) {
    return new LabelFit(LabelledPairs.sorted(answers), weights, Anchors.none()).fit();
  }

  /* The truth is as the planted weights have it; which pairs are asked about, as the others have. */
  private List<Labelled> answers(Weights asking, int count, double slips) {
    List<Labelled> answers = new ArrayList<>();
    while (answers.size() < count) {
      long pattern = doubtful(asking);
      double probability = 1 / (1 + Math.pow(2, -weight(planted, pattern)));
      boolean same = random.nextDouble() < probability ^ random.nextDouble() < slips;
      answers.add(new Labelled(pattern, weight(asking, pattern), same));
    }
    return answers;
  }

  private long doubtful(Weights asking) {
    while (true) {
      long pattern = anyPattern();
      double weight = weight(asking, pattern);
      if (weight >= -2 && weight < DOUBTFUL) {
        return pattern;
      }
    }
  }

  private long anyPattern() {
    long pattern = Attribute.SOURCE.at(1 + random.nextInt(2));
    for (Attribute attribute : COMPARED) {
      pattern |= attribute.at(random.nextInt(attribute.levels().size()));
    }
    return pattern;
  }

  /* Mean error in bits over doubtful pairs. */
  private double error(Weights weights) {
    Random same = new Random(42);
    double sum = 0;
    int count = 0;
    while (count < 4_000) {
      long pattern = Attribute.SOURCE.at(1);
      for (Attribute attribute : COMPARED) {
        pattern |= attribute.at(same.nextInt(attribute.levels().size()));
      }
      double weight = weight(planted, pattern);
      if (weight > -2 && weight < DOUBTFUL) {
        sum += Math.abs(weight(weights, pattern) - weight);
        count++;
      }
    }
    return sum / count;
  }

  private static double weight(Weights weights, long pattern) {
    double sum = weights.priorBits() + weights.togetherBits(pattern);
    double[] bits = weights.matchBits();
    for (Attribute attribute : Attribute.all()) {
      sum += bits[attribute.place(attribute.in(pattern))];
    }
    return sum;
  }

  private static double bits(Weights weights, Attribute attribute, int level) {
    return weights.matchBits()[attribute.place(level)];
  }

  /* Disagreement on the phone counts for less by so many bits, as where people change it often. */
  private static Weights phoneWorthMore(Weights weights, double bits) {
    double[] match = weights.match().clone();
    int last = Attribute.PHONE.place(Attribute.PHONE.levels().size() - 1);
    double kept = match[last] / Math.pow(2, bits);
    double scale = (1 - kept) / (1 - match[last]);
    for (int level = 1; level < Attribute.PHONE.levels().size(); level++) {
      match[Attribute.PHONE.place(level)] *= scale;
    }
    match[last] = kept;
    return weights.withNames(match, weights.home(), weights.namesTogether());
  }
}
