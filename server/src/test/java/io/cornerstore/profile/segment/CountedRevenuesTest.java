package io.cornerstore.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.profile.Revenues.Revenue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountedRevenuesTest {

  private static final Instant BEGIN = Instant.parse("2026-06-30T12:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(20);

  private volatile Instant now = BEGIN;

  private Clock clock() {
    return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  }

  @Test
  void latest_waitsAsLongAsItsPatience() {
    CompletableFuture<String> mayCount = new CompletableFuture<>();
    CountedRevenues revenues =
        new CountedRevenues(
            at -> {
              mayCount.join();
              return new Revenue(at, List.of());
            },
            clock());
    assertThat(revenues.latest(Duration.ZERO)).isEmpty();
    mayCount.complete("now");
    assertThat(revenues.latest(LONG)).contains(new Revenue(BEGIN, List.of()));
  }

  @Test
  void latest_whenCountingFails_isEmpty_andTriesAgainAfterARest() {
    AtomicInteger tries = new AtomicInteger();
    CountedRevenues revenues =
        new CountedRevenues(
            at -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
              }
              return new Revenue(at, List.of());
            },
            clock());
    assertThat(revenues.latest(LONG)).isEmpty();
    assertThat(revenues.latest(LONG)).isEmpty();
    assertThat(tries).hasValue(1);
    now = BEGIN.plus(Duration.ofMinutes(10));
    assertThat(revenues.latest(LONG)).isPresent();
  }

  @Test
  void count_thatTookLong_restsFiftyTimesAsLong() {
    AtomicInteger counts = new AtomicInteger();
    CompletableFuture<String> second = new CompletableFuture<>();
    CountedRevenues revenues =
        new CountedRevenues(
            at -> {
              if (counts.incrementAndGet() == 2) {
                second.complete("counted");
              }
              now = at.plus(Duration.ofMinutes(1));
              return new Revenue(at, List.of());
            },
            clock());
    assertThat(revenues.latest(LONG)).isPresent();
    now = BEGIN.plus(Duration.ofMinutes(50));
    assertThat(revenues.latest(LONG)).as("still resting").isPresent();
    assertThat(counts).hasValue(1);
    now = BEGIN.plus(Duration.ofMinutes(51));
    assertThat(revenues.latest(LONG)).as("the old one meanwhile").isPresent();
    assertThat(second.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("counted");
  }
}
