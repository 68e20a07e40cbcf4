package io.cornerstore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.TrustServer;
import io.cornerstore.audit.AuditTally.Count;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTallyModuleTest {

  private static AuditEntry entry(String purpose, String action) {
    return new AuditEntry("staff:1", purpose, action, List.of("c"), List.of(), "");
  }

  @Test
  void acts_areCountedByPurposeAndAction_oldOnesAreNot() {
    try (TrustServer server = TrustServer.start()) {
      AuditTally tally = server.bean(AuditTally.class);
      assertThat(tally.lately(Duration.ofDays(1)))
          .isEqualTo(new AuditTally.Counts(List.of(), null, true));
      server
          .bean(JdbcClient.class)
          .sql(
              """
              insert into audit.entry (at, actor, purpose, action, concerns, fields, note)
              values (now() - interval '2 days', 'staff:1', 'service', 'profile.view', '{}', '{}', '')
              """)
          .update();
      AuditTrail trail = server.bean(AuditTrail.class);
      server
          .transactions()
          .executeWithoutResult(_ -> {
            trail.append(entry("service", "profile.view"));
            trail.append(entry("service", "profile.view"));
            trail.append(entry("operation", "export.golden"));
          });

      AuditTally.Counts lately = tally.lately(Duration.ofDays(1));

      assertThat(lately.counts())
          .containsExactly(
              new Count("service", "profile.view", 2), new Count("operation", "export.golden", 1));
      assertThat(lately.whole()).isTrue();
      assertThat(tally.lately(Duration.ofDays(3)).counts())
          .contains(new Count("service", "profile.view", 3));
    }
  }

  @Test
  void longTrail_isCountedAsFarAsItIsCheap_andSaysSo() {
    try (TrustServer server = TrustServer.start()) {
      server
          .bean(JdbcClient.class)
          .sql(
              """
              insert into audit.entry (at, actor, purpose, action, concerns, fields, note)
              select now(), 'staff:1', 'service', 'profile.view', '{}', '{}', ''
              from generate_series(1, :rows)
              """)
          .param("rows", AuditTally.MOST + 5)
          .update();

      AuditTally.Counts lately = server.bean(AuditTally.class).lately(Duration.ofDays(1));

      assertThat(lately.counts())
          .containsExactly(new Count("service", "profile.view", AuditTally.MOST));
      assertThat(lately.whole()).isFalse();
    }
  }
}
