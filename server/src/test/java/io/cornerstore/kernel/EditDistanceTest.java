package io.cornerstore.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0, 0",
    "'', abc, 3, 3",
    "kitten, sitting, 3, 3",
    "email, emial, 2, 1",
    "ab, ba, 2, 1",
    "ca, abc, 3, 3",
    "same, same, 0, 0"
  })
  void distance_ofKnownWords_isAsCountedByHand(String a, String b, int plain, int swaps) {
    assertThat(EditDistance.of(a, b)).isEqualTo(plain);
    assertThat(EditDistance.of(b, a)).isEqualTo(plain);
    assertThat(EditDistance.withSwaps(a, b)).isEqualTo(swaps);
    assertThat(EditDistance.withSwaps(b, a)).isEqualTo(swaps);
  }

  @Test
  void distance_ofRandomWords_isThatOfTheDefinition() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      String a = word(random);
      String b = word(random);
      assertThat(EditDistance.of(a, b)).as("%s %s", a, b).isEqualTo(defined(a, b, false));
      assertThat(EditDistance.withSwaps(a, b)).as("%s %s", a, b).isEqualTo(defined(a, b, true));
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(6), 'a', 'd')
        .mapToObj(letter -> String.valueOf((char) letter))
        .collect(Collectors.joining());
  }

  /** By recursion over the last letters, as the distances are defined. */
  private static int defined(String a, String b, boolean swaps) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String shorterA = a.substring(0, a.length() - 1);
    String shorterB = b.substring(0, b.length() - 1);
    int change = a.charAt(a.length() - 1) == b.charAt(b.length() - 1) ? 0 : 1;
    int best =
        Math.min(
            1 + Math.min(defined(shorterA, b, swaps), defined(a, shorterB, swaps)),
            change + defined(shorterA, shorterB, swaps));
    boolean swapped =
        swaps
            && a.length() > 1
            && b.length() > 1
            && a.charAt(a.length() - 1) == b.charAt(b.length() - 2)
            && a.charAt(a.length() - 2) == b.charAt(b.length() - 1);
    return swapped
        ? Math.min(
            best, 1 + defined(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2), true))
        : best;
  }
}
