package io.cornerstore.console;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTally;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.ProblemScreens;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Shelves;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  ConsoleProblems.class,
  CounterController.class,
  CustomerController.class,
  FeedsController.class,
  ImportsController.class,
  QuarantineController.class,
  RemapController.class,
  WebhooksController.class,
  HomeController.class,
  HouseholdController.class,
  KeysController.class,
  Languages.class,
  MatchController.class,
  NewcomerController.class,
  SegmentsController.class,
  ModelController.class,
  PreviewController.class,
  ReviewCaseController.class,
  ReviewController.class,
  SignInController.class,
  StaffController.class,
  WelcomeController.class
})
class ConsoleConfiguration {

  @Bean
  HomePanels homePanels(
      ReviewQueue queue, FeedHealth feeds, Segments segments, Shelves shelves, AuditTally tally) {
    return new HomePanels(queue, feeds, segments, shelves, new ReadingsPanel(tally));
  }

  @Bean
  FeedHealth feedHealth(
      FeedWatch watch, ResolverPosition resolver, Webhooks webhooks, Clock clock) {
    return new FeedHealth(watch, resolver, webhooks, clock);
  }

  @Bean
  Pages consolePages() {
    return new Pages();
  }

  @Bean
  ProblemScreens consoleProblemScreens(Pages pages, Readers readers) {
    return new FaultPages(pages, readers);
  }

  @Bean
  FeedsController.Faces feedFaces(
      FeedWatch watch,
      Quarantine quarantine,
      ScreeningReview review,
      ImportRuns runs,
      ResolverPosition resolver,
      GoldenRecords golden) {
    return new FeedsController.Faces(watch, quarantine, review, runs, resolver, golden);
  }

  @Bean
  StaffActs consoleStaffActs(AuditTrail audit) {
    return new StaffActs(audit);
  }

  @Bean
  Readers consoleReaders(CurrentActor current, AccessPolicy policy) {
    return new Readers(current, policy);
  }

  @Bean
  HomeController.Faces homeFaces(
      Customers customers,
      CustomerSearch search,
      Resolver resolver,
      Profiles profiles,
      Shelves shelves,
      SourceRecords records) {
    return new HomeController.Faces(customers, search, resolver, profiles, shelves, records);
  }

  @Bean
  CustomerController.Faces customerFaces(
      Profiles profiles,
      Stewardship stewardship,
      Counter counter,
      Shelves shelves,
      CustomerSearch search,
      StaffAccounts accounts) {
    return new CustomerController.Faces(profiles, stewardship, counter, shelves, search, accounts);
  }

  @Bean
  CounterController.Faces counterPageFaces(Profiles profiles, Counter counter, Shelves shelves) {
    return new CounterController.Faces(profiles, counter, shelves);
  }
}
