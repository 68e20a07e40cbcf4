package io.cornerstore.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs numbered tasks on a few threads; which thread runs which task must not matter. */
public final class Workers {
  private final int threads;
  private volatile Progress progress = (_, _, _) -> {};
  private volatile String stage = "";

  /** With so many threads, at least one. */
  public Workers(int threads) {
    this.threads = Math.max(1, threads);
  }

  /** For each of two tasks that themselves want workers: half as many threads, at least one. */
  public Workers half() {
    Workers half = new Workers(threads / 2);
    half.progress = progress;
    half.stage = stage;
    return half;
  }

  /** Hears how far the work is; called by any of the threads. */
  @FunctionalInterface
  public interface Progress {
    /** So many of the tasks of a stage are done. */
    void at(String stage, int done, int tasks);
  }

  /** Tells somebody from now on how far the work is. */
  public void report(Progress listener) {
    progress = listener;
  }

  /** Names what the next tasks are for. */
  public void enter(String name) {
    stage = name;
  }

  /** What one thread does with the tasks it gets. */
  @FunctionalInterface
  public interface Worker {
    /** Does one task. */
    void run(int task);
  }

  /**
   * Runs the tasks 0 up to {@code tasks}, and returns when all are done.
   *
   * @param worker makes what one thread needs for itself
   */
  public void run(int tasks, Supplier<Worker> worker) {
    AtomicInteger next = new AtomicInteger();
    List<RuntimeException> failures = new ArrayList<>();
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, tasks); i++) {
      others.add(Thread.ofPlatform().daemon().start(() -> drain(tasks, next, worker, failures)));
    }
    drain(tasks, next, worker, failures);
    for (Thread other : others) {
      join(other);
    }
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw failures.getFirst();
      }
    }
  }

  private void drain(
      int tasks, AtomicInteger next, Supplier<Worker> worker, List<RuntimeException> failures) {
    try {
      Worker own = worker.get();
      for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
        own.run(task);
        progress.at(stage, Math.min(task + 1, tasks), tasks);
      }
    } catch (RuntimeException e) {
      next.set(tasks);
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while linking");
    }
  }
}
