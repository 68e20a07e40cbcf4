package io.cornerstore.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.ChannelFlow;
import io.cornerstore.profile.Segments;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CountedSegmentsTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final Map<SubjectId, long[]> times = new LinkedHashMap<>();
  private final Map<SubjectId, CustomerId> customers = new TreeMap<>();

  private Segments segments() {
    return new CountedSegments(
        visitor -> times.forEach(visitor::visit),
        consumer ->
            customers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> consumer.accept(each.getKey(), each.getValue())),
        ZoneId.of("Asia/Jakarta"),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CustomerId customer(int number) {
    return new CustomerId(new UUID(1, number));
  }

  private void bought(int customer, int subject, String... on) {
    boughtThrough(Channel.STORE_PURCHASE, customer, subject, on);
  }

  /** Days, or moments of UTC. */
  private void boughtThrough(Channel channel, int customer, int subject, String... on) {
    SubjectId id = new SubjectId(new UUID(2, subject));
    customers.put(id, customer(customer));
    times.put(
        id,
        Arrays.stream(on)
            .map(at -> Instant.parse(at.length() == 10 ? at + "T09:00:00Z" : at))
            .mapToLong(at -> PurchaseTimes.time(at.getEpochSecond() / 60, channel))
            .sorted()
            .toArray());
  }

  @Test
  void grid_subjectsOfOneCustomer_countEachDayOnce() {
    bought(1, 11, "2026-06-01", "2026-06-29");
    bought(1, 12, "2026-06-29");
    Segments.Grid grid = segments().grid();
    assertThat(grid.customers(0, 1)).isEqualTo(1);
    assertThat(grid.days(0, 1)).isEqualTo(2);
    assertThat(grid.total()).isEqualTo(1);
  }

  @Test
  void grid_bandsEndWhereTheySay() {
    bought(1, 1, "2026-05-31");
    bought(2, 2, "2026-05-30");
    bought(3, 3, "2025-06-30");
    bought(4, 4, "2025-06-29");
    Segments.Grid grid = segments().grid();
    assertThat(grid.customers(0, 0)).as("30 days").isEqualTo(1);
    assertThat(grid.customers(1, 0)).as("31 days").isEqualTo(1);
    assertThat(grid.customers(3, 0)).as("365 days").isEqualTo(1);
    assertThat(grid.customers(4, 0)).as("366 days").isEqualTo(1);
  }

  @Test
  void members_ofACell_areThoseWhoBoughtLastFirst() {
    bought(1, 1, "2026-06-02");
    bought(2, 2, "2026-06-20");
    bought(3, 3, "2026-06-11");
    assertThat(segments().members(0, 0, 2)).containsExactly(customer(2), customer(3));
    assertThat(segments().members(4, 4, 2)).isEmpty();
  }

  @Test
  void latest_countsBesideAndAnswersAtOnce() {
    bought(1, 1, "2026-06-02");
    CompletableFuture<String> mayCount = new CompletableFuture<>();
    Segments slow =
        new CountedSegments(
            visitor -> {
              mayCount.join();
              times.forEach(visitor::visit);
            },
            consumer -> customers.forEach(consumer::accept),
            ZoneId.of("Asia/Jakarta"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(slow.latest()).isEmpty();
    mayCount.complete("now");
    assertThat(slow.grid().total()).isEqualTo(1);
    assertThat(slow.latest()).contains(slow.grid());
  }

  @Test
  void grid_subjectsOfNobody_countNowhere() {
    bought(1, 1, "2026-06-02");
    customers.clear();
    assertThat(segments().grid().total()).isZero();
  }

  @Test
  void flow_goesThroughAllSubjectsOfACustomer_inOrderOfTime() {
    boughtThrough(Channel.STORE_PURCHASE, 1, 11, "2026-06-01T10:00:00Z", "2026-06-01T18:00:00Z");
    boughtThrough(Channel.WEB_ORDER, 1, 12, "2026-06-01T12:00:00Z");
    boughtThrough(Channel.WEB_ORDER, 2, 21, "2026-06-02");
    ChannelFlow flow = segments().habits().flow();
    assertThat(flow.steps(Channel.STORE_PURCHASE, Channel.WEB_ORDER)).isEqualTo(1);
    assertThat(flow.steps(Channel.WEB_ORDER, Channel.STORE_PURCHASE)).isEqualTo(1);
    assertThat(flow.steps(Channel.STORE_PURCHASE, Channel.STORE_PURCHASE)).isZero();
    assertThat(flow.last(Channel.STORE_PURCHASE)).isEqualTo(1);
    assertThat(flow.last(Channel.WEB_ORDER)).isEqualTo(1);
    assertThat(flow.purchases(Channel.WEB_ORDER)).isEqualTo(2);
  }

  @Test
  void week_isThatOfTheInstallation() {
    bought(1, 1, "2026-06-28T20:30:00Z");
    assertThat(segments().habits().week().at(DayOfWeek.MONDAY, 3))
        .as("Sunday 20:30 UTC is Monday 3:30 in Jakarta")
        .isEqualTo(1);
  }

  @Test
  void times_keepMinuteDayAndChannel_alsoBefore1970() {
    long time = PurchaseTimes.time(-1, Channel.OTHER);
    assertThat(PurchaseTimes.minute(time)).isEqualTo(-1);
    assertThat(PurchaseTimes.day(time)).isEqualTo(-1);
    assertThat(PurchaseTimes.channel(time)).isEqualTo(Channel.OTHER.ordinal());
  }
}
