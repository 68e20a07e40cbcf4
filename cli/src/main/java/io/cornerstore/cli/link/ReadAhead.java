package io.cornerstore.cli.link;

import io.cornerstore.linkage.LinkageRecord;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files on a thread of its own, a little ahead of the thread that takes the records in; used
 * by one thread.
 */
final class ReadAhead implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int AHEAD = 16;
  private final List<InputFile> inputs;
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /** Records of one file in its order, with their identifiers; the last batch of all is empty. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Batch(
      int file,
      LinkageRecord[] records,
      String[] ids,
      int size,
      @Nullable RuntimeException failure) {}

  /** Starts reading. */
  ReadAhead(List<InputFile> inputs) {
    this.inputs = inputs;
    this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(this::run);
  }

  /**
   * The next records, null at the end.
   *
   * @throws RuntimeException what reading failed with
   */
  @Nullable Batch next() {
    try {
      Batch batch = ready.take();
      if (batch.failure != null) {
        throw batch.failure;
      }
      return batch.size == 0 ? null : batch;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading");
    }
  }

  private void run() {
    try {
      RuntimeException failure = null;
      try {
        for (int file = 0; file < inputs.size(); file++) {
          read(file);
        }
      } catch (RuntimeException e) {
        failure = e;
      }
      ready.put(new Batch(0, new LinkageRecord[0], new String[0], 0, failure));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody waits for records any longer
    }
  }

  private void read(int file) throws InterruptedException {
    InputFile input = inputs.get(file);
    RecordReader reader = new RecordReader(input.plan(), file);
    Filling filling = new Filling(file);
    input.read((row, number) -> filling.add(reader.read(row), reader.id(row, number)), _ -> {});
    filling.flush();
  }

  private final class Filling {
    private final int file;
    private LinkageRecord[] records = new LinkageRecord[BATCH];
    private String[] ids = new String[BATCH];
    private int size;

    Filling(int file) {
      this.file = file;
    }

    void add(LinkageRecord record, String id) {
      records[size] = record;
      ids[size++] = id;
      if (size == BATCH) {
        flush();
      }
    }

    void flush() {
      if (size > 0) {
        try {
          ready.put(new Batch(file, records, ids, size, null));
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          throw new CancellationException("interrupted while reading");
        }
        records = new LinkageRecord[BATCH];
        ids = new String[BATCH];
        size = 0;
      }
    }
  }

  /** Stops reading. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
