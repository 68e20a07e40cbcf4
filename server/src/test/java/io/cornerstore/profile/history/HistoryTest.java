package io.cornerstore.profile.history;

import static io.cornerstore.profile.SampleRecord.line;
import static io.cornerstore.profile.SampleRecord.pounds;
import static io.cornerstore.profile.SampleRecord.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.SampleRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static History history(SampleRecord... records) {
    return History.of(List.of(records).stream().map(SampleRecord::opened).toList());
  }

  private static Occurrence only(History history, InteractionType type) {
    return history.occurrences().stream()
        .filter(occurrence -> occurrence.type() == type)
        .findFirst()
        .orElseThrow();
  }

  private static SampleRecord purchase(long id, String order) {
    return record(id)
        .from("shop", Channel.WEB_ORDER)
        .happened(InteractionType.PURCHASE)
        .order(order);
  }

  @Test
  void records_ofOneOrder_areOneOccurrence() {
    History history =
        history(
            purchase(1, "A").bought("S1", 1, "2.00", "Tea"),
            purchase(2, "A").bought("S2", 2, "3.50", "Tea").at("2025-12-31T00:00:00Z"),
            purchase(3, "B").bought("S1", 1, "2.00", "Tea"));
    assertThat(history.occurrences()).hasSize(2);
    Occurrence first = history.occurrences().getFirst();
    assertThat(first.records()).containsExactly(new SourceRecordId(1), new SourceRecordId(2));
    assertThat(first.lines()).hasSize(2);
    assertThat(first.worth()).isEqualTo(Map.of("GBP", 550L));
    assertThat(first.at()).isEqualTo("2025-12-31T00:00:00Z");
  }

  @Test
  void records_ofOneOrderNumberInTwoSources_areTwo() {
    History history =
        history(
            purchase(1, "A"),
            record(2)
                .from("till", Channel.STORE_PURCHASE)
                .happened(InteractionType.PURCHASE)
                .order("A"));
    assertThat(history.occurrences()).hasSize(2);
  }

  @Test
  void records_withoutInteraction_tellNothing() {
    assertThat(history(record(1), purchase(2, "A")).occurrences()).hasSize(1);
  }

  @Test
  void worth_totalRepeatedOnEachRow_countsOnce() {
    History history =
        history(
            purchase(1, "A").bought("S1", 1, "2.00", "Tea").amount(pounds("7.00")),
            purchase(2, "A").bought("S2", 1, "3.00", "Tea").amount(pounds("7.00")));
    assertThat(history.occurrences().getFirst().worth()).isEqualTo(Map.of("GBP", 700L));
  }

  @Test
  void worth_equalAmountsOfLines_addUp() {
    History history =
        history(
            purchase(1, "A").bought("S1", 1, "2.00", "Tea").amount(pounds("2.00")),
            purchase(2, "A").bought("S2", 1, "2.00", "Tea").amount(pounds("2.00")));
    assertThat(history.occurrences().getFirst().worth()).isEqualTo(Map.of("GBP", 400L));
  }

  @Test
  void worth_ofAReturn_isNeverNegative() {
    History history =
        history(record(1).happened(InteractionType.RETURN).bought("S1", -1, "-2.00", "Tea"));
    assertThat(history.occurrences().getFirst().worth()).isEqualTo(Map.of("GBP", 200L));
  }

  @Test
  void delivery_ofAnotherSource_isLinkedToTheOnlyOrderOfThatNumber() {
    History history =
        history(
            purchase(1, "A"),
            record(2)
                .from("carrier", Channel.DELIVERY_NOTE)
                .happened(InteractionType.DELIVERY)
                .about("A")
                .at("2026-01-03T00:00:00Z"));
    Occurrence delivery = only(history, InteractionType.DELIVERY);
    assertThat(delivery.target()).isEqualTo(new SourceRecordId(1));
    assertThat(history.followers(history.occurrences().getFirst())).containsExactly(delivery);
  }

  @Test
  void reference_thatTwoSourcesCouldMean_isLeftOpen() {
    History history =
        history(
            purchase(1, "A"),
            record(2)
                .from("till", Channel.STORE_PURCHASE)
                .happened(InteractionType.PURCHASE)
                .order("A"),
            record(3)
                .from("carrier", Channel.DELIVERY_NOTE)
                .happened(InteractionType.DELIVERY)
                .about("A"));
    assertThat(only(history, InteractionType.DELIVERY).target()).isNull();
  }

  @Test
  void bareCancellation_takesWhatReturnsLeft_whicheverCameFirst() {
    List<OpenedRecord> records = new ArrayList<>();
    records.add(purchase(1, "A").bought("S1", 3, "9.00", "Tea").opened());
    records.add(
        record(2)
            .from("shop", Channel.WEB_ORDER)
            .happened(InteractionType.RETURN)
            .about("A")
            .line(line("S1", 1, "3.00", "Tea"))
            .at("2026-01-05T00:00:00Z")
            .opened());
    records.add(
        record(3)
            .from("shop", Channel.WEB_ORDER)
            .happened(InteractionType.CANCELLATION)
            .about("A")
            .at("2026-01-04T00:00:00Z")
            .opened());
    for (int round = 0; round < 6; round++) {
      Collections.shuffle(records, new Random(round));
      History history = History.of(records);
      Occurrence cancellation = only(history, InteractionType.CANCELLATION);
      assertThat(cancellation.worth()).isEqualTo(Map.of("GBP", 600L));
      assertThat(cancellation.lines()).hasSize(1);
      assertThat(cancellation.lines().getFirst().quantity()).isEqualByComparingTo("2");
      assertThat(only(history, InteractionType.PURCHASE).calledOff()).isTrue();
    }
  }

  @Test
  void cancellation_ofAPart_leavesThePurchase() {
    History history =
        history(
            purchase(1, "A").bought("S1", 3, "9.00", "Tea"),
            record(2)
                .from("shop", Channel.WEB_ORDER)
                .happened(InteractionType.CANCELLATION)
                .about("A")
                .amount(pounds("3.00")));
    assertThat(only(history, InteractionType.PURCHASE).calledOff()).isFalse();
  }

  @Test
  void fullReturn_isNotACancellation() {
    History history =
        history(
            purchase(1, "A").amount(pounds("9.00")),
            record(2)
                .from("shop", Channel.WEB_ORDER)
                .happened(InteractionType.RETURN)
                .about("A")
                .amount(pounds("9.00")));
    assertThat(only(history, InteractionType.PURCHASE).calledOff()).isFalse();
  }
}
