package io.cornerstore.intake.segment;

import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.PostgresFeedWatch;
import io.cornerstore.kernel.SourceSystem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls that were refused, for the page of feeds: written down at most once in five seconds,
 * since whoever sends nonsense may send much of it. Thread-safe.
 */
final class Refusals {

  private static final long PAUSE_MILLIS = 5_000;

  private final Feeds feeds;
  private final PostgresFeedWatch watch;
  private final Clock clock;
  private final @Nullable String country;
  private final Map<SourceSystem, LongAdder> counted = new ConcurrentHashMap<>();
  private final AtomicLong written = new AtomicLong();

  Refusals(Feeds feeds, PostgresFeedWatch watch, Clock clock, @Nullable String country) {
    this.feeds = feeds;
    this.watch = watch;
    this.clock = clock;
    this.country = country;
  }

  void count(SourceSystem source) {
    counted.computeIfAbsent(source, _ -> new LongAdder()).increment();
    long now = clock.millis();
    long before = written.get();
    if (now - before >= PAUSE_MILLIS && written.compareAndSet(before, now)) {
      counted.forEach((one, count) -> {
        long calls = count.sumThenReset();
        if (calls > 0) {
          watch.refused(feeds.feed(one, EventQuarantine.FEED, country).feed(), calls);
        }
      });
    }
  }
}
