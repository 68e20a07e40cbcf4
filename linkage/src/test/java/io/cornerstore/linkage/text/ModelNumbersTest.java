package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "lamp ZX-104B, lamp ZX-104B ZX104B",
    "lamp (ZX-104B/W), lamp (ZX-104B/W) ZX104B",
    "PN-50.A450 television, PN-50.A450 television PN50A450",
    "ZX-104B and QY-7C9, ZX-104B and QY-7C9 ZX104B QY7C9"
  })
  void numberWrittenApart_isAddedJoined(String text, String expected) {
    assertThat(ModelNumbers.joined(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"7-Eleven", "10/100 switch", "Smith-Jones Ltd", "ZX104B lamp", "No. 5 - Bakery"})
  void noNumberOfLettersAndDigitsApart_staysAsItIs(String text) {
    assertThat(ModelNumbers.joined(text)).isEqualTo(text);
  }

  @Test
  void empty_staysEmpty() {
    assertThat(ModelNumbers.joined("")).isEmpty();
  }
}
