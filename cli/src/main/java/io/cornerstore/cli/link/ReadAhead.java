package io.cornerstore.cli.link;

import io.cornerstore.linkage.LinkageRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads files on a thread of its own, a little ahead of the thread that takes the records in; used
 * by one thread.
 */
final class ReadAhead implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int AHEAD = 16;
  private final List<InputFile> inputs;
  private final IntUnaryOperator sources;
  private final LinkProgress progress;
  private final long bytes;
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private List<Read> filling = new ArrayList<>(BATCH);

  /** A record with its identifier, and the name of its true cluster if the file knows it. */
  record Read(LinkageRecord record, String id, @Nullable String truth) {}

  /** Records of one file in its order; the last batch of all has none. */
  record Batch(int file, List<Read> records, @Nullable RuntimeException failure) {}

  /**
   * Starts reading.
   *
   * @param sources the number of the source of each file
   */
  ReadAhead(List<InputFile> inputs, IntUnaryOperator sources, LinkProgress progress)
      throws IOException {
    this.inputs = inputs;
    this.sources = sources;
    this.progress = progress;
    long sum = 0;
    for (InputFile input : inputs) {
      sum += Files.size(input.path());
    }
    this.bytes = sum;
    this.thread = Thread.ofPlatform().daemon().name("read-ahead").unstarted(this::run);
    thread.start();
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
      return batch.records.isEmpty() ? null : batch;
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private void run() {
    RuntimeException failure = null;
    try {
      long before = 0;
      for (int file = 0; file < inputs.size(); file++) {
        read(file, before);
        before += Files.size(inputs.get(file).path());
      }
    } catch (IOException e) {
      failure = new UncheckedIOException(e);
    } catch (RuntimeException e) {
      failure = e;
    }
    hand(new Batch(0, List.of(), failure));
  }

  private void read(int file, long before) {
    InputFile input = inputs.get(file);
    RecordReader reader = new RecordReader(input.plan(), sources.applyAsInt(file));
    input.read(
        (row, number) -> {
          filling.add(new Read(reader.read(row), reader.id(row, number), reader.truth(row)));
          if (filling.size() == BATCH) {
            flush(file);
          }
        },
        progress.part(before, bytes));
    flush(file);
  }

  private void flush(int file) {
    if (!filling.isEmpty()) {
      hand(new Batch(file, filling, null));
      filling = new ArrayList<>(BATCH);
    }
  }

  private void hand(Batch batch) {
    try {
      ready.put(batch);
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while reading");
  }

  /** Stops reading. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
