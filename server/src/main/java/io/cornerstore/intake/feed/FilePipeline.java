package io.cornerstore.intake.feed;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.RunFailure;
import io.cornerstore.intake.log.BadRowEntry;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.intake.rows.RowIdentities;
import io.cornerstore.intake.rows.RowIdentity;
import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file in three stages that overlap: the calling thread parses and identifies rows, workers
 * map, screen, normalise and seal them, one writer appends in the order of the file. At most
 * {@value #IN_FLIGHT} chunks are in memory.
 */
final class FilePipeline {

  private static final int IN_FLIGHT = 6;
  private static final int WORKERS = 2;

  private final RowIdentities identities;
  private final ChunkPreparer preparer;
  private final @Nullable SeenItems seen;
  private final RowKind kind;
  private final Consumer<Prepared> sink;
  private volatile boolean expectKnown = true;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean failed;
  private long leftOut;

  /**
   * A pipeline into a sink.
   *
   * @param seen items of the snapshot so far; null for other feeds
   * @param sink called by the writer's thread, in order
   */
  FilePipeline(
      RowIdentities identities,
      ChunkPreparer preparer,
      @Nullable SeenItems seen,
      RowKind kind,
      Consumer<Prepared> sink) {
    this.identities = identities;
    this.preparer = preparer;
    this.seen = seen;
    this.kind = kind;
    this.sink = sink;
  }

  /**
   * Reads to the end and returns when all of it is written.
   *
   * @param onChunk called by the calling thread with the number of rows read
   */
  void run(RowReader reader, Consumer<Integer> onChunk) {
    Semaphore room = new Semaphore(IN_FLIGHT);
    try (ExecutorService workers = threads(WORKERS, "import-worker");
        ExecutorService writer = threads(1, "import-writer")) {
      try {
        boolean more = true;
        while (more && !failed) {
          Chunk chunk = new Chunk(expectKnown);
          more = fill(reader, chunk);
          if (chunk.size() > 0) {
            room.acquire();
            Future<Prepared> prepared =
                workers.submit((Callable<Prepared>) () -> preparer.prepare(chunk));
            writer.execute(() -> write(prepared, chunk, room));
            onChunk.accept(chunk.size());
          }
        }
        room.acquire(IN_FLIGHT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failed = true;
        throw new IntakeException(RunFailure.INTERRUPTION, e);
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      }
    }
    RuntimeException cause = failure;
    if (cause != null) {
      throw cause;
    }
  }

  /** Rows that the feed is not about. */
  long leftOut() {
    return leftOut;
  }

  private void write(Future<Prepared> prepared, Chunk chunk, Semaphore room) {
    try {
      if (!failed) {
        Prepared ready = prepared.get();
        if (chunk.lookFirst) {
          expectKnown = ready.known() > 0;
        }
        sink.accept(ready);
      }
    } catch (ExecutionException e) {
      fail(e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e));
    } catch (InterruptedException | CancellationException e) {
      fail(new IntakeException(RunFailure.INTERRUPTION, e));
    } catch (RuntimeException e) {
      fail(e);
    } finally {
      room.release();
    }
  }

  private void fail(RuntimeException cause) {
    if (failure == null) {
      failure = cause;
    }
    failed = true;
  }

  /** Fills a chunk; false at the end of the file. */
  private boolean fill(RowReader reader, Chunk chunk) {
    while (chunk.size() < Chunk.ROWS) {
      RowResult next = reader.next();
      switch (next) {
        case null -> {
          return false;
        }
        case Row row -> {
          if (identities.leavesOut(row)) {
            leftOut++;
          } else {
            add(chunk, row);
          }
        }
        case BadRow bad ->
            chunk.bad.add(
                preparer.bad(
                    identities.ofText(bad.raw()),
                    bad.line(),
                    bad.column() > 0 ? String.valueOf(bad.column()) : null,
                    bad.reason(),
                    RowContent.of(bad.raw())));
      }
    }
    return true;
  }

  private void add(Chunk chunk, Row row) {
    RowIdentity identity = identities.next(row);
    if (identity == null) {
      chunk.bad.add(refused(row, RefusalReason.ID_EMPTY));
    } else if (kind == RowKind.SNAPSHOT
        && seen != null
        && identity.item() != null
        && !seen.add(identity.item())) {
      chunk.bad.add(refused(row, RefusalReason.KEY_TWICE));
    } else {
      chunk.rows.add(row);
      chunk.identities.add(identity);
    }
  }

  private BadRowEntry refused(Row row, RefusalReason reason) {
    return preparer.bad(identities.ofText(row.asReceived()), row, null, reason.text());
  }

  private static ExecutorService threads(int count, String name) {
    return Executors.newFixedThreadPool(
        count, Thread.ofPlatform().name(name + "-", 0).daemon(true).factory());
  }
}
