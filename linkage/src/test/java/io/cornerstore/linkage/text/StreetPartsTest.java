package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreetPartsTest {
  private final StreetParts parts = new StreetParts();

  @Test
  void read_numberFirstOrLast_isTheHouse() {
    assertThat(read("12 Oak Street", "")).isEqualTo("oak street|12");
    assertThat(read("Eichenweg 12", "")).isEqualTo("eichenweg|12");
  }

  @Test
  void read_abbreviations_areWrittenOut() {
    assertThat(read("12 Oak St.", "")).isEqualTo(read("12 Oak Street", ""));
    assertThat(read("5 N Elm Ave", "")).isEqualTo("north elm avenue|5");
    assertThat(read("Jl. Merdeka No. 8", "")).isEqualTo("jalan merdeka|8");
    assertThat(read("Hauptstr. 3", "")).isEqualTo("hauptstrasse|3");
  }

  @Test
  void read_saint_isNoStreet() {
    assertThat(read("7 St Mary Road", "")).isEqualTo("saint mary road|7");
  }

  @Test
  void read_letterAtTheHouse_isKept() {
    read("12b Oak Street", "");
    int withLetter = parts.house();
    read("12 Oak Street", "");
    assertThat(withLetter).isNotEqualTo(parts.house());
    assertThat(withLetter / 32).isEqualTo(12);
  }

  @Test
  void read_unitInTheStreet_equalsUnitField() {
    read("12 Oak Street Apt 4", "");
    int inStreet = parts.unit();
    read("12 Oak Street", "Apartment 4");
    assertThat(inStreet).isEqualTo(parts.unit()).isNotZero();
  }

  @Test
  void read_ordinalStreets_areNoHouse() {
    assertThat(read("200 5th Avenue", "")).isEqualTo("5th avenue|200");
  }

  @Test
  void read_nothing_isNothing() {
    assertThat(read("", "")).isEqualTo("|0");
    assertThat(parts.unit()).isZero();
  }

  @Test
  void read_megabyte_isCut() {
    read("12 Oak ".repeat(1 << 17), "x".repeat(1 << 20));
    assertThat(parts.length()).isLessThan(1_000);
  }

  private String read(String street, String unit) {
    parts.read(street, unit);
    return new String(parts.bytes(), 0, parts.length(), StandardCharsets.UTF_8)
        + "|"
        + parts.house() / 32;
  }
}
