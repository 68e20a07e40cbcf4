package io.cornerstore.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Quill,ada quill,SAME",
    "+1 202 555 0101,+12025550101,SAME",
    "Zoë,Zoe,SAME",
    "Quill,Quil,ALIKE",
    "Quill,Quillman,ALIKE",
    "1980-05-17,1980-05-71,ALIKE",
    "1980-05-17,1951-11-02,DIFFERENT",
    "US,UK,DIFFERENT",
    "f,m,DIFFERENT",
    "Oak,Elm,DIFFERENT"
  })
  void of_twoValues_isWhatAReaderWouldSay(String one, String other, FieldComparison expected) {
    assertThat(FieldComparison.of(List.of(one), List.of(other))).isEqualTo(expected);
    assertThat(FieldComparison.of(List.of(other), List.of(one))).isEqualTo(expected);
  }

  @Test
  void of_severalValues_isThatOfTheBestTwo() {
    assertThat(FieldComparison.of(List.of("Oak", "Quill"), List.of("QUILL")))
        .isEqualTo(FieldComparison.SAME);
    assertThat(FieldComparison.of(List.of(), List.of("Quill"))).isEqualTo(FieldComparison.MISSING);
  }
}
