package io.cornerstore.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sorting and packing of blocks against the library's sort and a map. */
class SortingTest {
  private final Random random = new Random(171);

  @Test
  void sortByHighHalf_anyBitsAndRange_isTheStableSort() {
    RadixSort radix = new RadixSort();
    for (int round = 0; round < 300; round++) {
      int bits = 1 + random.nextInt(32);
      int size = random.nextInt(3_000);
      long[] values = new long[size + 20];
      for (int i = 0; i < values.length; i++) {
        long key = bits == 32 ? random.nextInt() & 0xffffffffL : random.nextInt() >>> (32 - bits);
        values[i] = key << 32 | i;
      }
      long[] expected = values.clone();
      Long[] middle = new Long[size];
      Arrays.setAll(middle, i -> expected[10 + i]);
      Arrays.sort(middle, Comparator.comparingLong(value -> value >>> 32));
      for (int i = 0; i < size; i++) {
        expected[10 + i] = middle[i];
      }
      radix.sortByHighHalf(values, 10, 10 + size, bits);
      assertThat(values).isEqualTo(expected);
    }
  }

  @Test
  void of_sortedPostings_keepsWhatTwoOrMoreHold() {
    for (int round = 0; round < 200; round++) {
      Map<Integer, List<Integer>> members = new TreeMap<>();
      for (int i = random.nextInt(400); i > 0; i--) {
        members.computeIfAbsent(random.nextInt(200), _ -> new ArrayList<>()).add(i);
      }
      List<Long> postings = new ArrayList<>();
      members.forEach(
          (key, records) -> records.forEach(record -> postings.add((long) key << 32 | record)));
      long[] sorted = postings.stream().mapToLong(Long::longValue).toArray();
      Blocks blocks = Blocks.of(sorted, sorted.length);
      members.values().removeIf(records -> records.size() < 2);
      List<Integer> keys = new ArrayList<>(members.keySet());
      assertThat(blocks.count()).isEqualTo(keys.size());
      for (int block = 0; block < keys.size(); block++) {
        int[] expected =
            members.get(keys.get(block)).stream().mapToInt(Integer::intValue).toArray();
        assertThat(blocks.key(block)).isEqualTo(keys.get(block));
        assertThat(blocks.size(block)).isEqualTo(expected.length);
        assertThat(
                Arrays.copyOfRange(blocks.records(), blocks.start(block), blocks.start(block + 1)))
            .isEqualTo(expected);
      }
    }
  }
}
