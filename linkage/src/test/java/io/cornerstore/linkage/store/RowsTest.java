package io.cornerstore.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsTest {
  private final Rows rows = new Rows();

  @Test
  void take_manyRecords_handlesAreDense() {
    for (int i = 0; i < 20_000; i++) {
      int handle = rows.take();
      assertThat(handle).isEqualTo(i);
      rows.row(handle)[rows.at(handle) + Rows.FLAGS] = Flags.LIVE;
      rows.row(handle)[rows.at(handle) + Rows.GIVEN] = i * 3;
    }
    for (int i = 0; i < 20_000; i++) {
      assertThat(rows.get(i, Rows.GIVEN)).isEqualTo(i * 3);
    }
    assertThat(rows.size()).isEqualTo(20_000);
  }

  @Test
  void free_handle_isClearedAndGivenAgain() {
    int handle = rows.take();
    rows.row(handle)[rows.at(handle) + Rows.FLAGS] = Flags.LIVE;
    rows.free(handle);
    assertThat(rows.isLive(handle)).isFalse();
    assertThat(rows.size()).isZero();
    assertThat(rows.take()).isEqualTo(handle);
    assertThat(rows.get(handle, Rows.FLAGS)).isZero();
  }

  @Test
  void value_furtherValues_areFoundByKind() {
    int handle = rows.take();
    int at = rows.at(handle);
    int[] row = rows.row(handle);
    row[at + Rows.EMAIL] = 1;
    row[at + Rows.EMAIL + 1] = 2;
    row[at + Rows.PHONE] = 11;
    row[at + Rows.ADDRESS] = 21;
    row[at + Rows.ADDRESS + 1] = 22;
    row[at + Rows.MORE] = rows.keepMore(new int[] {2, 0, 1, 0, 3, 4, 23});
    assertThat(rows.count(handle, Rows.EMAIL)).isEqualTo(4);
    assertThat(rows.value(handle, Rows.EMAIL, 2)).isEqualTo(3);
    assertThat(rows.value(handle, Rows.EMAIL, 3)).isEqualTo(4);
    assertThat(rows.count(handle, Rows.PHONE)).isEqualTo(1);
    assertThat(rows.count(handle, Rows.ADDRESS)).isEqualTo(3);
    assertThat(rows.value(handle, Rows.ADDRESS, 2)).isEqualTo(23);
    assertThat(rows.count(handle, Rows.STRONG)).isZero();
  }

  @Test
  void isLive_unknownHandle_isFalse() {
    assertThat(rows.isLive(-1)).isFalse();
    assertThat(rows.isLive(99)).isFalse();
  }

  @Test
  void flags_everyPart_roundTrips() {
    int flags = Flags.of(true, 2, 3, 65_535);
    assertThat(flags & Flags.ORGANIZATION).isNotZero();
    assertThat(Flags.sex(flags)).isEqualTo(2);
    assertThat(Flags.suffix(flags)).isEqualTo(3);
    assertThat(Flags.source(flags)).isEqualTo(65_535);
  }
}
