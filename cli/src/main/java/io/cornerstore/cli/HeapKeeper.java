package io.cornerstore.cli;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the heap near to what is in use.
 *
 * <p>The serial collector lets its old generation grow up to the greatest heap allowed before it
 * looks through it even once, so that a process that lives in 200 MB takes a gigabyte from the
 * databases beside it. This asks for that look as soon as a good deal was added since the last one.
 * Each costs about as much as copying what lives, and they are as far apart as what lives is large,
 * so that the share of time they take stays small.
 */
final class HeapKeeper {

  private static final String OLD = "Tenured Gen";
  private static final String FULL = "MarkSweepCompact";
  private static final double GROWTH = 1.5;
  private static final long SLACK = 56L << 20;
  private final Object turn = new Object();
  private long limit = SLACK;
  private boolean asked;

  private HeapKeeper() {}

  /** Watches this process until it ends; does nothing under another collector. */
  static void start() {
    HeapKeeper keeper = new HeapKeeper();
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    if (collectors.stream().anyMatch(collector -> collector.getName().equals(FULL))) {
      for (GarbageCollectorMXBean collector : collectors) {
        ((NotificationEmitter) collector).addNotificationListener(keeper::collected, null, null);
      }
      Thread.ofPlatform().daemon().name("heap-keeper").start(keeper::run);
    }
  }

  private void collected(Notification notification, @Nullable Object nothing) {
    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    MemoryUsage old = info.getGcInfo().getMemoryUsageAfterGc().get(OLD);
    if (old == null) {
      return;
    }
    synchronized (turn) {
      if (info.getGcName().equals(FULL)) {
        limit = (long) (old.getUsed() * GROWTH) + SLACK;
      } else if (old.getUsed() > limit) {
        asked = true;
        turn.notifyAll();
      }
    }
  }

  private void run() {
    try {
      while (true) {
        synchronized (turn) {
          while (!asked) {
            turn.wait();
          }
          asked = false;
          limit = Long.MAX_VALUE; // until the collection asked for has told how much lives
        }
        System.gc();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
