package io.cornerstore.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How old the last backups are, from the note {@code last-backup} that the command for backups
 * leaves in the data folder: a line {@code data=TIME} and a line {@code keys=TIME}.
 */
final class BackupMeters implements MeterBinder {

  private final @Nullable Path folder;
  private final Clock clock;

  BackupMeters(@Nullable Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String part : List.of("data", "keys")) {
      TimeGauge.builder(
              "cornerstore.backup.age", this, TimeUnit.SECONDS, meters -> meters.seconds(part))
          .description("Time since the moment the last backup is of; no value without one")
          .tag("part", part)
          .register(registry);
    }
  }

  double seconds(String part) {
    Path noted = folder == null ? null : folder.resolve("last-backup");
    if (noted == null || !Files.exists(noted)) {
      return Double.NaN;
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(noted)) {
      lines.load(reader);
      String taken = lines.getProperty(part);
      return taken == null
          ? Double.NaN
          : Duration.between(Instant.parse(taken), clock.instant()).toSeconds();
    } catch (IOException | DateTimeException _) {
      return Double.NaN;
    }
  }
}
