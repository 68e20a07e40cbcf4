package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training makes of what people said about pairs. */
class LabelsTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(500, 131);
  private static final ResidentIndex INDEX = filled(new ResidentIndex());
  private static final LinkageModel UNTAUGHT = INDEX.train(TrainingOptions.defaults());

  @Test
  void train_nothingSaid_isTheSameToTheLastBit() {
    for (Constraints none :
        List.of(
            Constraints.none(),
            Constraints.builder().scope(Constraints.Scope.ONE_PER_SOURCE).build())) {
      LinkageModel model = INDEX.train(TrainingOptions.defaults().learningFrom(none));
      assertThat(model.toText()).isEqualTo(UNTAUGHT.toText());
    }
  }

  @Test
  void train_withLabelsOnAnyThreads_isTheSame() {
    Constraints said = answers(review(UNTAUGHT), 300, 0, 1);
    LinkageModel expected = INDEX.train(TrainingOptions.defaults().learningFrom(said));
    assertThat(expected).isNotEqualTo(UNTAUGHT);
    for (int threads : new int[] {1, 2, 5}) {
      ResidentIndex index = filled(new ResidentIndex(threads));
      assertThat(index.train(TrainingOptions.defaults().learningFrom(said))).isEqualTo(expected);
    }
  }

  @Test
  void train_labelsInAnyOrderAndTwice_isTheSame() {
    List<ScoredPair> some = new ArrayList<>(review(UNTAUGHT).subList(0, 120));
    LinkageModel expected = taught(answers(some, 120, 0, 2));
    java.util.Collections.reverse(some);
    Constraints.Builder twice = Constraints.builder();
    for (int round = 0; round < 2; round++) {
      for (ScoredPair pair : some) {
        say(twice, pair.b(), pair.a(), isSame(pair));
      }
    }
    assertThat(taught(twice.build())).isEqualTo(expected);
  }

  @Test
  void train_pairSaidBothWays_teachesNothing() {
    Constraints.Builder both = Constraints.builder();
    for (ScoredPair pair : review(UNTAUGHT).subList(0, 50)) {
      both.alwaysSame(pair.a(), pair.b()).neverSame(pair.a(), pair.b());
    }
    assertThat(taught(both.build())).isEqualTo(UNTAUGHT);
  }

  @Test
  void train_pairsNobodyWouldAskAbout_teachNothing() {
    Random random = new Random(5);
    Constraints.Builder far = Constraints.builder();
    Set<Long> near = new HashSet<>();
    review(UNTAUGHT).forEach(pair -> near.add(key(pair)));
    for (int i = 0; i < 300; i++) {
      int a = random.nextInt(PEOPLE.records().size() - 1);
      int b = a + 1 + random.nextInt(PEOPLE.records().size() - a - 1);
      if (PEOPLE.personOf(a) != PEOPLE.personOf(b) && !near.contains((long) a << 32 | b)) {
        say(far, a, b, i % 3 == 0);
      }
    }
    assertThat(taught(far.build())).isEqualTo(UNTAUGHT);
  }

  @Test
  void train_labelsOfRecordsThatAreGone_teachNothing() {
    ResidentIndex index = filled(new ResidentIndex());
    int gone = index.put(LinkageRecord.builder().givenName("Mary").familyName("Gone").build());
    int also = index.put(LinkageRecord.builder().givenName("Mary").familyName("Gone").build());
    index.remove(gone);
    index.remove(also);
    Constraints said = Constraints.builder().alwaysSame(gone, also).neverSame(gone, 1).build();
    assertThat(index.train(TrainingOptions.defaults().learningFrom(said))).isEqualTo(UNTAUGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void train_labels_makeStatedProbabilitiesTruer(int seed) {
    List<ScoredPair> review = review(UNTAUGHT);
    Set<Long> told = new HashSet<>();
    Constraints said = answers(review, review.size() / 2, 0, seed, told);
    double before = surprise(review, told);
    INDEX.use(taught(said).withThresholds(40, -12));
    List<ScoredPair> after = INDEX.linkAll(Constraints.none()).review();
    INDEX.use(LinkageModel.prior());
    assertThat(surprise(after, told)).isLessThan(before * 1.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void train_labels_keepWhatIsCertainPrecise(int seed) {
    Constraints said = answers(review(UNTAUGHT), 200, 0, seed);
    LinkageModel taught = taught(said);
    assertThat(taught.linkBits()).isGreaterThanOrEqualTo(UNTAUGHT.linkBits());
    Truth before = certain(UNTAUGHT);
    Truth after = certain(taught);
    assertThat(after.precision()).isGreaterThanOrEqualTo(Math.min(.998, before.precision()));
    assertThat(after.recall()).isGreaterThan(before.recall() - .02);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1_000})
  void train_everythingCalledTheSame_doesNotMakeCertainLax(int count) {
    List<ScoredPair> review = review(UNTAUGHT);
    Constraints.Builder all = Constraints.builder();
    review
        .subList(0, Math.min(count, review.size()))
        .forEach(pair -> all.alwaysSame(pair.a(), pair.b()));
    LinkageModel taught = taught(all.build());
    assertThat(taught.linkBits()).isGreaterThanOrEqualTo(UNTAUGHT.linkBits());
    assertThat(certain(taught).precision()).isGreaterThan(certain(UNTAUGHT).precision() - .002);
  }

  @Test
  void train_certainLinksCalledDifferent_makesCertainStricter() {
    INDEX.use(UNTAUGHT);
    Partition certain = INDEX.linkAll(Constraints.none());
    INDEX.use(LinkageModel.prior());
    Constraints.Builder wrong = Constraints.builder();
    long linked = 0;
    for (Cluster cluster : certain.clusters()) {
      for (ScoredPair edge : cluster.edges()) {
        if (linked++ % 3 == 0) {
          wrong.neverSame(edge.a(), edge.b());
        }
      }
    }
    LinkageModel taught = taught(wrong.build());
    assertThat(links(taught)).isLessThan(links(UNTAUGHT) * 4 / 5);
  }

  @Test
  void train_anyLabels_leavesAModelThatCanBeWrittenAndRead() {
    Random random = new Random(7);
    List<ScoredPair> review = review(UNTAUGHT);
    for (int round = 0; round < 12; round++) {
      Constraints.Builder any = Constraints.builder();
      for (int i = random.nextInt(200); i >= 0; i--) {
        ScoredPair pair = review.get(random.nextInt(review.size()));
        int stranger = random.nextInt(PEOPLE.records().size());
        int b = random.nextInt(4) == 0 && stranger != pair.a() ? stranger : pair.b();
        say(any, pair.a(), b, random.nextBoolean());
      }
      LinkageModel taught = taught(any.build());
      assertThat(LinkageModel.of(taught.parameters())).isEqualTo(taught);
      assertThat(LinkageModel.fromText(taught.toText())).isEqualTo(taught);
    }
  }

  private static LinkageModel taught(Constraints said) {
    return INDEX.train(TrainingOptions.defaults().learningFrom(said));
  }

  private static ResidentIndex filled(ResidentIndex index) {
    PEOPLE.records().forEach(index::put);
    return index;
  }

  private static List<ScoredPair> review(LinkageModel model) {
    INDEX.use(model);
    List<ScoredPair> review = List.copyOf(INDEX.linkAll(Constraints.none()).review());
    INDEX.use(LinkageModel.prior());
    return review;
  }

  private static Constraints answers(List<ScoredPair> asked, int count, int slips, int seed) {
    return answers(asked, count, slips, seed, new HashSet<>());
  }

  private static Constraints answers(
      List<ScoredPair> asked, int count, int slips, int seed, Set<Long> told) {
    Constraints.Builder said = Constraints.builder();
    IntStream picked = new Random(seed).ints(0, asked.size()).distinct();
    picked
        .limit(Math.min(count, asked.size()))
        .forEach(i -> {
          ScoredPair pair = asked.get(i);
          say(said, pair.a(), pair.b(), isSame(pair) ^ (slips > 0 && i % slips == 0));
          told.add(key(pair));
        });
    return said.build();
  }

  private static void say(Constraints.Builder said, int a, int b, boolean same) {
    if (same) {
      said.alwaysSame(a, b);
    } else {
      said.neverSame(a, b);
    }
  }

  private static long key(ScoredPair pair) {
    return (long) pair.a() << 32 | pair.b();
  }

  private static boolean isSame(ScoredPair pair) {
    return PEOPLE.personOf(pair.a()) == PEOPLE.personOf(pair.b());
  }

  /* Mean bits by which the truth of pairs nobody was told about surprises, of those once doubtful. */
  private static double surprise(List<ScoredPair> pairs, Set<Long> told) {
    Set<Long> once = new HashSet<>();
    review(UNTAUGHT).forEach(pair -> once.add(key(pair)));
    return pairs.stream()
        .filter(pair -> once.contains(key(pair)) && !told.contains(key(pair)))
        .mapToDouble(pair ->
            -Math.log(Math.max(1e-9, isSame(pair) ? pair.probability() : 1 - pair.probability())))
        .average()
        .orElseThrow();
  }

  private static Truth certain(LinkageModel model) {
    INDEX.use(model);
    Truth truth = Truth.of(INDEX.linkAll(Constraints.none()), PEOPLE::personOf);
    INDEX.use(LinkageModel.prior());
    return truth;
  }

  private static long links(LinkageModel model) {
    INDEX.use(model);
    Partition partition = INDEX.linkAll(Constraints.none());
    INDEX.use(LinkageModel.prior());
    return partition.clusters().stream().mapToLong(cluster -> cluster.edges().size()).sum();
  }
}
