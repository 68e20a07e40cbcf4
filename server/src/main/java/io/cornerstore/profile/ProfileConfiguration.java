package io.cornerstore.profile;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.Assignments;
import io.cornerstore.identity.CustomerList;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Households;
import io.cornerstore.intake.Catalogue;
import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.profile.golden.GoldenRecordPump;
import io.cornerstore.profile.golden.GoldenStore;
import io.cornerstore.profile.golden.PumpLifecycle;
import io.cornerstore.profile.history.Zones;
import io.cornerstore.profile.segment.CountedRevenues;
import io.cornerstore.profile.segment.CountedSegments;
import io.cornerstore.profile.segment.OpenedRevenue;
import io.cornerstore.profile.survivorship.Survivorship;
import io.cornerstore.profile.survivorship.SurvivorshipRule;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.UnsealPermits;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProfileSettings.class)
class ProfileConfiguration {

  @Bean
  Survivorship survivorship() {
    return new Survivorship(SurvivorshipRule.DEFAULTS);
  }

  @Bean
  GoldenStore goldenStore(JdbcClient jdbc) {
    return new GoldenStore(jdbc);
  }

  @Bean
  GoldenRecordPump goldenRecords(
      Customers customers,
      SourceRecords records,
      GoldenStore store,
      Survivorship survivorship,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    return new GoldenRecordPump(
        new GoldenRecordPump.Feeds(customers, records),
        store,
        survivorship,
        new TransactionTemplate(transactions),
        events,
        clock);
  }

  @Bean
  @ConditionalOnProperty(name = "cornerstore.pumps.enabled", havingValue = "true")
  PumpLifecycle goldenRecordsInTheBackground(GoldenRecordPump pump) {
    return new PumpLifecycle(pump);
  }

  @Bean
  Segments segments(
      PurchaseTimes purchases, Assignments assignments, ProfileSettings settings, Clock clock) {
    return new CountedSegments(purchases, assignments, settings.zone(), clock);
  }

  @Bean
  Revenues revenues(
      CustomerList customers,
      SourceRecords records,
      UnsealPermits permits,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new CountedRevenues(
        new OpenedRevenue(customers, records, permits, new TransactionTemplate(transactions)),
        clock);
  }

  @Bean
  Views profileViews(
      Catalogue catalogue, Survivorship survivorship, ProfileSettings settings, Clock clock) {
    return new Views(catalogue, survivorship, new Zones(settings.zone()), clock);
  }

  @Bean
  GoldenValues goldenValues(
      SourceRecords records,
      CustomerProfiles.Guards guards,
      Survivorship survivorship,
      PlatformTransactionManager transactions) {
    return new OpenedGoldenValues(
        records, guards, survivorship, new TransactionTemplate(transactions));
  }

  @Bean
  CustomerProfiles.Sources profileSources(
      Customers customers, Households households, SourceRecords records, GoldenStore store) {
    return new CustomerProfiles.Sources(customers, households, records, store);
  }

  @Bean
  Profiles profiles(
      CustomerProfiles.Sources sources,
      CustomerProfiles.Guards guards,
      Views views,
      PlatformTransactionManager transactions) {
    return new CustomerProfiles(sources, guards, views, new TransactionTemplate(transactions));
  }

  @Bean
  Previews previews(
      CustomerProfiles.Sources sources,
      CustomerProfiles.Guards guards,
      Views views,
      PlatformTransactionManager transactions) {
    return new OpenedPreviews(sources, guards, views, new TransactionTemplate(transactions));
  }

  @Bean
  CustomerProfiles.Guards profileGuards(
      AccessPolicy policy, UnsealPermits permits, AuditTrail audit) {
    return new CustomerProfiles.Guards(policy, permits, audit);
  }
}
