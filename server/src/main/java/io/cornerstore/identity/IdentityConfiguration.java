package io.cornerstore.identity;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.DecisionRows;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.enquiry.DispatchingSearch;
import io.cornerstore.identity.enquiry.HeadPosition;
import io.cornerstore.identity.enquiry.SqlCustomers;
import io.cornerstore.identity.enquiry.SqlStatistics;
import io.cornerstore.identity.enquiry.SqlUndoEffects;
import io.cornerstore.identity.enquiry.StoredHouseholds;
import io.cornerstore.identity.enquiry.WaterfallExplanations;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.identity.resolution.Database;
import io.cornerstore.identity.resolution.LogResolver;
import io.cornerstore.identity.resolution.Publication;
import io.cornerstore.identity.resolution.Resolution;
import io.cornerstore.identity.resolution.ResolverPump;
import io.cornerstore.identity.resolution.StoredModelDesk;
import io.cornerstore.identity.review.RankedDoubts;
import io.cornerstore.identity.review.StoredReviewQueue;
import io.cornerstore.identity.stewardship.IdentityHolder;
import io.cornerstore.identity.stewardship.RecordedStewardship;
import io.cornerstore.identity.stewardship.StandingCustomers;
import io.cornerstore.identity.stewardship.StatedAtOnce;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

  @Bean
  ResidentSubjects residentSubjects() {
    return new ResidentSubjects();
  }

  @Bean
  Database identityDatabase(
      DataSource dataSource,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new Database(dataSource, jdbc, transactions, clock);
  }

  @Bean
  Publication identityPublication(ApplicationEventPublisher events) {
    return new Publication(events);
  }

  @Bean
  Resolution.Sources resolutionSources(SourceRecords records, Vault vault, UnsealPermits permits) {
    return new Resolution.Sources(records, vault, permits);
  }

  @Bean
  LogResolver resolver(
      Database database,
      Resolution.Sources sources,
      ResidentSubjects resident,
      TimeOrderedIds ids,
      Publication publication,
      IdentitySettings settings) {
    Resolution resolution = new Resolution(database, sources, resident, ids, publication, settings);
    return new LogResolver(database, sources.records(), resident, resolution);
  }

  @Bean
  @ConditionalOnProperty("cornerstore.pumps.enabled")
  ResolverPump resolverPump(LogResolver resolver, IdentitySettings settings) {
    return new ResolverPump(resolver, settings);
  }

  @Bean
  SqlCustomers customers(JdbcClient jdbc) {
    return new SqlCustomers(jdbc);
  }

  @Bean
  CustomerSearch customerSearch(
      SourceRecords records, Customers customers, ResidentSubjects resident) {
    return new DispatchingSearch(records, customers, resident);
  }

  @Bean
  Explanations explanations(JdbcClient jdbc, Customers customers, ResidentSubjects resident) {
    return new WaterfallExplanations(jdbc, customers, resident);
  }

  @Bean
  Households households(JdbcClient jdbc, ResidentSubjects resident) {
    return new StoredHouseholds(jdbc, resident);
  }

  @Bean
  SqlUndoEffects undoEffects(JdbcClient jdbc) {
    return new SqlUndoEffects(jdbc);
  }

  @Bean
  ResolverPosition resolverPosition(JdbcClient jdbc) {
    return new HeadPosition(jdbc);
  }

  @Bean
  IdentityStatistics identityStatistics(JdbcClient jdbc, ResidentSubjects resident) {
    return new SqlStatistics(jdbc, resident);
  }

  @Bean
  AssignmentWriter assignmentWriter(JdbcClient jdbc, DataSource dataSource) {
    return new AssignmentWriter(jdbc, dataSource);
  }

  @Bean
  Stewardship stewardship(
      AccessPolicy policy,
      AuditTrail audit,
      Database database,
      AssignmentWriter writer,
      Publication publication,
      TimeOrderedIds ids) {
    JdbcClient jdbc = database.jdbc();
    return new RecordedStewardship(
        new RecordedStewardship.Oversight(policy, audit),
        new RecordedStewardship.Rows(
            new Head(jdbc),
            new StandingCustomers(jdbc, writer),
            new DecisionRows(jdbc, database.dataSource()),
            new DecidedPairs(jdbc)),
        publication,
        ids,
        database.clock());
  }

  @Bean
  StatedCustomers statedCustomers(
      Database database,
      Customers customers,
      ApplicationEventPublisher events,
      TimeOrderedIds ids) {
    JdbcClient jdbc = database.jdbc();
    return new StatedAtOnce(
        new StatedAtOnce.Rows(
            jdbc, new DecisionRows(jdbc, database.dataSource()), new DecidedPairs(jdbc)),
        customers,
        events,
        new StatedAtOnce.Stamps(ids, database.clock()));
  }

  @Bean
  ReviewQueue reviewQueue(
      AccessPolicy policy,
      Stewardship stewardship,
      SourceRecords records,
      Database database,
      TimeOrderedIds ids) {
    return new StoredReviewQueue(
        policy, stewardship, records, database.jdbc(), ids, database.clock());
  }

  @Bean
  DoubtfulCustomers doubtfulCustomers(AccessPolicy policy, SourceRecords records, JdbcClient jdbc) {
    return new RankedDoubts(policy, records, jdbc);
  }

  @Bean
  ModelDesk modelDesk(
      AccessPolicy policy, AuditTrail audit, Resolution.Sources sources, Database database) {
    return new StoredModelDesk(policy, audit, sources, database);
  }

  @Bean
  IdentityHolder identityHolder(JdbcClient jdbc, AssignmentWriter writer, Clock clock) {
    return new IdentityHolder(jdbc, writer, clock);
  }

  /** Up once search and explanation answer. */
  @Bean
  HealthIndicator residentIndexHealthIndicator(Resolver resolver) {
    return () -> (resolver.ready() ? Health.up() : Health.outOfService()).build();
  }
}
