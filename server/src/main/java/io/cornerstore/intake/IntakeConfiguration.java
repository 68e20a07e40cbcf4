package io.cornerstore.intake;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.intake.feed.CounterStatements;
import io.cornerstore.intake.feed.EventIntake;
import io.cornerstore.intake.feed.FileImport;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.BlindTokens;
import io.cornerstore.intake.log.CatalogueRows;
import io.cornerstore.intake.log.FeedMappings;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.IntakeHolder;
import io.cornerstore.intake.log.Interpretations;
import io.cornerstore.intake.log.ItemLog;
import io.cornerstore.intake.log.LogAppender;
import io.cornerstore.intake.log.PostgresFeedWatch;
import io.cornerstore.intake.log.PostgresImportRuns;
import io.cornerstore.intake.log.PostgresPurchaseTimes;
import io.cornerstore.intake.log.PostgresQuarantine;
import io.cornerstore.intake.log.PostgresScreeningReview;
import io.cornerstore.intake.log.PostgresSourceRecords;
import io.cornerstore.intake.normal.PersonNormalizer;
import io.cornerstore.intake.replay.FeedRemapping;
import io.cornerstore.intake.replay.QuarantineReplay;
import io.cornerstore.intake.screening.RefusedWords;
import io.cornerstore.intake.segment.EventReplay;
import io.cornerstore.intake.segment.EventSettings;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.vault.KeyedHash;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EventSettings.class, ScreeningSettings.class})
class IntakeConfiguration {

  @Bean
  Workshop importWorkshop(
      KeyedHash hash,
      Vault vault,
      DataSource dataSource,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new Workshop(
        new BlindTokens(hash),
        new PersonNormalizer(clock),
        new Feeds(jdbc, clock),
        new LogAppender(vault, jdbc, transactions),
        new ItemLog(dataSource),
        new CatalogueRows(jdbc),
        clock);
  }

  @Bean
  SubjectIds subjectIds(Workshop workshop) {
    return workshop.tokens();
  }

  @Bean
  SourceRecords sourceRecords(JdbcClient jdbc, Vault vault, Workshop workshop) {
    return new PostgresSourceRecords(
        jdbc, vault, workshop.feeds(), workshop.tokens(), workshop.normalizer());
  }

  @Bean
  Catalogue catalogue(JdbcTemplate jdbc) {
    return new CatalogueRows(jdbc);
  }

  @Bean
  FeedImport feedImport(Workshop workshop, SourceRecords records) {
    return new FileImport(workshop, records);
  }

  @Bean
  Intake intake(Workshop workshop) {
    return new EventIntake(workshop);
  }

  @Bean
  Statements statements(Workshop workshop, ScreeningSettings settings) {
    return new CounterStatements(workshop, RefusedWords.standardAnd(settings.refusedWords()));
  }

  @Bean
  PurchaseTimes purchaseTimes(JdbcClient jdbc) {
    return new PostgresPurchaseTimes(jdbc);
  }

  @Bean
  PostgresQuarantine quarantine(JdbcClient jdbc, Vault vault) {
    return new PostgresQuarantine(jdbc, vault);
  }

  @Bean
  FeedMappings feedMappings(JdbcClient jdbc) {
    return new FeedMappings(jdbc);
  }

  @Bean
  QuarantineReplay.Guards replayGuards(
      AccessPolicy policy,
      UnsealPermits permits,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    return new QuarantineReplay.Guards(
        policy, permits, audit, new TransactionTemplate(transactions));
  }

  @Bean
  QuarantineReplay.Parts replayParts(
      PostgresQuarantine quarantine,
      FeedMappings mappings,
      Workshop workshop,
      TimeOrderedIds ids,
      EventSettings settings) {
    return new QuarantineReplay.Parts(
        quarantine, mappings, workshop, new EventReplay(workshop, ids, settings));
  }

  @Bean
  QuarantineDesk quarantineDesk(
      QuarantineReplay.Parts parts, QuarantineReplay.Guards guards, Clock clock) {
    return new QuarantineReplay(parts, guards, clock);
  }

  @Bean
  PostgresImportRuns importRuns(
      JdbcTemplate jdbc,
      UnsealPermits permits,
      AuditTrail audit,
      Vault vault,
      Workshop workshop,
      Clock clock) {
    return new PostgresImportRuns(
        jdbc, new PostgresImportRuns.Rights(permits, audit), vault, workshop.tokens(), clock);
  }

  @Bean
  Remapping remapping(
      JdbcTemplate jdbc,
      Vault vault,
      FeedMappings mappings,
      Workshop workshop,
      QuarantineReplay.Guards guards,
      Clock clock) {
    return new FeedRemapping(
        new Interpretations(jdbc, vault, workshop.tokens()), mappings, workshop, guards, clock);
  }

  @Bean
  PostgresFeedWatch feedWatch(JdbcTemplate jdbc, Clock clock) {
    return new PostgresFeedWatch(jdbc, clock);
  }

  @Bean
  PostgresScreeningReview screeningReview(JdbcClient jdbc) {
    return new PostgresScreeningReview(jdbc);
  }

  @Bean
  IntakeHolder intakeHolder(JdbcClient jdbc) {
    return new IntakeHolder(jdbc);
  }
}
