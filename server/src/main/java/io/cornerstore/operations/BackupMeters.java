package io.cornerstore.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How old the last backups are. */
final class BackupMeters implements MeterBinder {

  private final BackupNotes notes;
  private final Clock clock;

  BackupMeters(BackupNotes notes, Clock clock) {
    this.notes = notes;
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
    return notes
        .find(part)
        .map(taken -> (double) Duration.between(taken, clock.instant()).toSeconds())
        .orElse(Double.NaN);
  }
}
