package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class MeasuresTest {
  private static final int STRINGS = 1_000_000;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final EditDistance editDistance = new EditDistance();

  @Test
  void jaroWinkler_randomStrings_equalsTheTextbook() {
    Random random = new Random(1);
    for (int i = 0; i < STRINGS; i++) {
      String a = word(random, 20);
      String b = random.nextInt(3) == 0 ? word(random, 20) : mangled(a, random);
      double expected = Textbook.jaroWinkler(a, b);
      if (Math.abs(alike(a, b) - expected) > 1e-12) {
        fail("%s %s: %s, not %s", a, b, alike(a, b), expected);
      }
    }
  }

  @Test
  void editDistance_randomStrings_equalsTheTextbook() {
    Random random = new Random(2);
    for (int i = 0; i < STRINGS; i++) {
      String a = word(random, 20);
      String b = random.nextInt(3) == 0 ? word(random, 20) : mangled(a, random);
      int expected = Textbook.editDistance(a, b);
      if (edits(a, b) != expected) {
        fail("%s %s: %s, not %s", a, b, edits(a, b), expected);
      }
    }
  }

  @Test
  void editDistance_upToSixtyFourBytes_equalsTheTextbook() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      String a = word(random, 64);
      String b = mangled(mangled(a, random), random);
      String cut = b.length() > 64 ? b.substring(0, 64) : b;
      assertThat(edits(a, cut)).isEqualTo(Textbook.editDistance(a, cut));
    }
  }

  @Test
  void isAtLeast_anyThreshold_agreesWithTheSimilarity() {
    Random random = new Random(4);
    for (int i = 0; i < STRINGS; i++) {
      String a = word(random, 20);
      String b = random.nextInt(3) == 0 ? word(random, 20) : mangled(mangled(a, random), random);
      byte[] pool = bytes(a + b);
      double least = .7 + .3 * random.nextDouble();
      boolean expected = alike(a, b) >= least;
      if (jaroWinkler.isAtLeast(least, pool, 0, a.length(), a.length(), b.length()) != expected) {
        fail("%s %s at %s: not %s", a, b, least, expected);
      }
    }
  }

  @Test
  void jaroWinkler_anyTwo_isSymmetricAndInRange() {
    qt().forAll(names(), names())
        .check((a, b) -> {
          double x = alike(a, b);
          return x == alike(b, a) && x >= 0 && x <= 1;
        });
  }

  @Test
  void jaroWinkler_equalStrings_isOne() {
    qt().forAll(names()).check(a -> a.isEmpty() || alike(a, a) == 1);
  }

  @Test
  void editDistance_anyTwo_isSymmetricAndBounded() {
    qt().forAll(names(), names())
        .check((a, b) -> {
          int d = edits(a, b);
          return d == edits(b, a)
              && d >= Math.abs(a.length() - b.length())
              && d <= Math.max(a.length(), b.length())
              && (d == 0) == a.equals(b);
        });
  }

  @Test
  void measures_emptyStrings_shareNothing() {
    assertThat(alike("", "")).isZero();
    assertThat(alike("", "anna")).isZero();
    assertThat(edits("", "anna")).isEqualTo(4);
    assertThat(edits("", "")).isZero();
  }

  @Test
  void measures_stringsBeyondTheLimit_areCut() {
    String longer = "a".repeat(500);
    assertThat(alike(longer, longer + "b")).isEqualTo(1);
    assertThat(edits(longer, longer + "b")).isZero();
  }

  @Test
  void jaroWinkler_knownExamples_matchThePapers() {
    assertThat(alike("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
    assertThat(alike("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
    assertThat(alike("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
  }

  @Test
  void editDistance_swapOfNeighbors_costsOne() {
    assertThat(edits("smith", "smiht")).isEqualTo(1);
    assertThat(edits("ca", "abc")).isEqualTo(3);
  }

  private static Gen<String> names() {
    return strings().betweenCodePoints('a', 'e').ofLengthBetween(0, 14);
  }

  private double alike(String a, String b) {
    byte[] x = bytes(a);
    byte[] y = bytes(b);
    return jaroWinkler.similarity(x, 0, x.length, y, 0, y.length);
  }

  private int edits(String a, String b) {
    byte[] x = bytes(a);
    byte[] y = bytes(b);
    return editDistance.distance(x, 0, x.length, y, 0, y.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String word(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    int letters = 2 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }

  private static String mangled(String text, Random random) {
    StringBuilder mangled = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> mangled.insert(at, (char) ('a' + random.nextInt(26)));
      case 1 -> mangled.setCharAt(at, (char) ('a' + random.nextInt(26)));
      case 2 -> {
        if (text.length() > 1) {
          mangled.deleteCharAt(at);
        }
      }
      default -> {
        if (at + 1 < text.length()) {
          mangled.setCharAt(at, text.charAt(at + 1));
          mangled.setCharAt(at + 1, text.charAt(at));
        }
      }
    }
    return mangled.toString();
  }
}
