package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Records that come one by one, and those that only ask who they are. */
class OneByOneTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(60, 311);

  private static ResidentIndex filled() {
    ResidentIndex index = new ResidentIndex();
    PEOPLE.records().forEach(index::put);
    index.use(index.train(TrainingOptions.defaults()));
    return index;
  }

  @Test
  void relink_inAHundredRandomOrders_isExactlyTheBatch() {
    LinkageModel model = filled().model();
    Set<Set<Integer>> batch = null;
    for (int seed = 0; seed < 100; seed++) {
      List<Integer> order = PEOPLE.shuffled(seed);
      ResidentIndex index = new ResidentIndex();
      index.use(model);
      Map<Integer, Set<Integer>> clusters = new HashMap<>();
      for (int i : order) {
        int handle = index.put(PEOPLE.records().get(i));
        apply(index.relink(new int[] {handle}, Constraints.none()), order, clusters);
      }
      Map<Integer, Set<Integer>> atOnce = new HashMap<>();
      apply(index.linkAll(Constraints.none()), order, atOnce);
      assertThat(clusters).as("seed %d", seed).isEqualTo(atOnce);
      Set<Set<Integer>> found = new HashSet<>(clusters.values());
      batch = batch == null ? found : batch;
      assertThat(found).as("seed %d", seed).isEqualTo(batch);
    }
  }

  private static void apply(
      Partition partition, List<Integer> order, Map<Integer, Set<Integer>> clusters) {
    for (Cluster cluster : partition.clusters()) {
      Set<Integer> members = new TreeSet<>();
      Arrays.stream(cluster.members()).forEach(handle -> members.add(order.get(handle)));
      members.forEach(member -> clusters.put(member, members));
    }
  }

  @Test
  void candidates_ofEveryRecord_areThePairsItWouldHaveIfItWereHeld() {
    List<LinkageRecord> records = PEOPLE.records();
    ResidentIndex index = filled();
    int asked = records.size() - 1;
    LinkageRecord last = records.get(asked);
    index.remove(asked);
    List<Candidate> found = index.candidates(last, 1000);
    assertThat(index.put(last)).isEqualTo(asked);
    Partition held = index.linkAll(Constraints.none());
    Map<Integer, Double> pairs = new HashMap<>();
    List<ScoredPair> all = new ArrayList<>(held.review());
    held.clusters().forEach(cluster -> all.addAll(cluster.edges()));
    for (ScoredPair pair : all) {
      if (pair.a() == asked || pair.b() == asked) {
        pairs.put(pair.a() == asked ? pair.b() : pair.a(), pair.bits());
      }
    }
    assertThat(found)
        .extracting(Candidate::handle)
        .containsExactlyInAnyOrderElementsOf(pairs.keySet());
    for (Candidate candidate : found) {
      assertThat(candidate.bits()).isCloseTo(pairs.get(candidate.handle()), within(1e-9));
    }
  }

  @Test
  void candidates_whoeverAsks_keepsNothing() {
    ResidentIndex index = filled();
    Partition before = index.linkAll(Constraints.none());
    int size = index.size();
    for (LinkageRecord record : PEOPLE.records()) {
      List<Candidate> found = index.candidates(record, 3);
      assertThat(found).hasSizeLessThanOrEqualTo(3);
      for (int i = 1; i < found.size(); i++) {
        assertThat(found.get(i).bits()).isLessThanOrEqualTo(found.get(i - 1).bits());
      }
    }
    assertThat(index.candidates(LinkageRecord.builder().familyName("Zzyzx").build(), 5)).isEmpty();
    assertThat(index.size()).isEqualTo(size);
    assertThat(index.linkAll(Constraints.none())).isEqualTo(before);
  }

  @Test
  void candidates_noLimit_isRefused() {
    ResidentIndex index = filled();
    LinkageRecord nobody = LinkageRecord.builder().build();
    assertThatThrownBy(() -> index.candidates(nobody, 0)).isInstanceOf(LinkageException.class);
  }
}
