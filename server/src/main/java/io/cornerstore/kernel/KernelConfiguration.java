package io.cornerstore.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  TimeOrderedIds timeOrderedIds(Clock clock) {
    return new TimeOrderedIds(clock, new SecureRandom());
  }
}
