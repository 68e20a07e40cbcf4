package io.cornerstore.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches a JVM and the databases it starts until it ends: processor time of either and the JVM's
 * peak of resident memory. Looks every 25 ms, so what happens after the last look is missed.
 */
final class Usage implements AutoCloseable {

  /** Seconds of processor time and megabytes. */
  record Total(double jvmSeconds, double databaseSeconds, double peakMegabytes) {}

  private final long pid;
  private final Map<Long, Double> databases = new HashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private double jvm;
  private double peak;

  Usage(long pid) {
    this.pid = pid;
    this.thread = Thread.ofPlatform().daemon().name("usage").start(this::watch);
  }

  private void watch() {
    try {
      do {
        look();
      } while (!end.await(25, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look() {
    jvm = Math.max(jvm, ProcFile.of(pid).ownSeconds());
    peak = Math.max(peak, ProcFile.peakMegabytes(pid));
    for (long server : ProcFile.children(pid)) {
      ProcFile postmaster = ProcFile.of(server);
      double now = postmaster.ownSeconds() + postmaster.childSeconds();
      for (long backend : ProcFile.children(server)) {
        now += ProcFile.of(backend).ownSeconds();
      }
      databases.merge(server, now, Math::max);
    }
  }

  synchronized Total total() {
    return new Total(jvm, databases.values().stream().mapToDouble(Double::doubleValue).sum(), peak);
  }

  @Override
  public void close() throws InterruptedException {
    end.countDown();
    thread.join();
  }
}
