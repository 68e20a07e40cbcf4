package io.cornerstore.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlockIndexTest {
  @Test
  void addAndRemove_random_agreesWithAMap() {
    Random random = new Random(31);
    BlockIndex blocks = new BlockIndex();
    Map<Integer, Set<Integer>> expected = new HashMap<>();
    for (int step = 0; step < 200_000; step++) {
      int key = random.nextInt(3_000) * 0x9E37_79B1;
      int handle = random.nextInt(400);
      Set<Integer> members = expected.computeIfAbsent(key, _ -> new TreeSet<>());
      if (random.nextInt(5) < 3) {
        if (members.add(handle)) {
          assertThat(blocks.add(key, handle)).isEqualTo(members.size());
        }
      } else {
        members.remove(handle);
        assertThat(blocks.remove(key, handle)).isEqualTo(members.size());
      }
    }
    expected.forEach((key, members) -> {
      int[] found = blocks.members(key);
      Arrays.sort(found);
      assertThat(found).containsExactly(members.stream().mapToInt(Integer::intValue).toArray());
      assertThat(blocks.count(key)).isEqualTo(members.size());
    });
  }

  @Test
  void first_unknownKey_isNone() {
    BlockIndex blocks = new BlockIndex();
    assertThat(blocks.first(77)).isZero();
    assertThat(blocks.count(77)).isZero();
    assertThat(blocks.members(77)).isEmpty();
    assertThat(blocks.remove(77, 1)).isZero();
  }

  @Test
  void workers_manyTasks_runEachOnce() {
    int[] runs = new int[1_000];
    new Workers(4).run(runs.length, () -> task -> runs[task]++);
    assertThat(runs).containsOnly(1);
  }

  @Test
  void workers_failingTask_failsTheRun() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            new Workers(2)
                .run(
                    10,
                    () ->
                        task -> {
                          if (task == 3) {
                            throw new IllegalStateException("three");
                          }
                        }))
        .isInstanceOf(IllegalStateException.class);
  }
}
