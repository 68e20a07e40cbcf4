package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.Constraints.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Scope} promises, on random records of few names, so that much looks alike. */
class ScopeTest {
  private static final String[] GIVEN = {"Anna", "Bela", "Carl", "Karl", "Dora", "Emil", ""};
  private static final String[] FAMILY = {"Abel", "Bauer", "Baur", "Cramer", "Dorn", ""};
  private final List<Integer> sources = new ArrayList<>();
  private final ResidentIndex index = new ResidentIndex();

  private void fill(int seed, int records) {
    fill(seed, records, (_, drawn) -> drawn);
  }

  private void fill(int seed, int records, IntBinaryOperator sourceOf) {
    Random random = new Random(seed);
    for (int i = 0; i < records; i++) {
      int source = sourceOf.applyAsInt(i, random.nextInt(3));
      sources.add(source);
      LinkageRecord.Builder one = LinkageRecord.builder(Kind.PERSON, source);
      one.givenName(GIVEN[random.nextInt(GIVEN.length)]);
      one.familyName(FAMILY[random.nextInt(FAMILY.length)]);
      if (random.nextInt(4) > 0) {
        one.birthDate(new PartialDate(1980, 1 + random.nextInt(6), 3));
      }
      if (random.nextInt(4) > 0) {
        one.email("m%d@example.org".formatted(random.nextInt(records / 2)));
      }
      index.put(one.build());
    }
    index.use(LinkageModel.prior().withThresholds(4, 0));
  }

  private static Constraints random(Random random, int records, Scope scope) {
    Constraints.Builder builder = Constraints.builder().scope(scope);
    for (int i = 0; i < records / 10; i++) {
      int a = random.nextInt(records);
      int b = random.nextInt(records);
      if (a != b) {
        if (random.nextBoolean()) {
          builder.alwaysSame(a, b);
        } else {
          builder.neverSame(a, b);
        }
      }
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void onePerSource_anyRecordsAndDecisions_holdsInBothAnswers(int seed) {
    int records = seed == 12 ? 900 : 60 + 20 * seed;
    fill(seed, records);
    Constraints constraints = random(new Random(seed), records, Scope.ONE_PER_SOURCE);
    TwoPartitions linked = index.linkAllTwice(constraints);
    for (Partition partition : List.of(linked.certain(), linked.best())) {
      for (Cluster cluster : partition.clusters()) {
        Set<Integer> seen = new HashSet<>();
        for (int member : cluster.members()) {
          assertThat(seen.add(sources.get(member))).as("seed %s, %s", seed, cluster).isTrue();
        }
      }
    }
    assertThat(linked.best().clusters().size()).isLessThan(records);
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23, 24, 25, 26})
  void betweenSources_anyRecords_comparesNoTwoOfOneSource(int seed) {
    int records = 50 + 10 * seed;
    fill(seed, records);
    TwoPartitions all = index.linkAllTwice(Constraints.none());
    TwoPartitions between =
        index.linkAllTwice(Constraints.builder().scope(Scope.BETWEEN_SOURCES).build());
    assertThat(between.compared()).isPositive().isLessThan(all.compared());
    for (Partition partition : List.of(between.certain(), between.best())) {
      List<ScoredPair> pairs = new ArrayList<>(partition.review());
      partition.clusters().forEach(cluster -> pairs.addAll(cluster.edges()));
      assertThat(pairs).allMatch(pair -> !sources.get(pair.a()).equals(sources.get(pair.b())));
    }
    /* What is left out is all there is within the sources. */
    long within = 0;
    for (int source = 0; source < 3; source++) {
      within += comparedWithin(seed, records, source);
    }
    assertThat(all.compared() - between.compared()).isEqualTo(within);
  }

  /* The same records in the same blocks, all others being of sources of their own. */
  private static long comparedWithin(int seed, int records, int source) {
    ScopeTest alone = new ScopeTest();
    alone.fill(seed, records, (record, drawn) -> drawn == source ? 7 : 100 + record);
    long all = alone.index.linkAllTwice(Constraints.none()).compared();
    Constraints between = Constraints.builder().scope(Scope.BETWEEN_SOURCES).build();
    return all - alone.index.linkAllTwice(between).compared();
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33})
  void relink_onePerSource_givesThePartitionOfLinkAll(int seed) {
    fill(seed, 120);
    Constraints constraints = Constraints.builder().scope(Scope.ONE_PER_SOURCE).build();
    int[] all = new int[120];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    Partition batch = index.linkAll(constraints);
    assertThat(index.relink(all, constraints).clusters()).isEqualTo(batch.clusters());
  }
}
