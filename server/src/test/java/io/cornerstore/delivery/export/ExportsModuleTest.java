package io.cornerstore.delivery.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.WholeServer;
import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.delivery.Exports;
import io.cornerstore.delivery.Exports.Asked;
import io.cornerstore.delivery.Exports.ChangedCustomer;
import io.cornerstore.delivery.Exports.Chunk;
import io.cornerstore.delivery.Exports.CrossReference;
import io.cornerstore.delivery.Exports.GoldenRow;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportsModuleTest {

  private static final Actor READER =
      new Actor.Machine("warehouse", Set.of(AccessPurpose.SERVICE, AccessPurpose.ANALYSIS));
  private static final SourceSystem SHOP = new SourceSystem("shop");

  @Test
  void golden_meetsEachCustomerOnce_withWhatThePurposeOpens_andIsRecorded() {
    try (WholeServer server = WholeServer.start()) {
      submit(server, 0, 25);
      server.resolve();

      List<GoldenRow> rows = new ArrayList<>();
      Asked asked = new Asked(READER, AccessPurpose.SERVICE, null, 10);
      Chunk<GoldenRow> chunk = server.bean(Exports.class).golden(asked);
      rows.addAll(chunk.rows());
      while (chunk.more()) {
        asked = asked.after(chunk.cursor());
        chunk = server.bean(Exports.class).golden(asked);
        rows.addAll(chunk.rows());
      }

      assertThat(rows).hasSize(25).extracting(GoldenRow::customer).doesNotHaveDuplicates();
      assertThat(rows).allMatch(row -> row.fields().containsKey(PersonalField.EMAIL));
      assertThat(
              server
                  .bean(AuditTrail.class)
                  .about(List.of(rows.getFirst().customer().toString()), 10))
          .anyMatch(entry ->
              entry.entry().action().equals("export.golden")
                  && entry.entry().actor().equals("machine:warehouse")
                  && entry.entry().purpose().equals("service"));
      assertThat(server.bean(AuditTrail.class).about(List.of("export"), 10))
          .anyMatch(entry -> entry.entry().note().equals("10 rows"));
      List<GoldenRow> coarse =
          server
              .bean(Exports.class)
              .golden(new Asked(READER, AccessPurpose.ANALYSIS, null, 100))
              .rows();
      assertThat(coarse)
          .hasSize(25)
          .allMatch(row -> !row.fields().containsKey(PersonalField.EMAIL));
      Actor stranger = new Actor.Machine("stranger", Set.of());
      assertThatThrownBy(() ->
              server
                  .bean(Exports.class)
                  .golden(new Asked(stranger, AccessPurpose.SERVICE, null, 10)))
          .isInstanceOf(AccessDeniedProblem.class);
    }
  }

  @Test
  void crossReference_saysWhichCustomerAnIdOfASourceIs() {
    try (WholeServer server = WholeServer.start()) {
      submit(server, 0, 3);
      server.resolve();

      List<CrossReference> rows =
          server
              .bean(Exports.class)
              .crossReference(new Asked(READER, AccessPurpose.SERVICE, null, 100))
              .rows();

      assertThat(rows).extracting(CrossReference::key).containsExactlyInAnyOrder("0", "1", "2");
      assertThat(rows).extracting(CrossReference::source).containsOnly("shop");
      Map<?, CustomerId> now =
          server.bean(Customers.class).current(rows.stream().map(CrossReference::subject).toList());
      assertThat(rows).allMatch(row -> row.customer().equals(now.get(row.subject())));
    }
  }

  @Test
  void changes_tellOfMerges() {
    try (WholeServer server = WholeServer.start()) {
      submit(server, 0, 2);
      server.resolve();
      Chunk<ChangedCustomer> first = changes(server, null, 100);
      List<CustomerId> both = first.rows().stream().map(ChangedCustomer::customer).toList();
      server.bean(Stewardship.class).merge(steward(), both, "the same person");
      server.resolve();

      Chunk<ChangedCustomer> next = changes(server, first.cursor(), 100);

      assertThat(next.rows()).hasSize(2);
      assertThat(next.rows())
          .filteredOn(row -> row.status().equals("merged"))
          .singleElement()
          .satisfies(row -> assertThat(both).contains(row.mergedInto()));
      assertThat(changes(server, next.cursor(), 100).rows()).isEmpty();
      assertThatThrownBy(() -> changes(server, "what", 10))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Actor steward() {
    return new Actor.Machine("steward", Set.of(AccessPurpose.STEWARDSHIP));
  }

  /** Writers, the resolver and golden records work while a reader follows with small pages. */
  @Test
  void changes_underConcurrentCommits_missNothingAndRepeatNoVersion() throws Exception {
    try (WholeServer server = WholeServer.start("cornerstore.pumps.enabled=true");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      AtomicBoolean writing = new AtomicBoolean(true);
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        int from = writer * 1_000;
        writers.add(
            threads.submit(() -> {
              for (int n = 0; n < 120; n++) {
                submit(server, from + n, 1);
                submit(server, from + n / 2, 1);
              }
            }));
      }
      Future<Map<CustomerId, Long>> reader = threads.submit(() -> follow(server, writing));
      for (Future<?> writer : writers) {
        writer.get(120, TimeUnit.SECONDS);
      }
      server.resolve();
      writing.set(false);

      Map<CustomerId, Long> read = reader.get(60, TimeUnit.SECONDS);

      Map<CustomerId, Long> stored = new HashMap<>();
      server
          .bean(Customers.class)
          .changedAfter(0, 100_000)
          .forEach(customer -> stored.put(customer.id(), customer.version()));
      assertThat(read).isEqualTo(stored);
      assertThat(stored).hasSizeGreaterThan(300);
    }
  }

  private static Map<CustomerId, Long> follow(WholeServer server, AtomicBoolean writing) {
    Map<CustomerId, Long> newest = new HashMap<>();
    Set<Long> versions = new HashSet<>();
    String cursor = null;
    while (true) {
      boolean last = !writing.get();
      Chunk<ChangedCustomer> chunk = changes(server, cursor, 7);
      for (ChangedCustomer row : chunk.rows()) {
        assertThat(versions.add(row.version())).as("version %d once", row.version()).isTrue();
        newest.put(row.customer(), row.version());
      }
      cursor = chunk.cursor();
      if (last && chunk.rows().isEmpty()) {
        return newest;
      }
    }
  }

  private static Chunk<ChangedCustomer> changes(
      WholeServer server, @Nullable String cursor, int limit) {
    return server
        .bean(Exports.class)
        .changes(new Asked(READER, AccessPurpose.SERVICE, cursor, limit));
  }

  private static void submit(WholeServer server, int from, int count) {
    List<IncomingEvent> events = new ArrayList<>();
    for (int n = from; n < from + count; n++) {
      events.add(event(n));
    }
    server.bean(Intake.class).submit(events);
  }

  private static IncomingEvent event(int n) {
    return new IncomingEvent(
        SHOP,
        Channel.WEB_FORM,
        Party.FIRST_PARTY,
        Basis.DECLARED,
        50,
        "m" + n + "-" + System.nanoTime(),
        new IncomingEvent.Subject(SHOP, String.valueOf(n), SubjectKind.PERSON),
        List.of(
            new GivenValue(PersonalField.EMAIL, "p" + n + "@example.org"),
            new GivenValue(PersonalField.GIVEN_NAME, "Name" + n),
            new GivenValue(PersonalField.FAMILY_NAME, "Family" + n * 7919)),
        null,
        Map.of(),
        "GB",
        Instant.now(),
        Instant.now());
  }
}
