package io.cornerstore.profile.segment;

import io.cornerstore.profile.Revenues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last sums, and has them counted anew beside when they are too old. */
public final class CountedRevenues implements Revenues {

  private static final Logger log = LoggerFactory.getLogger(CountedRevenues.class);
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** At most one part in so many of the time is spent on counting. */
  private static final int REST = 50;

  private record Counted(Revenue revenue, Instant until) {}

  private final Function<Instant, Revenue> count;
  private final Clock clock;
  private final AtomicReference<@Nullable CompletableFuture<Counted>> underway =
      new AtomicReference<>();
  private volatile @Nullable Counted counted;
  /* Whoever looks at the page must not have everything opened again for the same failure. */
  private volatile Instant failedUntil = Instant.MIN;

  /** Sums are made by {@code count}, which is told the moment it begins. */
  public CountedRevenues(Function<Instant, Revenue> count, Clock clock) {
    this.count = count;
    this.clock = clock;
  }

  @Override
  public Optional<Revenue> latest(Duration patience) {
    Counted known = counted;
    boolean rests = clock.instant().isBefore(failedUntil);
    if (known != null) {
      if (!rests && !clock.instant().isBefore(known.until)) {
        CompletableFuture<Counted> _ = countBeside();
      }
      return Optional.of(known.revenue);
    }
    if (rests) {
      return Optional.empty();
    }
    try {
      return Optional.of(countBeside().get(patience.toMillis(), TimeUnit.MILLISECONDS).revenue);
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The count that runs, else a new one. */
  private CompletableFuture<Counted> countBeside() {
    CompletableFuture<Counted> mine = new CompletableFuture<>();
    CompletableFuture<Counted> first = underway.compareAndExchange(null, mine);
    if (first != null) {
      return first;
    }
    Thread.ofVirtual()
        .name("revenue")
        .start(() -> {
          try {
            Counted now = count();
            counted = now;
            mine.complete(now);
          } catch (RuntimeException | Error e) {
            log.warn("revenue could not be counted: {}", e.getClass().getSimpleName());
            failedUntil = clock.instant().plus(FRESH);
            mine.completeExceptionally(e);
          } finally {
            underway.set(null);
          }
        });
    return mine;
  }

  private Counted count() {
    Instant began = clock.instant();
    Revenue revenue = count.apply(began);
    Instant ended = clock.instant();
    Duration rest = Duration.between(began, ended).multipliedBy(REST);
    return new Counted(revenue, ended.plus(rest.compareTo(FRESH) > 0 ? rest : FRESH));
  }
}
