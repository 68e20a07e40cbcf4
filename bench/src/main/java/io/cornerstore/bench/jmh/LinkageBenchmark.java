package io.cornerstore.bench.jmh;

import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Explanation;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.Partition;
import io.cornerstore.linkage.ResidentIndex;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A record that changes, from its new version to the customers around it; and one pair explained.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LinkageBenchmark {

  @Param({"100000"})
  private int records;

  private ResidentIndex index = new ResidentIndex();
  private int next;

  @Setup
  public void fill() {
    index = new ResidentIndex();
    for (int i = 0; i < records; i++) {
      index.put(MadeUpRecords.of(i));
    }
  }

  @Benchmark
  public Partition upsert() {
    int handle = next++ % records;
    LinkageRecord again = MadeUpRecords.of(handle);
    index.replace(handle, again);
    return index.relink(new int[] {handle}, Constraints.none());
  }

  @Benchmark
  public Explanation pair() {
    int handle = next++ % (records / 8) * 8;
    return index.explain(handle, handle + 7);
  }
}
