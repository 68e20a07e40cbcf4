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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events of many callers in few commits, without a thread of its own: whoever gets the lock writes
 * what all have queued by then and wakes them. While a commit runs the next group gathers, so
 * groups grow with the load and a lone caller waits for nobody.
 */
public final class EventIntake implements Intake {

  private static final int MOST_IN_GROUP = 2000;
  private static final int MOST_WAITING = 50_000;

  private final Workshop workshop;
  private final EventReader reader;
  private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();

  /** With what it works with. */
  public EventIntake(Workshop workshop) {
    this.workshop = workshop;
    this.reader = new EventReader(workshop);
  }

  private static final class Ticket {
    final List<LogEntry> entries;
    volatile boolean done;
    @Nullable List<SubmitResult> results;
    @Nullable RuntimeException failure;

    Ticket(List<LogEntry> entries) {
      this.entries = entries;
    }
  }

  @Override
  public List<SubmitResult> submit(List<IncomingEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    if (waiting.addAndGet(events.size()) > MOST_WAITING) {
      waiting.addAndGet(-events.size());
      throw new IntakeBusyException(Duration.ofSeconds(1));
    }
    try {
      Ticket ticket = new Ticket(events.stream().map(reader::entry).toList());
      queue.add(ticket);
      while (!ticket.done) {
        writing.lock();
        try {
          if (!ticket.done) {
            writeGroup();
          }
        } finally {
          writing.unlock();
        }
      }
      return results(ticket);
    } finally {
      waiting.addAndGet(-events.size());
    }
  }

  private static List<SubmitResult> results(Ticket ticket) {
    RuntimeException failure = ticket.failure;
    List<SubmitResult> results = ticket.results;
    if (failure != null || results == null) {
      throw new IllegalStateException("the events could not be written; none was taken", failure);
    }
    return results;
  }

  private void writeGroup() {
    List<Ticket> group = new ArrayList<>();
    List<LogEntry> entries = new ArrayList<>();
    for (Ticket next = queue.peek();
        next != null && (group.isEmpty() || entries.size() + next.entries.size() <= MOST_IN_GROUP);
        next = queue.peek()) {
      group.add(next);
      entries.addAll(next.entries);
      queue.remove();
    }
    try {
      Appended appended =
          workshop.appender().append(workshop.appender().seal(entries, List.of()), null);
      int at = 0;
      for (Ticket ticket : group) {
        List<SubmitResult> results = new ArrayList<>(ticket.entries.size());
        for (LogEntry entry : ticket.entries) {
          long id = appended.id(at++);
          results.add(
              id == 0
                  ? new SubmitResult.Duplicate()
                  : new SubmitResult.Accepted(new SourceRecordId(id), entry.subject()));
        }
        ticket.results = List.copyOf(results);
      }
    } catch (RuntimeException e) {
      group.forEach(ticket -> ticket.failure = e);
    } finally {
      group.forEach(ticket -> ticket.done = true);
    }
  }
}
