package io.cornerstore.identity.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmailStartsTest {

  private final EmailStarts starts = new EmailStarts();

  @Test
  void find_beginning_findsThoseThatBeginSoAndNoOthers() {
    starts.add(1, "Ada.Hale@example.org");
    starts.add(2, "adam@example.org");
    starts.add(3, "bob@example.org");
    assertThat(starts.find("ada", 9)).isEqualTo(bits(1, 2));
    assertThat(starts.find("ADA.", 9)).isEqualTo(bits(1));
    assertThat(starts.find("ada.hale@exam", 9)).isEqualTo(bits(1));
    assertThat(starts.find("zoe", 9)).isEqualTo(bits());
  }

  @Test
  void remove_handle_takesItsAddressesOut() {
    starts.add(1, "ada@example.org");
    starts.add(1, "hale@example.org");
    starts.add(2, "ada@example.org");
    starts.remove(1);
    assertThat(starts.find("ada", 9)).isEqualTo(bits(2));
    assertThat(starts.find("hale", 9)).isEqualTo(bits());
  }

  @Test
  void find_manyAddedAndSomeRemoved_agreesWithLookingAtEach() {
    Random random = new Random(7);
    List<String> emails = new ArrayList<>();
    BitSet gone = new BitSet();
    for (int handle = 0; handle < 20_000; handle++) {
      StringBuilder name = new StringBuilder();
      random.ints(6, 'a', 'e').forEach(c -> name.append((char) c));
      String email = name + "@example.org";
      emails.add(email);
      starts.add(handle, email);
      starts.add(handle, email);
      if (handle % 5_000 == 4_999) {
        starts.remove(handle - 7);
        gone.set(handle - 7);
      }
    }
    for (String beginning : List.of("a", "abc", "abca", "dddddd", "abcabc@ex")) {
      BitSet expected = new BitSet();
      for (int handle = 0; handle < emails.size(); handle++) {
        expected.set(handle, !gone.get(handle) && emails.get(handle).startsWith(beginning));
      }
      assertThat(starts.find(beginning, Integer.MAX_VALUE)).as(beginning).isEqualTo(expected);
    }
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    for (int bit : set) {
      bits.set(bit);
    }
    return bits;
  }
}
