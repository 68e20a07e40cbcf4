package io.cornerstore.console.home;

import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTally;
import io.cornerstore.console.customer.TypedSearch;
import io.cornerstore.console.feeds.FeedHealth;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.operations.InstallationHealth;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Shelves;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({HomeController.class, KeysController.class, SegmentsController.class})
class HomePagesConfiguration {

  @Bean
  HomePanels homePanels(
      ReviewQueue queue,
      FeedHealth feeds,
      Segments segments,
      Shelves shelves,
      AuditTally tally,
      AdministratorPanels administrators) {
    return new HomePanels(
        queue, feeds, segments, shelves, new ReadingsPanel(tally), administrators);
  }

  @Bean
  AdministratorPanels administratorPanels(
      InstallationHealth health, StaffAccounts accounts, AuditTally tally, Clock clock) {
    return new AdministratorPanels(health, accounts, tally, clock);
  }

  @Bean
  HomeController.Faces homeFaces(
      Customers customers,
      TypedSearch search,
      Resolver resolver,
      Shelves shelves,
      SourceRecords records) {
    return new HomeController.Faces(customers, search, resolver, shelves, records);
  }
}
