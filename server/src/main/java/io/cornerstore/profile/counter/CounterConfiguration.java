package io.cornerstore.profile.counter;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.StatedCustomers;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.Statements;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.survivorship.Survivorship;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.KeyedHash;
import io.cornerstore.vault.UnsealPermits;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

  @Bean
  StatementRows statementRows(JdbcClient jdbc) {
    return new StatementRows(jdbc);
  }

  @Bean
  Shelves shelves(JdbcClient jdbc, Customers customers, Profiles profiles, Clock clock) {
    return new StoredShelves(jdbc, customers, profiles, clock);
  }

  @Bean
  RecordedCounter.Guards counterGuards(AccessPolicy policy, UnsealPermits permits) {
    return new RecordedCounter.Guards(policy, permits);
  }

  @Bean
  RecordedCounter.Faces counterFaces(
      Customers customers,
      StatedCustomers stated,
      SourceRecords records,
      Statements statements,
      Views views) {
    return new RecordedCounter.Faces(customers, stated, records, statements, views);
  }

  @Bean
  RecordedCounter.Tools counterTools(
      RecordedCounter.Faces faces,
      CustomerSearch search,
      Profiles profiles,
      StatementRows rows,
      Survivorship survivorship,
      AuditTrail audit,
      Clock clock) {
    return new RecordedCounter.Tools(
        new StatedValues(faces.statements(), survivorship),
        new Lookalikes(search, profiles),
        rows,
        new StatementWriter(audit, faces.statements(), rows, clock));
  }

  @Bean
  Counter counter(
      RecordedCounter.Guards guards,
      RecordedCounter.Faces faces,
      RecordedCounter.Tools tools,
      KeyedHash hash) {
    return new RecordedCounter(guards, faces, tools, hash);
  }
}
