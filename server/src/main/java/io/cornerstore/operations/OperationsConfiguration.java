package io.cornerstore.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.cornerstore.identity.IdentityStatistics;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.profile.GoldenRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationFilter;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperationsConfiguration {

  /** Where there is a web server: a command at the terminal is watched by who typed it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  static class Watching {

    /**
     * A trace names the pattern of a path, never the path itself: that, and what stands behind its
     * question mark, may tell who was looked at.
     */
    @Bean
    ObservationFilter pathsByPatternOnly() {
      return context -> {
        context.removeHighCardinalityKeyValue("http.url");
        return context;
      };
    }

    @Bean
    Pipeline pipeline(
        SourceRecords records,
        IdentityStatistics identity,
        GoldenRecords golden,
        Quarantine quarantine) {
      return new Pipeline(records, identity, golden, quarantine, System::nanoTime);
    }

    @Bean
    MeterBinder pipelineMeters(Pipeline pipeline) {
      return new PipelineMeters(pipeline);
    }

    @Bean
    MeterBinder backupMeters(OperationsSettings settings, Clock clock) {
      return new BackupMeters(new BackupNotes(settings.dataFolder()), clock);
    }

    @Bean
    InstallationHealth installationHealth(OperationsSettings settings) {
      return new DataFolderHealth(settings);
    }

    /** The pool of the keys is no candidate for whoever asks for all pools. */
    @Bean
    MeterBinder keyPoolMeters(@Qualifier("keysDataSource") HikariDataSource keys) {
      return registry -> watch(keys, registry);
    }

    private static void watch(HikariDataSource pool, MeterRegistry registry) {
      if (pool.getMetricsTrackerFactory() == null && pool.getMetricRegistry() == null) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
      }
    }
  }
}
