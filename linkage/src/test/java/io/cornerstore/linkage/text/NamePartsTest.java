package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamePartsTest {
  private final NameParts parts = new NameParts();

  @Test
  void read_plainName_isFolded() {
    assertThat(read("Mary", "O'Hara", "")).isEqualTo("mary|ohara|0");
  }

  @Test
  void read_titles_areTakenOff() {
    assertThat(read("Dr. Mary", "Stone", "")).isEqualTo("mary|stone|0");
    assertThat(read("Hj. Siti", "Rahma", "")).isEqualTo("siti|rahma|0");
    assertThat(read("Drs. Ir. Budi", "Santoso", "")).isEqualTo("budi|santoso|0");
  }

  @Test
  void read_onlyATitle_isTheName() {
    assertThat(read("Hj", "Rahma", "")).isEqualTo("hj|rahma|0");
  }

  @Test
  void read_suffixInTheFamilyName_isTakenOff() {
    assertThat(read("John", "Stone Jr.", "")).isEqualTo("john|stone|2");
    assertThat(read("John", "Stone III", "")).isEqualTo("john|stone|3");
  }

  @Test
  void read_suffixField_counts() {
    assertThat(read("John", "Stone", "Sr.")).isEqualTo("john|stone|1");
    assertThat(read("John", "Stone", "PhD")).isEqualTo("john|stone|0");
  }

  @Test
  void read_wholeNameInOneField_isSplit() {
    assertThat(read("Budi Santoso", "", "")).isEqualTo("budi|santoso|0");
    assertThat(read("", "Mary Ann Stone", "")).isEqualTo("mary ann|stone|0");
  }

  @Test
  void read_singleName_staysWhereItIs() {
    assertThat(read("Suharto", "", "")).isEqualTo("suharto||0");
    assertThat(read("", "Suharto", "")).isEqualTo("|suharto|0");
  }

  @Test
  void read_nothing_isNothing() {
    assertThat(read("", "", "")).isEqualTo("||0");
  }

  @Test
  void read_again_forgetsTheFirst() {
    read("Johannes Maria", "Stone Jr", "");
    assertThat(read("Al", "", "")).isEqualTo("al||0");
  }

  private String read(String given, String family, String suffix) {
    parts.read(given, family, suffix);
    return text(parts.givenFrom(), parts.givenLength())
        + "|"
        + text(parts.familyFrom(), parts.familyLength())
        + "|"
        + parts.suffix();
  }

  private String text(int from, int length) {
    return new String(parts.bytes(), from, length, StandardCharsets.UTF_8);
  }
}
