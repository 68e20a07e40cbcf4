package io.cornerstore.intake.feed;

import io.cornerstore.intake.ImportProgress;
import io.cornerstore.tabular.TabularSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells how far the import is: called by the reading thread, fed by the writing one. */
final class Watch {

  private final Consumer<ImportProgress> progress;
  private final long bytesTotal;
  private final AtomicLong durableInFeed = new AtomicLong();
  private long durableBefore;
  private long bytesBefore;
  private long rows;
  private String feed = "";
  private String file = "";

  Watch(List<FeedPlan> feeds, Consumer<ImportProgress> progress) {
    this.progress = progress;
    long total = 0;
    for (FeedPlan plan : feeds) {
      for (TabularSource source : plan.sources()) {
        total += source.size().orElse(0);
      }
    }
    this.bytesTotal = total;
  }

  void file(String feedName, TabularSource source) {
    feed = feedName;
    file = source.name();
  }

  void read(int more, long bytesInFile) {
    rows += more;
    tell(bytesBefore + bytesInFile);
  }

  void finished(TabularSource source, long bytesInFile) {
    bytesBefore += source.size().orElse(bytesInFile);
    tell(bytesBefore);
  }

  void skipped(TabularSource source, long rowsInFile) {
    rows += rowsInFile;
    durableInFeed.addAndGet(rowsInFile);
    finished(source, 0);
  }

  void durable(long rowsOfFeed) {
    durableInFeed.set(rowsOfFeed);
  }

  void feedDone() {
    durableBefore += durableInFeed.getAndSet(0);
  }

  private void tell(long bytes) {
    progress.accept(
        new ImportProgress(
            feed, file, bytes, bytesTotal, rows, durableBefore + durableInFeed.get()));
  }
}
