package io.cornerstore.console;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  @Bean
  Pages consolePages() {
    return new Pages();
  }

  @Bean
  Readers consoleReaders(CurrentActor current, AccessPolicy policy) {
    return new Readers(current, policy);
  }
}
