package io.cornerstore.delivery.webhook;

import io.cornerstore.delivery.WebhookSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Sends in the background: each endpoint by a thread of its own, so none waits for another. */
public final class WebhookSending implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WebhookSending.class);
  private static final long PAUSE_MILLIS = 250;
  private static final int SWEEP_EVERY = 14_400;

  private final Dispatcher dispatcher;
  private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
  private volatile @Nullable CountDownLatch stop;

  /** Over the main database. */
  public WebhookSending(JdbcClient jdbc, WebhookKeys keys, WebhookSettings settings, Clock clock) {
    this.dispatcher = new Dispatcher(jdbc, keys, settings, clock, new SecureRandom());
  }

  @Override
  public void start() {
    CountDownLatch running = new CountDownLatch(1);
    stop = running;
    Thread.ofVirtual().name("webhooks").start(() -> run(running));
  }

  @Override
  public void stop() {
    CountDownLatch running = stop;
    stop = null;
    if (running != null) {
      running.countDown();
    }
  }

  @Override
  public boolean isRunning() {
    return stop != null;
  }

  private void run(CountDownLatch running) {
    try {
      for (int round = 0; !running.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); round++) {
        round(running, round % SWEEP_EVERY == 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(CountDownLatch running, boolean sweep) {
    try {
      if (sweep) {
        dispatcher.sweep();
      }
      for (UUID endpoint : dispatcher.due()) {
        if (busy.add(endpoint)) {
          Thread.ofVirtual().name("webhooks-" + endpoint).start(() -> drain(endpoint, running));
        }
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("webhooks wait for the database: {}", e.getClass().getSimpleName());
    }
  }

  private void drain(UUID endpoint, CountDownLatch running) {
    try {
      while (running.getCount() > 0 && dispatcher.send(endpoint) > 0) {
        // as long as something is due
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      log.warn("webhooks to {} wait: {}", endpoint, e.getClass().getSimpleName());
    } finally {
      busy.remove(endpoint);
    }
  }
}
