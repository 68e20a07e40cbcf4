package io.cornerstore.identity.review;

import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something dear to compute from customers and pairs. Computed at the first question, and again in
 * the background some seconds after anything was linked or decided: nobody waits for that.
 * Thread-safe.
 */
final class Lately<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Lately.class);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Head head;
  private final Supplier<T> compute;
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Known<T> known;

  private record Known<T>(long revision, long decided, long nanos, T value) {}

  Lately(Head head, Supplier<T> compute) {
    this.head = head;
    this.compute = compute;
  }

  T now() {
    Known<T> last = known;
    if (last == null) {
      last = compute();
      known = last;
    } else if (isOld(last) && refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("ranking").start(this::refresh);
    }
    return last.value;
  }

  private boolean isOld(Known<T> last) {
    if (System.nanoTime() - last.nanos < FRESH.toNanos()) {
      return false;
    }
    HeadRow now = head.read();
    return last.revision != now.revision() || last.decided != now.decided();
  }

  private void refresh() {
    try {
      known = compute();
    } catch (RuntimeException failure) {
      LOG.warn("the order of a review list could not be renewed; it stays as it was", failure);
    } finally {
      refreshing.set(false);
    }
  }

  private Known<T> compute() {
    HeadRow now = head.read();
    return new Known<>(now.revision(), now.decided(), System.nanoTime(), compute.get());
  }
}
