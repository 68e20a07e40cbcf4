package io.cornerstore.console.feeds;

import io.cornerstore.delivery.Webhooks;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.profile.GoldenRecords;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  FeedsController.class,
  ImportsController.class,
  QuarantineController.class,
  RemapController.class,
  WebhooksController.class
})
class FeedPagesConfiguration {

  @Bean
  FeedHealth feedHealth(
      FeedWatch watch, ResolverPosition resolver, Webhooks webhooks, Clock clock) {
    return new FeedHealth(watch, resolver, webhooks, clock);
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
}
