package io.cornerstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.TrustServer;
import io.cornerstore.kernel.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailModuleTest {

  private TrustServer server;
  private AuditTrail trail;

  @BeforeAll
  void start() {
    server = TrustServer.start();
    trail = server.bean(AuditTrail.class);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static AuditEntry entry(String action, String... concerns) {
    return new AuditEntry(
        "staff:1", "service", action, List.of(concerns), List.of("email", "tel"), "a note");
  }

  private void append(AuditEntry entry) {
    server.transactions().executeWithoutResult(_ -> trail.append(entry));
  }

  private long rows() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from audit.entry")
        .query(Long.class)
        .single();
  }

  @Test
  void append_withoutTransaction_isRefused() {
    assertThatThrownBy(() -> trail.append(entry("profile.view", "a")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void append_transactionRollsBack_rowGoesWithIt() {
    long before = rows();
    server
        .transactions()
        .executeWithoutResult(status -> {
          trail.append(entry("profile.view", "rolled-back"));
          status.setRollbackOnly();
        });
    assertThat(rows()).isEqualTo(before);
    assertThat(trail.about(List.of("rolled-back"), 10)).isEmpty();
  }

  @Test
  void about_severalConcerns_newestFirstAndEachRowOnce() {
    append(entry("profile.view", "c1", "c2"));
    append(entry("profile.merge", "c2"));
    append(entry("profile.view", "c3"));

    List<RecordedEntry> found = trail.about(List.of("c1", "c2"), 10);

    assertThat(found)
        .extracting(recorded -> recorded.entry().action())
        .containsExactly("profile.merge", "profile.view");
    assertThat(found.getLast().entry()).isEqualTo(entry("profile.view", "c1", "c2"));
    assertThat(trail.about(List.of("c1", "c2"), 1)).hasSize(1);
    assertThat(trail.about(List.of(), 1)).isEmpty();
  }

  @Test
  void append_sameConcernTwice_oneRow() {
    append(entry("profile.view", "twice", "twice"));
    assertThat(trail.about(List.of("twice"), 10)).hasSize(1);
  }

  @Test
  void newest_pageByPage_everyRowOnceInOrder() {
    for (int i = 0; i < 5; i++) {
      append(entry("page.test-" + i, "p"));
    }
    Page<RecordedEntry> first = trail.newest(null, 3);
    Page<RecordedEntry> second = trail.newest(first.next(), 2);

    assertThat(first.items())
        .extracting(recorded -> recorded.entry().action())
        .containsExactly("page.test-4", "page.test-3", "page.test-2");
    assertThat(second.items())
        .extracting(recorded -> recorded.entry().action())
        .containsExactly("page.test-1", "page.test-0");
  }

  @Test
  void newest_foreignCursor_isRefused() {
    assertThatThrownBy(() -> trail.newest("1; drop", 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set note = ''",
        "delete from audit.entry",
        "truncate audit.entry",
        "update audit.concern set number = 0",
        "delete from audit.concern",
        "truncate audit.concern"
      })
  void change_ofWhatIsWritten_isRefusedByTheDatabase(String sql) {
    append(entry("profile.view", "kept"));
    JdbcClient jdbc = server.bean(JdbcClient.class);
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
    assertThat(trail.about(List.of("kept"), 10)).isNotEmpty();
  }

  @Test
  void entry_outOfBounds_isRefused() {
    assertThatThrownBy(() -> new AuditEntry("", "", "a.b", List.of(), List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AuditEntry("staff:1", "", "A B", List.of(), List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new AuditEntry("staff:1", "", "a", List.of("x".repeat(201)), List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
