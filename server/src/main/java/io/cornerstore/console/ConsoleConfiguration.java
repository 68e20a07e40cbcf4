package io.cornerstore.console;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
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
  HomeController.class,
  Languages.class,
  MatchController.class,
  SignInController.class
})
class ConsoleConfiguration {

  @Bean
  Pages consolePages() {
    return new Pages();
  }

  @Bean
  ProblemScreens consoleProblemScreens(Pages pages, Readers readers) {
    return new FaultPages(pages, readers);
  }

  @Bean
  Readers consoleReaders(CurrentActor current, AccessPolicy policy) {
    return new Readers(current, policy);
  }
}
