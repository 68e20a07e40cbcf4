package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.linking.Closure;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.store.Rows;
import java.util.concurrent.atomic.AtomicInteger;

/** Links a few records, and all that hangs together with them; for one writer at a time. */
final class Relinker {
  private final Rows rows;
  private final KeyIndex single;
  private final int threads;
  private final Workers workers;

  /** With so many threads, of which few records need only one. */
  Relinker(Rows rows, KeyIndex single, int threads) {
    this.rows = rows;
    this.single = single;
    this.threads = Math.max(1, threads);
    this.workers = new Workers(threads);
  }

  /** The partition of every component that touches these records or those that became stale. */
  Partition relink(int[] changed, Constraints constraints, Judges judges) {
    Closure closure =
        new Closure(
            workers,
            number -> new Closure.Follower(judges.get(number), single.neighbors()),
            rows::isLive,
            new Said(constraints));
    closure.follow(single.stale().with(changed));
    AtomicInteger turns = new AtomicInteger();
    return new PartitionBuilder(
            new EdgeIndex(closure.edges(), closure.members()),
            constraints,
            workers,
            () -> judges.get(turns.getAndIncrement() % threads),
            Tier.CERTAIN)
        .build();
  }

  private record Said(Constraints constraints) implements Closure.Decided {
    @Override
    public int[] alwaysSame(int handle) {
      return constraints.alwaysSameAs(handle);
    }

    @Override
    public boolean isNeverSame(int a, int b) {
      return constraints.isNeverSame(a, b);
    }
  }
}
