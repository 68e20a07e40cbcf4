package io.cornerstore.identity.resolution;

import io.cornerstore.identity.IdentitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Resolves in the background, on one platform thread: as long as this process has the resolver's
 * lock it follows the log; otherwise it keeps the subjects in memory up to date with the process
 * that has it.
 */
public final class ResolverPump implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ResolverPump.class);
  private static final long FOLLOW_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  private final LogResolver resolver;
  private final IdentitySettings settings;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  /** Drives this resolver. */
  public ResolverPump(LogResolver resolver, IdentitySettings settings) {
    this.resolver = resolver;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("resolver").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread stopped = thread;
    stopped.interrupt();
    try {
      stopped.join(10_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    long pause = FOLLOW_MILLIS;
    while (running) {
      try {
        work();
        pause = FOLLOW_MILLIS;
        Thread.sleep(pause); // until the process that holds the lock ends or has stored more
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException failure) {
        if (running) {
          log.error("resolving failed, again in {} ms", pause, failure);
          pause = backOff(pause);
        }
      }
    }
  }

  /** Waits so long; the next failure in a row waits twice as long. */
  private static long backOff(long pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
  }

  private void work() throws InterruptedException {
    ResolverLock.Held held = resolver.lock().tryHold();
    if (held == null) {
      follow();
      return;
    }
    try (held) {
      while (running && held.isAlive()) {
        if (!resolver.resolution().step(resolver.resolution().end(), _ -> {})) {
          resolver.resolution().refreshHouseholdsSometimes();
          // Imports append to the log from processes of their own and announce nothing.
          Thread.sleep(settings.poll());
        }
      }
    }
  }

  private void follow() throws InterruptedException {
    ResolverLock.Held memory = resolver.lock().tryHoldMemory();
    if (memory != null) {
      try (memory) {
        resolver.resolution().follow();
      }
    }
  }
}
