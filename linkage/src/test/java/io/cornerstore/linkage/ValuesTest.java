package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"1980-05-17", "1980-05", "1980", "--05-17", "0980-12-31"})
  void partialDate_isoForms_roundTrip(String text) {
    assertThat(PartialDate.parse(text).toIso()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "80", "1980-5", "1980/05/17", "17.05.1980", "1980-05-17T00:00", "--5", "abcd"})
  void partialDate_otherForms_areRefusedWithoutTheValue(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text))
        .isInstanceOf(LinkageException.class)
        .satisfies(e ->
            assertThat(text.isEmpty() || !String.valueOf(e.getMessage()).contains(text)).isTrue());
  }

  @Test
  void partialDate_outOfRange_isRefused() {
    assertThatThrownBy(() -> new PartialDate(1980, 13, 1)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> new PartialDate(-1, 1, 1)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> new PartialDate(1980, 1, 32)).isInstanceOf(LinkageException.class);
  }

  @Test
  void toString_personalValues_areHidden() {
    LinkageRecord record =
        LinkageRecord.builder(Kind.PERSON, 3)
            .givenName("Secretgiven")
            .familyName("Secretfamily")
            .email("secret@example.org")
            .phone("+12025550123")
            .strongId("card", "secret-4711")
            .birthDate(new PartialDate(1980, 5, 17))
            .address(new PostalAddress("1 Secret Street", "", "Secretton", "", "12345", "US"))
            .build();
    List<Object> all =
        List.of(
            record,
            record.addresses().getFirst(),
            record.strongIds().getFirst(),
            new PartialDate(1980, 5, 17),
            SearchQuery.text("secret"));
    for (Object value : all) {
      assertThat(value.toString()).doesNotContainIgnoringCase("secret").doesNotContain("1980");
    }
  }

  @Test
  void linkageRecord_sourceOutOfRange_isRefused() {
    assertThatThrownBy(() -> LinkageRecord.builder(Kind.PERSON, 70_000).build())
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void builder_emptyContacts_areIgnored() {
    LinkageRecord record = LinkageRecord.builder().email("").phone("").build();
    assertThat(record.emails()).isEmpty();
    assertThat(record.phones()).isEmpty();
  }

  @Test
  void constraints_pairs_holdInBothDirections() {
    Constraints said =
        Constraints.builder().neverSame(5, 2).alwaysSame(1, 9).alwaysSame(9, 4).build();
    assertThat(said.isNeverSame(2, 5)).isTrue();
    assertThat(said.isNeverSame(5, 2)).isTrue();
    assertThat(said.isNeverSame(1, 9)).isFalse();
    assertThat(said.isAlwaysSame(9, 1)).isTrue();
    assertThat(said.alwaysSameAs(9)).containsExactly(1, 4);
    assertThat(said.neverSameAs(2)).containsExactly(5);
    assertThat(said.neverSameAs(3)).isEmpty();
    assertThat(said.alwaysSamePairs()).containsExactly(1L << 32 | 9, 4L << 32 | 9);
    assertThat(said.isEmpty()).isFalse();
    assertThat(Constraints.none().isEmpty()).isTrue();
  }

  @Test
  void constraints_oneRecord_isRefused() {
    assertThatThrownBy(() -> Constraints.builder().neverSame(3, 3))
        .isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> Constraints.builder().alwaysSame(-1, 3))
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void cluster_sameContent_isEqual() {
    assertThat(new Cluster(new int[] {1, 2}, List.of(), false))
        .isEqualTo(new Cluster(new int[] {1, 2}, List.of(), false))
        .hasSameHashCodeAs(new Cluster(new int[] {1, 2}, List.of(), false))
        .isNotEqualTo(new Cluster(new int[] {1, 3}, List.of(), false))
        .hasToString("Cluster[1, 2]");
  }

  @Test
  void trainingOptions_nothing_isRefused() {
    assertThatThrownBy(() -> new TrainingOptions(1, 0, 1, 1, Constraints.none()))
        .isInstanceOf(LinkageException.class);
  }
}
