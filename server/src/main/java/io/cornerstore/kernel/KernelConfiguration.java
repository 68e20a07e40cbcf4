package io.cornerstore.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  FlywayMigrationStrategy forwardOnly() {
    return flyway -> Migrations.apply(flyway, "data");
  }

  @Bean
  TimeOrderedIds timeOrderedIds(Clock clock) {
    return new TimeOrderedIds(clock, new SecureRandom());
  }
}
