package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One outcome, whatever the number of threads, the order of records, or how often one asks. */
class DeterminismTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(400, 151);
  private static final LinkageModel MODEL = filled(1).train(TrainingOptions.defaults());
  private static final TwoPartitions EXPECTED = twice(filled(1), Constraints.none());

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void linkAllTwice_anyThreads_isTheSame(int threads) {
    TwoPartitions found = twice(filled(threads), Constraints.none());
    assertThat(found.certain()).isEqualTo(EXPECTED.certain());
    assertThat(found.best()).isEqualTo(EXPECTED.best());
    assertThat(found.compared()).isEqualTo(EXPECTED.compared());
  }

  @ParameterizedTest
  @EnumSource(Constraints.Scope.class)
  void linkAllTwice_anyScopeAndThreads_isTheSame(Constraints.Scope scope) {
    Constraints constraints = Constraints.builder().scope(scope).build();
    TwoPartitions one = twice(filled(1), constraints);
    TwoPartitions four = twice(filled(4), constraints);
    assertThat(four.certain()).isEqualTo(one.certain());
    assertThat(four.best()).isEqualTo(one.best());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void linkAllTwice_anyOrder_isTheSamePartitions(long seed) {
    List<Integer> order = PEOPLE.shuffled(seed);
    ResidentIndex index = new ResidentIndex(2);
    order.forEach(i -> index.put(PEOPLE.records().get(i)));
    TwoPartitions found = twice(index, Constraints.none());
    assertThat(sets(found.certain(), order)).isEqualTo(sets(EXPECTED.certain(), null));
    /* Two equal weights are told apart by numbers of records, in the guess only. */
    Set<Set<Integer>> others = sets(found.best(), order);
    others.removeAll(sets(EXPECTED.best(), null));
    assertThat(others).hasSizeLessThan(4);
    assertThat(review(found.certain(), order)).isEqualTo(review(EXPECTED.certain(), null));
  }

  @Test
  void train_recordsPutAndTakenAway_isAsIfTheyHadNeverBeen() {
    ResidentIndex index = filled(2);
    int[] guests = MadeUpPeople.of(40, 152).records().stream().mapToInt(index::put).toArray();
    index.linkAll(Constraints.none());
    Arrays.stream(guests).forEach(index::remove);
    assertThat(index.train(TrainingOptions.defaults())).isEqualTo(MODEL);
  }

  @Test
  void train_othersSeed_isAnotherModelOfTheSameKind() {
    TrainingOptions other = new TrainingOptions(18, 250_000, 40_000, 40, Constraints.none());
    LinkageModel found = filled(1).train(other);
    assertThat(found).isNotEqualTo(MODEL);
    assertThat(Math.abs(found.linkBits() - MODEL.linkBits())).isLessThan(2);
  }

  @Test
  void linkAll_askedAgain_isTheSame() {
    ResidentIndex index = filled(3);
    index.use(MODEL);
    Partition first = index.linkAll(Constraints.none());
    index.relink(new int[] {1, 2, 3}, Constraints.none());
    index.search(SearchQuery.text("mary"), 3);
    assertThat(index.linkAll(Constraints.none())).isEqualTo(first);
  }

  @Test
  void constraints_anyOrderAndRepetition_areTheSame() {
    Random random = new Random(9);
    for (int round = 0; round < 50; round++) {
      Set<Long> same = new HashSet<>();
      Set<Long> different = new HashSet<>();
      Constraints.Builder builder = Constraints.builder();
      for (int i = 0; i < 200; i++) {
        int a = random.nextInt(30);
        int b = random.nextInt(30);
        if (a != b) {
          boolean isSame = random.nextBoolean();
          (isSame ? same : different).add((long) Math.min(a, b) << 32 | Math.max(a, b));
          if (isSame) {
            builder.alwaysSame(a, b);
          } else {
            builder.neverSame(a, b);
          }
        }
      }
      assertAsSaid(builder.build(), same, different);
    }
  }

  private static void assertAsSaid(Constraints said, Set<Long> same, Set<Long> different) {
    for (int a = 0; a < 30; a++) {
      Set<Integer> always = new TreeSet<>();
      Set<Integer> never = new TreeSet<>();
      for (int b = 0; b < 30; b++) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        assertThat(said.isAlwaysSame(a, b)).isEqualTo(same.contains(key));
        assertThat(said.isNeverSame(a, b)).isEqualTo(different.contains(key));
        if (same.contains(key)) {
          always.add(b);
        }
        if (different.contains(key)) {
          never.add(b);
        }
      }
      assertThat(distinct(said.alwaysSameAs(a))).isEqualTo(always);
      assertThat(distinct(said.neverSameAs(a))).isEqualTo(never);
    }
    assertThat(Arrays.stream(said.alwaysSamePairs()).boxed())
        .containsExactlyElementsOf(new TreeSet<>(same));
    assertThat(Arrays.stream(said.neverSamePairs()).boxed())
        .containsExactlyElementsOf(new TreeSet<>(different));
    assertThat(said.isEmpty()).isEqualTo(same.isEmpty() && different.isEmpty());
  }

  private static Set<Integer> distinct(int[] handles) {
    assertThat(handles).isSorted();
    return new TreeSet<>(Arrays.stream(handles).boxed().toList());
  }

  private static ResidentIndex filled(int threads) {
    ResidentIndex index = new ResidentIndex(threads);
    PEOPLE.records().forEach(index::put);
    return index;
  }

  private static TwoPartitions twice(ResidentIndex index, Constraints constraints) {
    index.use(MODEL);
    return index.linkAllTwice(constraints);
  }

  /* Clusters as numbers of records, given the record that each handle stands for. */
  private static Set<Set<Integer>> sets(Partition partition, @Nullable List<Integer> order) {
    Set<Set<Integer>> sets = new HashSet<>();
    for (Cluster cluster : partition.clusters()) {
      Set<Integer> set = new TreeSet<>();
      for (int member : cluster.members()) {
        set.add(order == null ? member : order.get(member));
      }
      sets.add(set);
    }
    return sets;
  }

  private static Set<Set<Integer>> review(Partition partition, @Nullable List<Integer> order) {
    Set<Set<Integer>> pairs = new HashSet<>();
    for (ScoredPair pair : partition.review()) {
      pairs.add(
          order == null
              ? Set.of(pair.a(), pair.b())
              : Set.of(order.get(pair.a()), order.get(pair.b())));
    }
    return pairs;
  }
}
