package io.cornerstore.linkage.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.scoring.PriorWeights;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What training counts, against populations whose shares are known. */
class PlantedTrainingTest {
  private static final long NO_RARITY_SHARED = 8L << 60;
  private static final String[] NAMES =
      "quill bramwo festus jocund thyrza windom pakhar zelmyr oduvik".split(" ");
  private final Weights prior = PriorWeights.persons();
  private final Random random = new Random(51);

  @Test
  void randomPairs_knownPopulation_giveItsShares() {
    Store store = new Store();
    int[] handles = population(store, 3_000);
    double[] exact = exactShares(store, handles);
    double[] found = randomPairs(store, handles, 400_000, 1).probabilities(prior, 0);
    for (Attribute attribute : new Attribute[] {Attribute.GIVEN, Attribute.BIRTH}) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        double expected = Math.max(exact[place], prior.random()[place] * .25);
        assertThat(found[place])
            .as("%s %s", attribute, attribute.levels().get(level))
            .isCloseTo(expected, within(.003 + expected * .05));
      }
    }
  }

  @Test
  void randomPairs_anyThreads_areTheSame() {
    Store store = new Store();
    int[] handles = population(store, 400);
    double[] expected = randomPairs(store, handles, 60_000, 1).probabilities(prior, 0);
    for (int threads : new int[] {2, 3, 7}) {
      assertThat(randomPairs(store, handles, 60_000, threads).probabilities(prior, 0))
          .isEqualTo(expected);
    }
  }

  @Test
  void randomPairs_matchesAmongThem_areTakenOff() {
    Store store = new Store();
    int[] handles = population(store, 300);
    RandomPairs pairs = randomPairs(store, handles, 60_000, 1);
    int exact = Attribute.BIRTH.place(1);
    double[] without = pairs.probabilities(prior, 0);
    double[] with = pairs.probabilities(prior, .002);
    assertThat(with[exact]).isLessThan(without[exact]);
    double sum = 0;
    for (int level = 1; level < Attribute.BIRTH.levels().size(); level++) {
      sum += with[Attribute.BIRTH.place(level)];
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void randomPairs_fewerThanTwoRecords_giveThePrior() {
    Store store = new Store();
    int[] handles = population(store, 1);
    double[] found = randomPairs(store, handles, 1_000, 2).probabilities(prior, 0);
    for (int level = 1; level < Attribute.GIVEN.levels().size(); level++) {
      int place = Attribute.GIVEN.place(level);
      assertThat(found[place]).isCloseTo(prior.random()[place], within(1e-9));
    }
  }

  @Test
  void withRates_plantedShareOfMatches_isFound() {
    for (double share : new double[] {.02, .1, .4}) {
      Weights weights = prior.withRates(1e-4, 1e-9);
      PatternCounts candidates = new PatternCounts();
      int pairs = 40_000;
      for (int i = 0; i < pairs; i++) {
        double[] table = random.nextDouble() < share ? weights.match() : weights.random();
        candidates.add(drawn(table) | NO_RARITY_SHARED | Attribute.SOLE.at(8), 1);
      }
      int records = 2_000;
      Weights found = new Calibration(candidates, records).withRates(weights);
      double expected = share * pairs / (.5 * records * (records - 1));
      assertThat(Weights.log2(found.matchRate() / expected)).as("%s", share).isBetween(-.5, .5);
    }
  }

  @Test
  void linkBits_candidates_leaveFewExpectedFalse() {
    Weights weights = prior.withRates(1e-3, 1e-9);
    PatternCounts candidates = new PatternCounts();
    for (int i = 0; i < 60_000; i++) {
      double[] table = random.nextInt(4) == 0 ? weights.match() : weights.random();
      candidates.add(drawn(table) | NO_RARITY_SHARED | Attribute.SOLE.at(8), 1);
    }
    double linkBits = new Calibration(candidates, 3_000).linkBits(weights, false);
    WeighedCandidates weighed = new WeighedCandidates(candidates, weights, false);
    double links = 0;
    double wrong = 0;
    for (int i = 0; i < weighed.size(); i++) {
      if (weighed.mayLink(i) && weighed.bits(i) >= linkBits) {
        links += weighed.count(i);
        wrong += weighed.count(i) / (1 + Math.pow(2, weighed.bits(i)));
      }
    }
    assertThat(linkBits).isGreaterThanOrEqualTo(Calibration.LEAST_LINK_BITS);
    assertThat(links).isGreaterThan(1_000);
    assertThat(wrong).isLessThanOrEqualTo(.0016 * links);
  }

  @Test
  void linkBits_nothingLinks_isTheLeast() {
    PatternCounts candidates = new PatternCounts();
    candidates.add(Attribute.GIVEN.at(7) | NO_RARITY_SHARED, 1_000);
    assertThat(new Calibration(candidates, 100).linkBits(prior, false))
        .isEqualTo(Calibration.LEAST_LINK_BITS);
  }

  @Test
  void frequencies_ofAStore_equalCountingTheNames() {
    Store store = new Store();
    int[] handles = population(store, 2_000);
    Map<String, Integer> counts = new HashMap<>();
    for (int handle : handles) {
      counts.merge(
          store.names().dictionary().text(store.rows().get(handle, Rows.GIVEN)), 1, Integer::sum);
    }
    Frequencies frequencies = FrequencyCounter.count(store);
    double agreeing = counts.values().stream().mapToDouble(n -> (double) n * n).sum();
    Frequencies.Table table = frequencies.tables().getFirst();
    assertThat(table.average())
        .isCloseTo(-Weights.log2(agreeing / handles.length / handles.length), within(1e-9));
    counts.forEach((name, count) -> {
      int id = store.names().dictionary().find(bytes(name), 0, name.length());
      int hash = store.names().dictionary().hash(id);
      double expected =
          count >= 3 ? -Weights.log2((double) count / handles.length) : table.unlisted();
      assertThat(frequencies.surprise(Frequencies.Role.GIVEN, hash))
          .as(name)
          .isCloseTo(expected, within(1e-5));
    });
  }

  private RandomPairs randomPairs(Store store, int[] handles, int pairs, int threads) {
    return new RandomPairs(
        handles,
        pairs,
        17,
        new Workers(threads),
        () -> new PairScorer(store, prior, prior, Frequencies.none()));
  }

  /* All pairs, once each. */
  private double[] exactShares(Store store, int[] handles) {
    PairScorer scorer = new PairScorer(store, prior, prior, Frequencies.none());
    double[] sums = Weights.table();
    double[] totals = new double[Attribute.all().size()];
    for (int a : handles) {
      for (int b : handles) {
        long pattern = a < b ? scorer.pattern(a, b) : 0;
        for (Attribute attribute : Attribute.all()) {
          if (attribute.in(pattern) != 0) {
            sums[attribute.place(attribute.in(pattern))]++;
            totals[attribute.place(0) / Attribute.LEVELS]++;
          }
        }
      }
    }
    for (int place = 0; place < sums.length; place++) {
      sums[place] /= Math.max(1, totals[place / Attribute.LEVELS]);
    }
    return sums;
  }

  /* Given names of falling frequency, and dates of birth, some unknown. */
  private int[] population(Store store, int size) {
    return IntStream.range(0, size)
        .map(_ -> {
          int handle = store.rows().take();
          int[] row = store.rows().row(handle);
          int at = store.rows().at(handle);
          String name = NAMES[(int) (NAMES.length * Math.pow(random.nextDouble(), 2))];
          row[at + Rows.FLAGS] = Flags.LIVE;
          row[at + Rows.GIVEN] = store.names().hold(bytes(name), 0, name.length());
          boolean known = random.nextInt(5) > 0;
          row[at + Rows.BIRTH] =
              known
                  ? (1940 + random.nextInt(60)) << 9
                      | (1 + random.nextInt(12)) << 5
                      | 1 + random.nextInt(28)
                  : 0;
          return handle;
        })
        .toArray();
  }

  private long drawn(double[] table) {
    long pattern = Attribute.SOURCE.at(2);
    for (Attribute attribute :
        new Attribute[] {Attribute.GIVEN, Attribute.FAMILY, Attribute.BIRTH, Attribute.PHONE}) {
      pattern |= attribute.at(level(table, attribute));
    }
    return pattern;
  }

  private int level(double[] table, Attribute attribute) {
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
