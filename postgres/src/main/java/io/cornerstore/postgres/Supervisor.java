package io.cornerstore.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server process alive until it is stopped. All starts happen on one platform thread that
 * lives as long as the server: the kernel sends the parent-death signal when the starting
 * <em>thread</em> ends, not the process.
 */
final class Supervisor {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final int MAX_FAILURES_IN_A_ROW = 5;
  private static final Duration HEALTHY = Duration.ofMinutes(1);
  private static final Duration LOOK_AT_LOG = Duration.ofSeconds(20);

  private final ServerCommand command;
  private final ServerLog log;
  private final int port;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Object processGuard = new Object();
  private volatile @Nullable Process process;

  Supervisor(ServerCommand command, ServerLog log, int port) {
    this.command = command;
    this.log = log;
    this.port = port;
  }

  int port() {
    return port;
  }

  long pid() {
    Process current = process;
    return current == null ? -1 : current.pid();
  }

  boolean isRunning() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** Returns when the server takes connections, or throws why it does not. */
  void start() {
    Thread.ofPlatform().daemon().name("postgres-" + command.settings().name()).start(this::run);
    try {
      firstStart.join();
    } catch (CompletionException e) {
      stop();
      if (e.getCause() instanceof PostgresException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void run() {
    try {
      launch();
      firstStart.complete(null);
      int failures = 0;
      while (true) {
        long since = System.nanoTime();
        awaitExit();
        if (isStopping()) {
          return;
        }
        failures = System.nanoTime() - since > HEALTHY.toNanos() ? 1 : failures + 1;
        if (!restart(failures)) {
          return;
        }
      }
    } catch (PostgresException | IOException e) {
      firstStart.completeExceptionally(e);
      if (!isStopping()) {
        LOG.error("PostgreSQL {} is down", command.settings().name(), e);
      }
    } catch (InterruptedException _) {
      LOG.error("PostgreSQL {} is no longer watched", command.settings().name());
    }
  }

  private boolean restart(int failures) throws IOException, InterruptedException {
    String name = command.settings().name();
    if (failures > MAX_FAILURES_IN_A_ROW) {
      LOG.error("PostgreSQL {} ended {} times in a row and stays down", name, failures);
      return false;
    }
    LOG.warn("PostgreSQL {} ended by itself with {}: starting it again", name, exitValue());
    if (stopping.await(50L << failures, TimeUnit.MILLISECONDS)) {
      return false;
    }
    Orphans.end(command.data());
    launch();
    return true;
  }

  private int exitValue() {
    Process current = process;
    return current == null || current.isAlive() ? -1 : current.exitValue();
  }

  private void awaitExit() throws InterruptedException {
    Process current = process;
    while (current != null && !current.waitFor(LOOK_AT_LOG.toMillis(), TimeUnit.MILLISECONDS)) {
      log.rotateWhenLarge();
    }
  }

  private void launch() throws IOException, InterruptedException {
    long start = log.end();
    Process started;
    synchronized (processGuard) {
      if (isStopping()) {
        return;
      }
      ProcessBuilder builder =
          new ProcessBuilder(command.words(port))
              .directory(command.data().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
      Command.isolate(builder.environment());
      started = builder.start();
      process = started;
    }
    awaitReady(started, start);
  }

  private void awaitReady(Process started, long logStart) throws InterruptedException {
    Duration limit = command.settings().startTimeout();
    long end = System.nanoTime() + limit.toNanos();
    while (!isReady(started)) {
      if (started.waitFor(3, TimeUnit.MILLISECONDS)) {
        throw new PostgresException(
            PostgresException.Code.START_FAILED,
            "PostgreSQL %s (%s) ended with %d:%n%s"
                .formatted(
                    command.settings().name(),
                    command.runAs().text(),
                    started.exitValue(),
                    log.tailFrom(logStart)));
      }
      if (System.nanoTime() > end) {
        throw new PostgresException(
            PostgresException.Code.START_TIMED_OUT,
            "PostgreSQL %s was not ready after %s. Maybe it recovers from a crash and needs longer:%n%s"
                .formatted(command.settings().name(), limit, log.tailFrom(logStart)));
      }
    }
  }

  private boolean isReady(Process started) {
    return PidFile.find(command.data())
        .filter(file -> file.ready() && file.pid() == started.pid())
        .isPresent();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /**
   * Fast shutdown, or an immediate one when that takes too long; the process is gone afterwards.
   */
  void stop() {
    Process current;
    synchronized (processGuard) {
      stopping.countDown();
      current = process;
    }
    if (current != null) {
      Shutdown.end(command.data(), current.pid());
      current.onExit().orTimeout(5, TimeUnit.SECONDS).join(); // until this JVM knows it too
    }
  }
}
