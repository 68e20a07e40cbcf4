package io.cornerstore.profile.golden;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps the golden records up to date in the background of the server, from start to stop. */
public final class PumpLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PumpLifecycle.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final GoldenRecordPump pump;
  private volatile @Nullable Run run;

  private record Run(Thread thread, CountDownLatch stop) {}

  /** Runs this pump. */
  public PumpLifecycle(GoldenRecordPump pump) {
    this.pump = pump;
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    Thread thread = Thread.ofVirtual().name("golden-records").unstarted(() -> follow(stop));
    run = new Run(thread, stop);
    thread.start();
  }

  @Override
  public void stop() {
    Run running = run;
    run = null;
    if (running == null) {
      return;
    }
    // Not an interrupt: the batch in hand commits, and the connection stays usable.
    running.stop().countDown();
    try {
      if (!running.thread().join(Duration.ofSeconds(10))) {
        running.thread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return run != null;
  }

  private void follow(CountDownLatch stop) {
    Duration pause = Duration.ZERO;
    try {
      while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = step(stop);
      }
    } catch (InterruptedException e) {
      log.debug("golden records stopped in a batch, which is rolled back");
    }
  }

  private Duration step(CountDownLatch stop) throws InterruptedException {
    try {
      pump.catchUp(_ -> {}, () -> stop.getCount() == 0);
      return PAUSE;
    } catch (DataAccessException | TransactionException e) {
      log.warn("golden records wait for the database: {}", e.getClass().getSimpleName());
      return PAUSE_AFTER_FAILURE;
    }
  }
}
