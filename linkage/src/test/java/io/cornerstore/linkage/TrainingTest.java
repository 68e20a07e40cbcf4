package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.Weights;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What training finds in made-up people, held against their truth. */
class TrainingTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(1_500, 91);
  private static final ResidentIndex INDEX = new ResidentIndex();
  private static LinkageModel model = LinkageModel.prior();

  @BeforeAll
  static void train() {
    PEOPLE.records().forEach(INDEX::put);
    model = INDEX.train(TrainingOptions.defaults());
  }

  @Test
  void matchRate_trueShare_isFound() {
    Map<Integer, Integer> sizes = new HashMap<>();
    int n = PEOPLE.records().size();
    for (int i = 0; i < n; i++) {
      sizes.merge(PEOPLE.personOf(i), 1, Integer::sum);
    }
    double matches = sizes.values().stream().mapToDouble(s -> s * (s - 1) / 2.0).sum();
    double share = matches / (.5 * n * (n - 1));
    assertThat(Weights.log2(model.persons().matchRate()))
        .isCloseTo(Weights.log2(share), within(0.7));
  }

  @Test
  void matchProbabilities_trueShares_areFound() {
    Map<Integer, Integer> first = new HashMap<>();
    int pairs = 0;
    int exact = 0;
    for (int i = 0; i < PEOPLE.records().size(); i++) {
      Integer other = first.putIfAbsent(PEOPLE.personOf(i), i);
      if (other != null) {
        pairs++;
        String a = PEOPLE.records().get(i).givenName();
        exact += a.equals(PEOPLE.records().get(other).givenName()) ? 1 : 0;
      }
    }
    assertThat(model.persons().match()[Attribute.GIVEN.place(1)])
        .isCloseTo((double) exact / pairs, within(0.06));
  }

  @Test
  void weights_exactAgreement_speaksForAMatch() {
    double[] bits = model.persons().matchBits();
    for (Attribute attribute :
        new Attribute[] {
          Attribute.GIVEN,
          Attribute.FAMILY,
          Attribute.BIRTH,
          Attribute.EMAIL,
          Attribute.PHONE,
          Attribute.ADDRESS
        }) {
      int last = attribute.levels().size() - 1;
      assertThat(bits[attribute.place(1)]).as(attribute.label()).isGreaterThan(4);
      assertThat(bits[attribute.place(last)]).as(attribute.label()).isLessThan(0);
    }
  }

  @Test
  void frequencies_rareName_weighsMoreThanAFrequentOne() {
    Map<String, Integer> counts = new HashMap<>();
    PEOPLE.records().forEach(r -> counts.merge(r.givenName(), 1, Integer::sum));
    Frequencies.Table table = model.frequencies().tables().getFirst();
    assertThat(table.hashes()).isSorted();
    float least = Float.MAX_VALUE;
    for (float surprise : table.surprises()) {
      least = Math.min(least, surprise);
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(least)
        .isCloseTo((float) -Weights.log2((double) most / PEOPLE.records().size()), within(0.01f));
    assertThat(table.unlisted()).isGreaterThan(least);
  }

  @Test
  void probabilities_givenToPairs_areCalibrated() {
    INDEX.use(model.withThresholds(40, -6));
    Partition all = INDEX.linkAll(Constraints.none());
    double[] sums = new double[3];
    int[] counts = new int[3];
    int[] right = new int[3];
    for (ScoredPair pair : all.review()) {
      int bin = pair.probability() >= .9 ? 2 : pair.probability() >= .5 ? 1 : 0;
      sums[bin] += pair.probability();
      counts[bin]++;
      right[bin] += PEOPLE.personOf(pair.a()) == PEOPLE.personOf(pair.b()) ? 1 : 0;
    }
    INDEX.use(model);
    assertThat(counts[2]).isGreaterThan(200);
    assertThat((double) right[2] / counts[2]).isCloseTo(sums[2] / counts[2], within(0.1));
    assertThat((double) right[1] / counts[1]).isGreaterThan((double) right[0] / counts[0]);
  }
}
