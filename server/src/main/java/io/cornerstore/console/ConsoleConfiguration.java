package io.cornerstore.console;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.ProblemScreens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  ConsoleProblems.class,
  CustomerController.class,
  FeedsController.class,
  ImportsController.class,
  QuarantineController.class,
  WebhooksController.class,
  HomeController.class,
  Languages.class,
  MatchController.class,
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
  HomePanels homePanels(ReviewQueue queue, Quarantine quarantine) {
    return new HomePanels(queue, quarantine);
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
}
