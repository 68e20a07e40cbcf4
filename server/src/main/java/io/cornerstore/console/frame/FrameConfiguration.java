package io.cornerstore.console.frame;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.CurrentActor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({Languages.class})
class FrameConfiguration {

  @Bean
  Pages consolePages() {
    return new Pages();
  }

  @Bean
  Readers consoleReaders(CurrentActor current, AccessPolicy policy) {
    return new Readers(current, policy);
  }
}
