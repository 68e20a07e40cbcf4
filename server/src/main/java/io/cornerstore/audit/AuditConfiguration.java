package io.cornerstore.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  /** Both faces of the trail. */
  @Bean
  PostgresAuditTrail auditTrail(JdbcClient jdbc, Clock clock) {
    return new PostgresAuditTrail(jdbc, clock);
  }
}
