package io.cornerstore.console.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  MatchController.class,
  MergePartnerController.class,
  ModelController.class,
  PreviewController.class,
  ReviewCaseController.class,
  ReviewController.class
})
class ReviewPagesConfiguration {}
