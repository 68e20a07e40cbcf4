package io.cornerstore.intake.feed;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.IntakeBusyException;
import io.cornerstore.intake.SubmitResult;
import io.cornerstore.intake.log.Appended;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.kernel.SourceRecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Events of many callers in few commits: one thread writes what all have queued by then and wakes
 * them. While a commit runs the next group gathers, so groups grow with the load and a lone caller
 * waits for nobody.
 *
 * <p>The writer is a platform thread: a commit is a dozen answers of the database to wait for, and
 * a virtual thread would queue for a processor behind all callers after each of them.
 */
public final class EventIntake implements Intake {

  private static final int MOST_IN_GROUP = 2000;
  private static final int MOST_WAITING = 50_000;
  private static final Duration COME_AGAIN = Duration.ofSeconds(1);
  private static final long WRITER_STAYS_SECONDS = 10;

  private final Workshop workshop;
  private final EventReader reader;
  private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean called = new AtomicBoolean();
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          WRITER_STAYS_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("event-writer").factory());

  /** With what it works with. */
  public EventIntake(Workshop workshop) {
    this.workshop = workshop;
    this.reader = new EventReader(workshop);
    writer.allowCoreThreadTimeOut(true);
  }

  private record Ticket(List<LogEntry> entries, CompletableFuture<List<SubmitResult>> results) {}

  @Override
  public void admit() {
    if (waiting.get() >= MOST_WAITING) {
      throw new IntakeBusyException(COME_AGAIN);
    }
  }

  @Override
  public List<SubmitResult> submit(List<IncomingEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    if (waiting.addAndGet(events.size()) > MOST_WAITING) {
      waiting.addAndGet(-events.size());
      throw new IntakeBusyException(COME_AGAIN);
    }
    try {
      Ticket ticket =
          new Ticket(events.stream().map(reader::entry).toList(), new CompletableFuture<>());
      queue.add(ticket);
      call();
      return ticket.results().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "the events could not be written; none was taken", e.getCause());
    } finally {
      waiting.addAndGet(-events.size());
    }
  }

  /* Where no thread can be started now, the next caller has to be able to try again. */
  private void call() {
    if (called.compareAndSet(false, true)) {
      try {
        writer.execute(this::writeAll);
      } catch (RuntimeException | Error e) {
        called.set(false);
        for (Ticket next = queue.poll(); next != null; next = queue.poll()) {
          next.results().completeExceptionally(e);
        }
      }
    }
  }

  private void writeAll() {
    called.set(false); // before looking: who queues from here on calls again
    while (!queue.isEmpty()) {
      writeGroup();
    }
  }

  private void writeGroup() {
    List<Ticket> group = new ArrayList<>();
    List<LogEntry> entries = new ArrayList<>();
    for (Ticket next = queue.peek();
        next != null
            && (group.isEmpty() || entries.size() + next.entries().size() <= MOST_IN_GROUP);
        next = queue.peek()) {
      group.add(next);
      entries.addAll(next.entries());
      queue.remove();
    }
    try {
      Appended appended =
          workshop.appender().append(workshop.appender().seal(entries, List.of()), null);
      int at = 0;
      for (Ticket ticket : group) {
        List<SubmitResult> results = new ArrayList<>(ticket.entries().size());
        for (LogEntry entry : ticket.entries()) {
          results.add(result(appended.id(at++), entry));
        }
        ticket.results().complete(List.copyOf(results));
      }
    } catch (RuntimeException | Error e) {
      group.forEach(ticket -> ticket.results().completeExceptionally(e));
    }
  }

  private static SubmitResult result(long id, LogEntry entry) {
    return id == 0
        ? new SubmitResult.Duplicate()
        : new SubmitResult.Accepted(new SourceRecordId(id), entry.subject());
  }
}
