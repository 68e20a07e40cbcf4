package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Blocking against the full cross product. */
class BlockingTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(250, 81);
  private final Store store = new Store();
  private final BlockIndex blocks = new BlockIndex();
  private final BlockingKeys keys = new BlockingKeys(store);

  private void fill(MadeUpPeople people) {
    RecordEncoder encoder = new RecordEncoder(store);
    for (LinkageRecord record : people.records()) {
      int handle = encoder.encode(record);
      int count = keys.distinctOf(handle);
      for (int i = 0; i < count; i++) {
        blocks.add(keys.key(i), handle);
      }
    }
  }

  @Test
  void sortedBlocks_everyPair_comesExactlyOnce() {
    fill(PEOPLE);
    Map<Long, Integer> seen = new ConcurrentHashMap<>();
    new SortedBlocks(store, new Workers(2))
        .forEach(() ->
            _ ->
                (a, b) -> {
                  assertThat(a).isLessThan(b);
                  seen.merge((long) a << 32 | b, 1, Integer::sum);
                });
    assertThat(seen.values()).containsOnly(1);
    assertThat(seen.keySet()).isEqualTo(pairsWithACommonKey());
  }

  @Test
  void neighbors_everyRecord_equalsTheSortedBlocks() {
    fill(PEOPLE);
    Neighbors neighbors = new Neighbors(blocks, keys);
    Set<Long> found = new HashSet<>();
    for (int handle = 0; handle < PEOPLE.records().size(); handle++) {
      for (int other : neighbors.of(handle)) {
        found.add((long) Math.min(handle, other) << 32 | Math.max(handle, other));
      }
    }
    assertThat(found).isEqualTo(pairsWithACommonKey());
  }

  /* The definition, pair by pair: some key in common whose block is not too large. */
  private Set<Long> pairsWithACommonKey() {
    int n = PEOPLE.records().size();
    Map<Integer, Set<Integer>> members = new HashMap<>();
    for (int handle = 0; handle < n; handle++) {
      int count = keys.distinctOf(handle);
      for (int i = 0; i < count; i++) {
        members.computeIfAbsent(keys.key(i), _ -> new HashSet<>()).add(handle);
      }
    }
    Set<Long> pairs = new HashSet<>();
    members.forEach((key, block) -> {
      if (block.size() <= BlockingRule.cap(key)) {
        for (int a : block) {
          for (int b : block) {
            if (a < b) {
              pairs.add((long) a << 32 | b);
            }
          }
        }
      }
    });
    return pairs;
  }

  @Test
  void blocking_pairsThatLinkInTheCrossProduct_areNearlyAllProposed() {
    fill(PEOPLE);
    Set<Long> proposed = pairsWithACommonKey();
    LinkageModel model = LinkageModel.prior();
    PairJudge judge =
        new PairJudge(
            new PairScorer(store, model.persons(), model.organizations(), model.frequencies()),
            blocks,
            model.linkBits(),
            model.reviewBits());
    int linking = 0;
    int missed = 0;
    for (int a = 0; a < PEOPLE.records().size(); a++) {
      for (int b = a + 1; b < PEOPLE.records().size(); b++) {
        if (judge.judge(a, b) == PairJudge.Verdict.LINK) {
          linking++;
          missed += proposed.contains((long) a << 32 | b) ? 0 : 1;
        }
      }
    }
    assertThat(linking).isGreaterThan(200);
    assertThat((double) missed / linking).isLessThan(0.005);
  }

  @Test
  void distinctOf_anyRecord_isAscendingWithoutRepeats() {
    fill(PEOPLE);
    for (int handle = 0; handle < PEOPLE.records().size(); handle++) {
      int count = keys.distinctOf(handle);
      int[] all = new int[count];
      Arrays.setAll(all, keys::key);
      assertThat(all).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void sortedBlocks_tooLargeBlock_isLeftOut() {
    RecordEncoder encoder = new RecordEncoder(store);
    for (int i = 0; i <= BlockingRule.cap(BlockingRule.EMAIL.number()); i++) {
      encoder.encode(LinkageRecord.builder().email("shared@example.org").build());
    }
    SortedBlocks sorted = new SortedBlocks(store, new Workers(1));
    assertThat(sorted.oversizedBlocks()).isEqualTo(1);
    sorted.forEach(() -> _ -> (_, _) -> org.assertj.core.api.Assertions.fail("no pair"));
  }
}
