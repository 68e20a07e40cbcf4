package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.IntakeBusyException;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.SubmitResult;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalDataHolder;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventIntakeModuleTest {

  private IntakeServer server;

  @BeforeAll
  void start() {
    server = IntakeServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static IncomingEvent event(String source, String message, String key, String email) {
    return event(source, message, key, email, Instant.parse("2026-01-01T10:00:00Z"));
  }

  private static IncomingEvent event(
      String source, String message, String key, String email, Instant occurredAt) {
    SourceSystem system = new SourceSystem(source);
    return new IncomingEvent(
        system,
        Channel.WEB_FORM,
        Party.FIRST_PARTY,
        Basis.DECLARED,
        50,
        message,
        new IncomingEvent.Subject(system, key, SubjectKind.ANONYMOUS),
        List.of(new GivenValue(PersonalField.EMAIL, email)),
        null,
        Map.of("memo", "card 4111 1111 1111 1111"),
        "GB",
        occurredAt,
        Instant.parse("2026-01-01T10:00:01Z"));
  }

  @Test
  void events_fromManyThreads_areTakenOnceInOrderOfCommit() throws Exception {
    Intake intake = server.bean(Intake.class);
    List<Callable<List<SubmitResult>>> calls = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      String message = "m" + n % 200;
      calls.add(() ->
          intake.submit(
              List.of(
                  event("threads", message, "k" + message, message + "@example.org"),
                  event("threads", message + "-b", "k" + message, message + "@example.org"))));
    }
    long accepted = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (Future<List<SubmitResult>> result : threads.invokeAll(calls)) {
        accepted += result.get().stream().filter(SubmitResult.Accepted.class::isInstance).count();
      }
    }

    List<OpenedRecord> records = server.log("threads");
    assertThat(accepted).isEqualTo(400);
    assertThat(records).hasSize(400);
    assertThat(records)
        .extracting(opened -> opened.record().id())
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(records.getFirst().record().kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(records.getFirst().document().extra())
        .containsEntry("memo", "card [card •••• 1111]");
  }

  @Test
  void event_twiceInOneCall_countsOnce() {
    List<SubmitResult> results =
        server
            .bean(Intake.class)
            .submit(
                List.of(
                    event("twice", "m", "k", "a@example.org"),
                    event("twice", "m", "k", "a@example.org")));

    assertThat(results.getFirst()).isInstanceOf(SubmitResult.Accepted.class);
    assertThat(results.getLast()).isEqualTo(new SubmitResult.Duplicate());
  }

  @Test
  void events_thatCannotBeWritten_areTold_andTheNextAreTaken() {
    Intake intake = server.bean(Intake.class);
    IncomingEvent never = event("failing", "m1", "k", "a@example.org", Instant.MAX);

    assertThatThrownBy(() -> intake.submit(List.of(never)))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(ArithmeticException.class);

    assertThat(intake.submit(List.of(event("failing", "m2", "k", "a@example.org"))).getFirst())
        .isInstanceOf(SubmitResult.Accepted.class);
    assertThat(server.log("failing")).hasSize(1);
  }

  @Test
  void events_moreThanMayWait_areRefused_andLeaveRoom() {
    Intake intake = server.bean(Intake.class);
    IncomingEvent one = event("full", "m", "k", "a@example.org");

    assertThatThrownBy(() -> intake.submit(Collections.nCopies(50_001, one)))
        .isInstanceOf(IntakeBusyException.class);

    intake.admit();
    assertThat(intake.submit(List.of(one)).getFirst()).isInstanceOf(SubmitResult.Accepted.class);
  }

  @Test
  void subject_erased_leavesNothingButItsReceipt() {
    Intake intake = server.bean(Intake.class);
    var result =
        (SubmitResult.Accepted)
            intake.submit(List.of(event("erased", "m", "k", "gone@example.org"))).getFirst();
    PersonalDataHolder holder = server.bean(PersonalDataHolder.class);
    assertThat(holder.count(List.of(result.subject()))).isEqualTo(1);

    server
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> holder.erase(List.of(result.subject())));

    assertThat(holder.count(List.of(result.subject()))).isZero();
    assertThat(result.id()).isGreaterThan(SourceRecordId.NONE);
    assertThat(intake.submit(List.of(event("erased", "m", "k", "gone@example.org"))))
        .containsExactly(new SubmitResult.Duplicate());
  }
}
