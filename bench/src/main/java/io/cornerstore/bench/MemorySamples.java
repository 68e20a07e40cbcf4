package io.cornerstore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Resident memory of a process, looked at every half second until it is closed. */
final class MemorySamples implements AutoCloseable {

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Double> megabytes = new ArrayList<>();
  private final Thread thread;

  MemorySamples(long pid) {
    thread = Thread.ofPlatform().daemon().name("memory").start(() -> watch(pid));
  }

  private void watch(long pid) {
    try {
      do {
        megabytes.add(ProcFile.residentMegabytes(pid));
      } while (!end.await(500, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of the third that begins after so many thirds; once it is closed. */
  Latencies third(int after) {
    int size = megabytes.size();
    return Latencies.of(
        megabytes.subList(size * after / 3, size * (after + 1) / 3).stream()
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  @Override
  public void close() throws InterruptedException {
    end.countDown();
    thread.join();
  }
}
