package io.cornerstore.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Segments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CountedSegmentsTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final Map<SubjectId, int[]> days = new LinkedHashMap<>();
  private final Map<SubjectId, CustomerId> customers = new TreeMap<>();

  private Segments segments() {
    return new CountedSegments(
        visitor -> days.forEach(visitor::visit),
        consumer ->
            customers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> consumer.accept(each.getKey(), each.getValue())),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CustomerId customer(int number) {
    return new CustomerId(new UUID(1, number));
  }

  private void bought(int customer, int subject, String... on) {
    SubjectId id = new SubjectId(new UUID(2, subject));
    customers.put(id, customer(customer));
    int[] epoch = new int[on.length];
    for (int i = 0; i < on.length; i++) {
      epoch[i] = (int) LocalDate.parse(on[i]).toEpochDay();
    }
    days.put(id, epoch);
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
              days.forEach(visitor::visit);
            },
            consumer -> customers.forEach(consumer::accept),
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
}
