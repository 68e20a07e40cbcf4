package io.cornerstore.console;

import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.profile.ProblemScreens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is around all pages; each group of pages has a configuration of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import(ConsoleProblems.class)
class ConsoleConfiguration {

  @Bean
  ProblemScreens consoleProblemScreens(Pages pages, Readers readers) {
    return new FaultPages(pages, readers);
  }
}
