package io.cornerstore.profile.web;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Explanations;
import io.cornerstore.identity.Households;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.profile.Profiles;
import io.cornerstore.vault.KeyedHash;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  CounterApi.class,
  CustomerApi.class,
  OpenApiDocument.class,
  ProblemAdvice.class,
  ProblemPages.class,
  SearchApi.class,
  StewardshipApi.class
})
class ProfileWebConfiguration {

  @Bean
  Caller.Desk callerDesk(CurrentActor current, AccessPolicy policy) {
    return new Caller.Desk(current, policy);
  }

  @Bean
  CustomerApi.Faces apiFaces(
      Profiles profiles,
      Customers customers,
      Households households,
      Explanations explanations,
      Stewardship stewardship,
      Resolver resolver) {
    return new CustomerApi.Faces(
        profiles, customers, households, explanations, stewardship, resolver);
  }

  @Bean
  IdempotentWrites idempotentWrites(
      JdbcClient jdbc, KeyedHash hash, PlatformTransactionManager transactions, Clock clock) {
    return new IdempotentWrites(jdbc, hash, new TransactionTemplate(transactions), clock);
  }

  /** Before everything else, so that refusals at the door have an id too. */
  @Bean
  FilterRegistrationBean<CorrelationIds> correlationIds() {
    var registration = new FilterRegistrationBean<>(new CorrelationIds(new SecureRandom()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  /** After the doors: strangers are not told how much would be read. */
  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit() {
    var registration = new FilterRegistrationBean<>(new BodyLimit());
    registration.addUrlPatterns("/api/*");
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  @Bean
  UnreadableRequests unreadableRequests() {
    return new UnreadableRequests();
  }
}
