package io.cornerstore.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void pack_writtenDifferently_isTheSame() {
    assertThat(Digits.pack("+1 (202) 555-0123")).isEqualTo(Digits.pack("12025550123"));
    assertThat(Digits.pack("202-555-0123 ext 9")).isEqualTo(Digits.pack("2025550123"));
  }

  @Test
  void pack_noPhone_isZero() {
    assertThat(Digits.pack("")).isZero();
    assertThat(Digits.pack("1234")).isZero();
    assertThat(Digits.pack("0000000000")).isZero();
    assertThat(Digits.pack("unknown")).isZero();
  }

  @Test
  void pack_leadingZeros_count() {
    assertThat(Digits.pack("0012345")).isNotEqualTo(Digits.pack("12345"));
    assertThat(Digits.count(Digits.pack("0012345"))).isEqualTo(7);
  }

  @Test
  void sameEnd_countryCodeMissing_holds() {
    long full = Digits.pack("+12025550123");
    assertThat(Digits.sameEnd(full, Digits.pack("2025550123"), 7)).isTrue();
    assertThat(Digits.sameEnd(full, Digits.pack("2025550124"), 7)).isFalse();
    assertThat(Digits.sameEnd(full, Digits.pack("50123"), 7)).isFalse();
  }

  @Test
  void isTypo_oneDigitOrSwap_holds() {
    long a = Digits.pack("12025550123");
    assertThat(Digits.isTypo(a, Digits.pack("12025550173"))).isTrue();
    assertThat(Digits.isTypo(a, Digits.pack("12025550132"))).isTrue();
    assertThat(Digits.isTypo(a, Digits.pack("12025551023"))).isTrue();
    assertThat(Digits.isTypo(a, Digits.pack("12025559173"))).isFalse();
    assertThat(Digits.isTypo(a, a)).isFalse();
    assertThat(Digits.isTypo(a, Digits.pack("2025550123"))).isFalse();
  }

  @Test
  void contains_anyPartOfTheDigits_isFound() {
    qt().forAll(integers().between(10_000_000, 99_999_999), integers().between(0, 4))
        .check((number, from) -> {
          String text = "+62" + number;
          String part = text.substring(1 + from, 1 + from + 4);
          return Digits.contains(Digits.packShort(text), Digits.packShort(part))
              == text.contains(part);
        });
  }

  @Test
  void contains_otherDigits_areNot() {
    assertThat(Digits.contains(Digits.pack("12025550123"), Digits.packShort("9999"))).isFalse();
    assertThat(Digits.contains(Digits.pack("12345"), Digits.packShort("123456"))).isFalse();
  }
}
