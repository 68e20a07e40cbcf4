package io.cornerstore.postgres;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A shutdown hook that can be taken back, or none at all. */
final class ExitHook {

  private final AtomicReference<@Nullable Thread> hook;

  private ExitHook(@Nullable Thread hook) {
    this.hook = new AtomicReference<>(hook);
  }

  static ExitHook when(boolean wanted, Runnable action) {
    if (!wanted) {
      return new ExitHook(null);
    }
    Thread thread = Thread.ofPlatform().name("postgres-exit").unstarted(action);
    Runtime.getRuntime().addShutdownHook(thread);
    return new ExitHook(thread);
  }

  void cancel() {
    Thread thread = hook.getAndSet(null);
    if (thread == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException _) {
      // The JVM is already going down; the hook then finds a stopped server.
      return;
    }
  }
}
