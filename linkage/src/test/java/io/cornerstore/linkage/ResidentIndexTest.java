package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.linkage.scoring.Circle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResidentIndexTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(700, 51);

  @Test
  void linkAll_trainedOnPeople_isPreciseAndFindsMany() {
    ResidentIndex index = filled(PEOPLE);
    index.use(index.train(TrainingOptions.defaults()));
    Truth truth = Truth.of(index.linkAll(Constraints.none()), PEOPLE::personOf);
    assertThat(truth.precision()).isGreaterThan(0.998);
    assertThat(truth.recall()).isGreaterThan(0.55);
  }

  @Test
  void linkAll_untrained_isPreciseToo() {
    ResidentIndex index = filled(PEOPLE);
    Truth truth = Truth.of(index.linkAll(Constraints.none()), PEOPLE::personOf);
    assertThat(truth.precision()).isGreaterThan(0.995);
    assertThat(truth.recall()).isGreaterThan(0.4);
  }

  @Test
  void linkAll_linksAndReview_findMostOfTheTruth() {
    ResidentIndex index = filled(PEOPLE);
    index.use(index.train(TrainingOptions.defaults()));
    Partition partition = index.linkAll(Constraints.none());
    long linked =
        partition.clusters().stream()
            .mapToLong(c -> (long) c.members().length * (c.members().length - 1) / 2)
            .sum();
    long reviewed =
        partition.review().stream()
            .filter(pair -> PEOPLE.personOf(pair.a()) == PEOPLE.personOf(pair.b()))
            .count();
    Truth truth = Truth.of(partition, PEOPLE::personOf);
    double all = linked / truth.recall();
    assertThat((linked + reviewed) / all).isGreaterThan(0.85);
  }

  @Test
  void linkAll_everyRecord_standsInExactlyOneCluster() {
    ResidentIndex index = filled(PEOPLE);
    Partition partition = index.linkAll(Constraints.none());
    int[] members =
        partition.clusters().stream()
            .flatMapToInt(c -> Arrays.stream(c.members()))
            .sorted()
            .toArray();
    int[] all = new int[PEOPLE.records().size()];
    Arrays.setAll(all, i -> i);
    assertThat(members).isEqualTo(all);
    for (int i = 1; i < partition.clusters().size(); i++) {
      assertThat(partition.clusters().get(i - 1).members()[0])
          .isLessThan(partition.clusters().get(i).members()[0]);
    }
  }

  @Test
  void linkAll_edges_holdTheirClusterAndReviewDoesNot() {
    ResidentIndex index = filled(PEOPLE);
    Partition partition = index.linkAll(Constraints.none());
    Map<Integer, Integer> clusterOf = new HashMap<>();
    for (int i = 0; i < partition.clusters().size(); i++) {
      Cluster cluster = partition.clusters().get(i);
      for (int member : cluster.members()) {
        clusterOf.put(member, i);
      }
      assertThat(cluster.edges().size()).isGreaterThanOrEqualTo(cluster.members().length - 1);
      for (ScoredPair edge : cluster.edges()) {
        assertThat(cluster.members()).contains(edge.a(), edge.b());
        assertThat(edge.a()).isLessThan(edge.b());
        assertThat(edge.bits()).isGreaterThanOrEqualTo(index.model().linkBits() - Circle.MOST);
      }
    }
    for (ScoredPair pair : partition.review()) {
      assertThat(clusterOf.get(pair.a())).isNotEqualTo(clusterOf.get(pair.b()));
      assertThat(pair.probability()).isBetween(0.49, 1.0);
    }
  }

  @Test
  void linkAll_anyThreads_isTheSame() {
    Partition one = filled(PEOPLE, new ResidentIndex(1)).linkAll(Constraints.none());
    Partition four = filled(PEOPLE, new ResidentIndex(4)).linkAll(Constraints.none());
    assertThat(four).isEqualTo(one);
  }

  @Test
  void linkAll_anyOrderOfRecords_isTheSamePartition() {
    LinkageModel model = filled(PEOPLE).train(TrainingOptions.defaults());
    Set<Set<Integer>> expected = null;
    for (int seed = 0; seed < 4; seed++) {
      List<Integer> order = PEOPLE.shuffled(seed);
      ResidentIndex index = new ResidentIndex();
      index.use(model);
      order.forEach(i -> index.put(PEOPLE.records().get(i)));
      Set<Set<Integer>> found = named(index.linkAll(Constraints.none()), order);
      assertThat(expected == null || found.equals(expected)).as("seed %d", seed).isTrue();
      expected = found;
    }
  }

  @Test
  void relink_oneByOneInAnyOrder_equalsTheBatch() {
    LinkageModel model = filled(PEOPLE).train(TrainingOptions.defaults());
    for (int seed = 0; seed < 5; seed++) {
      List<Integer> order = PEOPLE.shuffled(seed);
      ResidentIndex index = new ResidentIndex();
      index.use(model);
      Map<Integer, Set<Integer>> clusters = new HashMap<>();
      for (int i : order) {
        int handle = index.put(PEOPLE.records().get(i));
        apply(index.relink(new int[] {handle}, Constraints.none()), clusters);
      }
      assertThat(new HashSet<>(clusters.values()))
          .isEqualTo(new HashSet<>(asSets(index.linkAll(Constraints.none()))));
    }
  }

  @Test
  void relink_everythingAtOnce_equalsTheBatch() {
    ResidentIndex index = filled(PEOPLE);
    int[] all = new int[index.size()];
    Arrays.setAll(all, i -> i);
    assertThat(index.relink(all, Constraints.none())).isEqualTo(index.linkAll(Constraints.none()));
  }

  @Test
  void relink_afterReplacesAndRemoves_equalsTheBatch() {
    ResidentIndex index = filled(PEOPLE);
    Map<Integer, Set<Integer>> clusters = new HashMap<>();
    apply(index.linkAll(Constraints.none()), clusters);
    Random random = new Random(52);
    for (int step = 0; step < 400; step++) {
      int handle = random.nextInt(PEOPLE.records().size());
      Set<Integer> former = clusters.get(handle);
      if (former == null) {
        int again = index.put(PEOPLE.records().get(random.nextInt(PEOPLE.records().size())));
        apply(index.relink(new int[] {again}, Constraints.none()), clusters);
        continue;
      }
      Set<Integer> changed = new TreeSet<>(former);
      if (random.nextBoolean()) {
        index.replace(handle, PEOPLE.records().get(random.nextInt(PEOPLE.records().size())));
      } else {
        index.remove(handle);
        clusters.remove(handle);
      }
      int[] handles = changed.stream().mapToInt(Integer::intValue).toArray();
      apply(index.relink(handles, Constraints.none()), clusters);
    }
    assertThat(new HashSet<>(clusters.values()))
        .isEqualTo(new HashSet<>(asSets(index.linkAll(Constraints.none()))));
  }

  @Test
  void relink_unknownHandles_areIgnored() {
    ResidentIndex index = filled(PEOPLE);
    index.linkAll(Constraints.none());
    assertThat(index.relink(new int[] {-1, 1 << 30}, Constraints.none()).clusters()).isEmpty();
  }

  @Test
  void constraints_neverSame_splitsAndStaysOutOfReview() {
    ResidentIndex index = filled(PEOPLE);
    Partition before = index.linkAll(Constraints.none());
    ScoredPair edge =
        before.clusters().stream().flatMap(c -> c.edges().stream()).findFirst().orElseThrow();
    Constraints said = Constraints.builder().neverSame(edge.a(), edge.b()).build();
    for (Partition after :
        List.of(index.linkAll(said), index.relink(new int[] {edge.a(), edge.b()}, said))) {
      assertThat(after.clusters()).noneMatch(c -> contains(c, edge.a()) && contains(c, edge.b()));
      assertThat(after.review()).noneMatch(p -> p.a() == edge.a() && p.b() == edge.b());
    }
  }

  @Test
  void constraints_alwaysSame_joinsAndIsAnEdge() {
    ResidentIndex index = filled(PEOPLE);
    Constraints said = Constraints.builder().alwaysSame(3, 900).build();
    for (Partition after : List.of(index.linkAll(said), index.relink(new int[] {3}, said))) {
      Cluster joined =
          after.clusters().stream().filter(c -> contains(c, 3)).findFirst().orElseThrow();
      assertThat(joined.members()).contains(900);
      assertThat(joined.edges()).anyMatch(e -> e.a() == 3 && e.b() == 900);
    }
  }

  @Test
  void constraints_neverSame_winsOverAlwaysSameByWayOfAThird() {
    ResidentIndex index = filled(PEOPLE);
    Constraints said =
        Constraints.builder().alwaysSame(1, 500).alwaysSame(500, 900).neverSame(1, 900).build();
    assertThat(index.linkAll(said).clusters()).noneMatch(c -> contains(c, 1) && contains(c, 900));
  }

  @Test
  void put_afterRemove_usesTheHandleAgain() {
    ResidentIndex index = filled(PEOPLE);
    int size = index.size();
    index.remove(17);
    assertThat(index.size()).isEqualTo(size - 1);
    assertThat(index.put(PEOPLE.records().get(17))).isEqualTo(17);
    assertThat(index.size()).isEqualTo(size);
  }

  @Test
  void commands_onMissingRecords_areRefused() {
    ResidentIndex index = new ResidentIndex();
    LinkageRecord record = LinkageRecord.builder().build();
    assertThatThrownBy(() -> index.remove(0)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> index.replace(0, record)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> index.explain(0, 1)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> index.search(SearchQuery.text("x"), 0))
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void removeAll_everyRecord_leavesAnEmptyIndex() {
    ResidentIndex index = filled(PEOPLE);
    for (int handle = 0; handle < PEOPLE.records().size(); handle++) {
      index.remove(handle);
    }
    assertThat(index.size()).isZero();
    assertThat(index.linkAll(Constraints.none()).clusters()).isEmpty();
    assertThat(index.search(SearchQuery.text("mary"), 5)).isEmpty();
  }

  private static boolean contains(Cluster cluster, int handle) {
    return Arrays.binarySearch(cluster.members(), handle) >= 0;
  }

  private static ResidentIndex filled(MadeUpPeople people) {
    return filled(people, new ResidentIndex());
  }

  private static ResidentIndex filled(MadeUpPeople people, ResidentIndex index) {
    people.records().forEach(index::put);
    return index;
  }

  /* What the keeper of the clusters does with an answer: all records named in it move. */
  private static void apply(Partition partition, Map<Integer, Set<Integer>> clusters) {
    for (Set<Integer> cluster : asSets(partition)) {
      for (int member : cluster) {
        clusters.put(member, cluster);
      }
    }
  }

  private static List<Set<Integer>> asSets(Partition partition) {
    List<Set<Integer>> sets = new ArrayList<>();
    for (Cluster cluster : partition.clusters()) {
      Set<Integer> members = new TreeSet<>();
      Arrays.stream(cluster.members()).forEach(members::add);
      sets.add(members);
    }
    return sets;
  }

  private static Set<Set<Integer>> named(Partition partition, List<Integer> order) {
    Set<Set<Integer>> sets = new HashSet<>();
    for (Set<Integer> cluster : asSets(partition)) {
      Set<Integer> members = new TreeSet<>();
      cluster.forEach(handle -> members.add(order.get(handle)));
      sets.add(members);
    }
    return sets;
  }
}
