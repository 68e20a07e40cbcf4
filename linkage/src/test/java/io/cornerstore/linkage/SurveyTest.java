package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.PairDecision.Outcome;
import io.cornerstore.linkage.PairDecision.Reason;
import io.cornerstore.linkage.evaluation.Calibration;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.evaluation.ThresholdPoint;
import io.cornerstore.linkage.evaluation.Truth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts of a survey against asking for every pair by itself. */
class SurveyTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(120, 47);
  private static final ResidentIndex INDEX = new ResidentIndex();
  private static Inspection inspection = INDEX.inspect(Constraints.none());
  private static int[] best = {};
  private static int[] certain = {};
  private static Truth truth = Truth.ofClusters(new int[0]);

  @BeforeAll
  static void link() {
    PEOPLE.records().forEach(INDEX::put);
    INDEX.use(INDEX.train(TrainingOptions.defaults()));
    TwoPartitions linked = INDEX.linkAllTwice(Constraints.none());
    best = numbers(linked.best());
    certain = numbers(linked.certain());
    inspection = INDEX.inspect(Constraints.none());
    int[] labels = new int[best.length];
    Arrays.setAll(labels, PEOPLE::personOf);
    labels[3] = -1;
    truth = Truth.ofClusters(labels);
  }

  private static int[] numbers(Partition partition) {
    int[] numbers = new int[PEOPLE.records().size()];
    for (Cluster cluster : partition.clusters()) {
      for (int member : cluster.members()) {
        numbers[member] = cluster.members()[0];
      }
    }
    return numbers;
  }

  @Test
  void survey_rulesAndThresholds_equalTheSlowWay() {
    Survey survey = inspection.survey(new Survey.Question(best, truth, 1));
    List<String> names = ResidentIndex.blockingRules();
    long[] proposed = new long[names.size()];
    long[] alone = new long[names.size()];
    long pairs = 0;
    long trueFound = 0;
    TreeMap<Double, long[]> atLeast = new TreeMap<>();
    for (double bits = -20; bits <= 30; bits += 5) {
      atLeast.put(bits, new long[2]);
    }
    for (int a = 0; a < best.length; a++) {
      for (int b = a + 1; b < best.length; b++) {
        PairDecision decision = inspection.decide(a, b);
        if (!decision.proposedBy().isEmpty()) {
          pairs++;
          boolean known = truth.isKnown(a) && truth.isKnown(b);
          boolean same = truth.isSame(a, b);
          trueFound += same ? 1 : 0;
          for (String rule : decision.proposedBy()) {
            proposed[names.indexOf(rule)]++;
            alone[names.indexOf(rule)] += decision.proposedBy().size() == 1 ? 1 : 0;
          }
          double bits = decision.evidence().totalBits();
          atLeast
              .headMap(bits, true)
              .values()
              .forEach(counts -> {
                counts[0] += same ? 1 : 0;
                counts[1] += known ? 1 : 0;
              });
        }
      }
    }
    assertThat(survey.pairs()).isEqualTo(pairs);
    assertThat(survey.neverProposed()).isEqualTo(truth.pairs() - trueFound);
    for (int rule = 0; rule < names.size(); rule++) {
      assertThat(survey.rules().proposed(rule)).as(names.get(rule)).isEqualTo(proposed[rule]);
      assertThat(survey.rules().alone(rule)).as(names.get(rule)).isEqualTo(alone[rule]);
    }
    Map<Double, ThresholdPoint> points = new HashMap<>();
    survey.thresholds().forEach(point -> points.put(point.bits(), point));
    atLeast.forEach((bits, counts) -> {
      ThresholdPoint point = points.get(bits);
      assertThat(point.found()).isEqualTo(counts[0]);
      assertThat(point.above()).isEqualTo(counts[1]);
      assertThat(point.all()).isEqualTo(truth.pairs());
    });
    assertThat(pairs).isGreaterThan(300);
  }

  @Test
  void survey_anyNumberOfThreads_isTheSame() {
    ResidentIndex other = new ResidentIndex(1);
    PEOPLE.records().forEach(other::put);
    other.use(INDEX.model());
    Survey one = other.inspect(Constraints.none()).survey(new Survey.Question(best, truth, 1));
    Survey two = inspection.survey(new Survey.Question(best, truth, 1));
    assertThat(one.thresholds()).isEqualTo(two.thresholds());
    assertThat(one.calibration()).isEqualTo(two.calibration());
    assertThat(one.typicalLinks()).isEqualTo(two.typicalLinks());
    assertThat(one.wrong()).isEqualTo(two.wrong());
    assertThat(one.missed()).isEqualTo(two.missed());
  }

  @Test
  void survey_examples_areWhatTheyAreCalled() {
    Survey survey = inspection.survey(new Survey.Question(best, truth, 1));
    Survey.Example link = survey.typicalLinks().getFirst();
    Survey.Example apart = survey.typicalNonLinks().getFirst();
    assertThat(best[link.a()]).isEqualTo(best[link.b()]);
    assertThat(best[apart.a()]).isNotEqualTo(best[apart.b()]);
    assertThat(apart.bits()).isLessThan(link.bits());
    assertThat(survey.missed()).allMatch(pair -> truth.isSame(pair.a(), pair.b()));
    assertThat(survey.wrong()).noneMatch(pair -> truth.isSame(pair.a(), pair.b()));
    double sum = survey.calibration().stream().mapToDouble(Calibration.Bin::pairs).sum();
    assertThat(sum).isLessThanOrEqualTo(survey.pairs()).isGreaterThan(0);
  }

  @Test
  void survey_noTruth_expectsByProbabilities() {
    Survey survey = inspection.survey(new Survey.Question(best, null, 1));
    assertThat(survey.calibration()).isEmpty();
    ThresholdPoint all = survey.thresholds().getFirst();
    assertThat(all.recall()).isCloseTo(1, within(1e-9));
    assertThat(all.above()).isEqualTo(survey.pairs());
  }

  @Test
  void survey_everyFourthPart_isAboutAFourth() {
    long all = inspection.survey(new Survey.Question(best, null, 1)).pairs();
    long some = inspection.survey(new Survey.Question(best, null, 4)).pairs();
    assertThat(some).isBetween(all / 8, all / 2);
  }

  @Test
  void decide_everyPair_agreesWithTheClusters() {
    Set<Reason> met = new HashSet<>();
    for (int a = 0; a < best.length; a++) {
      for (int b = a + 1; b < best.length; b++) {
        PairDecision decision = inspection.decide(b, a);
        met.add(decision.reason());
        assertThat(decision.rival().isPresent()).isEqualTo(decision.reason() == Reason.CONTESTED);
        if (decision.vetoed()) {
          assertThat(decision.outcome()).isNotEqualTo(Outcome.LINK);
          assertThat(certain[a]).isNotEqualTo(certain[b]);
        }
        if (decision.proposedBy().isEmpty()) {
          assertThat(decision.outcome()).isEqualTo(Outcome.NON_LINK);
        }
      }
    }
    assertThat(met).contains(Reason.ENOUGH, Reason.NOT_PROPOSED, Reason.BELOW_REVIEW);
  }

  @Test
  void levelWeights_ofAModel_addUpToWhatTheModelSays() {
    List<LevelWeight> levels = LevelWeight.of(INDEX.model(), Kind.PERSON);
    Map<String, Double> u = new HashMap<>();
    levels.forEach(level -> u.merge(level.attribute(), level.u(), Double::sum));
    assertThat(u.get("birth-date")).isCloseTo(1, within(.02));
    assertThat(levels).allMatch(level -> level.m() > 0 && level.u() > 0);
  }

  @Test
  void report_linkingAndTraining_tellsOfEveryStage() {
    ResidentIndex index = new ResidentIndex(2);
    PEOPLE.records().forEach(index::put);
    Set<String> stages = ConcurrentHashMap.newKeySet();
    index.report((stage, done, tasks) -> {
      assertThat(done).isBetween(1, tasks);
      stages.add(stage);
    });
    index.train(TrainingOptions.defaults());
    index.linkAllTwice(Constraints.none());
    assertThat(stages).contains("train", "block", "compare", "cluster");
  }
}
