package io.cornerstore.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionariesTest {
  @Test
  void byteDictionary_randomHoldsAndReleases_agreesWithAMap() {
    Random random = new Random(4);
    ByteDictionary dictionary = new ByteDictionary(4);
    Map<String, Integer> expected = new HashMap<>();
    List<String> held = new ArrayList<>();
    for (int step = 0; step < 60_000; step++) {
      if (held.isEmpty() || random.nextInt(5) < 3) {
        String text = "value-" + random.nextInt(3_000) + "x".repeat(random.nextInt(40));
        int id = hold(dictionary, text);
        assertThat(dictionary.text(id)).isEqualTo(text);
        expected.merge(text, 1, Integer::sum);
        held.add(text);
      } else {
        String text = held.remove(random.nextInt(held.size()));
        int id = find(dictionary, text);
        boolean gone = dictionary.release(id);
        int left = expected.merge(text, -1, Integer::sum);
        assertThat(gone).isEqualTo(left == 0);
      }
    }
    expected.values().removeIf(count -> count == 0);
    assertThat(dictionary.size()).isEqualTo(expected.size());
    expected.forEach((text, count) -> {
      int id = find(dictionary, text);
      assertThat(dictionary.holders(id)).isEqualTo(count);
      assertThat(dictionary.isUsed(id)).isTrue();
    });
  }

  @Test
  void byteDictionary_emptyText_isZero() {
    ByteDictionary dictionary = new ByteDictionary(4);
    assertThat(hold(dictionary, "")).isZero();
    assertThat(find(dictionary, "unknown")).isZero();
    assertThat(dictionary.release(0)).isFalse();
  }

  @Test
  void byteDictionary_longText_isCut() {
    ByteDictionary dictionary = new ByteDictionary(4);
    int id = hold(dictionary, "y".repeat(1_000));
    assertThat(dictionary.length(id)).isEqualTo(255);
    assertThat(hold(dictionary, "y".repeat(2_000))).isEqualTo(id);
  }

  @Test
  void byteDictionary_releasedText_leavesNoTrace() {
    ByteDictionary dictionary = new ByteDictionary(4);
    for (int i = 0; i < 20_000; i++) {
      dictionary.release(hold(dictionary, "some text that is soon forgotten " + i));
    }
    assertThat(dictionary.size()).isZero();
    assertThat(dictionary.pool().length).isLessThan(1 << 20);
  }

  @Test
  void longDictionary_randomHoldsAndReleases_agreesWithAMap() {
    Random random = new Random(5);
    LongDictionary dictionary = new LongDictionary(4);
    Map<Long, Integer> expected = new HashMap<>();
    List<Long> held = new ArrayList<>();
    for (int step = 0; step < 60_000; step++) {
      if (held.isEmpty() || random.nextInt(5) < 3) {
        long value = 1L + random.nextInt(5_000);
        int id = dictionary.hold(value);
        assertThat(dictionary.value(id)).isEqualTo(value);
        expected.merge(value, 1, Integer::sum);
        held.add(value);
      } else {
        long value = held.remove(random.nextInt(held.size()));
        dictionary.release(dictionary.find(value));
        expected.merge(value, -1, Integer::sum);
      }
    }
    expected.forEach((value, count) -> {
      int id = dictionary.find(value);
      assertThat(id == 0 ? 0 : dictionary.holders(id)).isEqualTo(count);
    });
  }

  @Test
  void addressTable_randomHoldsAndReleases_agreesWithAMap() {
    Random random = new Random(6);
    AddressTable table = new AddressTable();
    Map<List<Integer>, Integer> expected = new HashMap<>();
    List<Integer> held = new ArrayList<>();
    Map<Integer, List<Integer>> parts = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      if (held.isEmpty() || random.nextInt(5) < 3) {
        int street = table.streets().intern(text("street " + random.nextInt(300)), 0, 7 + 1);
        int code = table.places().intern(text("code " + random.nextInt(9)), 0, 6);
        int[] columns = {street, random.nextInt(3), 0, 0, code, 0};
        int id = table.hold(columns);
        held.add(id);
        parts.put(id, List.of(street, columns[1], code));
        expected.merge(parts.get(id), 1, Integer::sum);
      } else {
        int at = random.nextInt(held.size());
        int id = held.get(at);
        held.subList(at, at + 1).clear();
        assertThat(table.holders(id)).isEqualTo(expected.get(parts.get(id)));
        expected.merge(parts.get(id), -1, Integer::sum);
        table.release(id);
      }
    }
    held.forEach(table::release);
    assertThat(table.streets().size()).isZero();
    assertThat(table.places().size()).isZero();
  }

  @Test
  void addressTable_countryOnly_isNoAddress() {
    assertThat(new AddressTable().hold(new int[] {0, 0, 0, 0, 0, 77})).isZero();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int hold(ByteDictionary dictionary, String text) {
    return dictionary.hold(text(text), 0, text.length());
  }

  private static int find(ByteDictionary dictionary, String text) {
    return dictionary.find(text(text), 0, text.length());
  }
}
