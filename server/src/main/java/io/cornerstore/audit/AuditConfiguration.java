package io.cornerstore.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  AuditTrail auditTrail(JdbcClient jdbc, Clock clock) {
    return new PostgresAuditTrail(jdbc, clock);
  }

  @Bean
  AuditTally auditTally(JdbcClient jdbc, Clock clock) {
    return new PostgresAuditTally(jdbc, clock);
  }
}
