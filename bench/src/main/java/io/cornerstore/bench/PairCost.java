package io.cornerstore.bench;

import com.sun.management.OperatingSystemMXBean;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageProgress;
import io.cornerstore.linkage.ResidentIndex;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it takes to compare a pair: processor time of the whole process, collector included, between
 * the start of comparing and the start of clustering, over all pairs compared.
 */
final class PairCost implements LinkageProgress {

  private static final int ROUNDS = 3; // the compiler is done after the second

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final AtomicLong comparing = new AtomicLong();
  private final AtomicLong clustering = new AtomicLong();

  private PairCost() {}

  /** Microseconds of processor a compared pair, of linking all again in a process that is warm. */
  static double micros(ResidentIndex index) {
    double micros = 0;
    for (int round = 0; round < ROUNDS; round++) {
      PairCost cost = new PairCost();
      index.report(cost);
      long compared = index.linkAllTwice(Constraints.none()).compared();
      micros = (cost.clustering.get() - cost.comparing.get()) / 1e3 / compared;
    }
    return micros;
  }

  @Override
  public void at(String stage, int done, int tasks) {
    switch (stage) {
      case "compare" -> comparing.compareAndSet(0, system.getProcessCpuTime());
      case "cluster" -> clustering.compareAndSet(0, system.getProcessCpuTime());
      default -> {
        // blocking comes before
      }
    }
  }
}
