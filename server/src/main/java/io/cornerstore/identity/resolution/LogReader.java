package io.cornerstore.identity.resolution;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log batch by batch. In a load the next batch is read and opened while the one before it
 * is worked on, since the two take about the same time. Not thread-safe.
 */
final class LogReader {

  private final SourceRecords records;
  private final UnsealPermits permits;
  private final TransactionTemplate transaction;
  private final int limit;
  private @Nullable Ahead ahead;

  LogReader(
      SourceRecords records, UnsealPermits permits, TransactionTemplate transaction, int limit) {
    this.records = records;
    this.permits = permits;
    this.transaction = transaction;
    this.limit = limit;
  }

  /** A batch and what it may be worked on with. */
  record Read(LogBatch batch, UnsealPermit permit) {}

  private record Ahead(long after, CompletableFuture<Read> read) {}

  /**
   * The batch after an entry.
   *
   * @param load whether many more batches will be asked for, one after the other
   */
  Read after(long entry, boolean load) {
    Read read = taken(entry);
    if (read == null) {
      read = read(entry);
    }
    if (load && !read.batch().atEnd()) {
      long next = read.batch().last().value();
      ahead = new Ahead(next, inBackground(next));
    }
    return read;
  }

  private @Nullable Read taken(long entry) {
    Ahead taken = ahead;
    ahead = null;
    if (taken == null || taken.after() != entry) {
      return null;
    }
    try {
      return taken.read().join();
    } catch (CompletionException | CancellationException _) {
      return null; // read again: what is wrong shows there, on the thread that can tell it
    }
  }

  private CompletableFuture<Read> inBackground(long entry) {
    CompletableFuture<Read> read = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("log-ahead")
        .start(() -> read.completeAsync(() -> read(entry), Runnable::run));
    return read;
  }

  private Read read(long entry) {
    UnsealPermit permit =
        transaction.execute(_ ->
            permits.grant(
                new Actor.Machine("resolver"),
                AccessPurpose.OPERATION,
                "identity.resolve",
                List.of("log after " + entry)));
    return new Read(records.after(new SourceRecordId(entry), limit, permit), permit);
  }
}
