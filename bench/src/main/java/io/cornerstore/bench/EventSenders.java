package io.cornerstore.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Connections that send calls until a time is over. A call that was refused or whose connection
 * broke is sent again as it was until it is taken, as the clients of such an API do, so that what
 * was acknowledged is what must be in the log.
 */
final class EventSenders {

  /** How calls are sent: all at once, or so many events a second together. */
  record Plan(int connections, int events, long nanos, double eventsPerSecond) {

    static Plan closed(int connections, int events, double seconds) {
      return new Plan(connections, events, (long) (seconds * 1e9), 0);
    }

    boolean isPaced() {
      return eventsPerSecond > 0;
    }

    long nanosBetweenCalls() {
      return (long) (1e9 * events * connections / eventsPerSecond);
    }
  }

  /**
   * What it came to.
   *
   * @param taken milliseconds of each call that was taken, in a paced plan from when it was due
   * @param within events taken before the time was over
   * @param silent refusals without a number of seconds to wait
   * @param other answers neither of success nor of refusal
   * @param broken connections that broke
   */
  record Outcome(
      Latencies taken,
      long within,
      long events,
      long refused,
      long silent,
      long other,
      long broken) {}

  private static final int TRIES_AGAIN_MILLIS = 200;

  private final URI server;
  private final String authorization;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();

  EventSenders(URI server, String authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** Events that were answered with success, of all plans so far. */
  long acknowledged() {
    return acknowledged.get();
  }

  HttpWire wire() throws IOException {
    return new HttpWire(server, authorization);
  }

  /** Counts events that somebody else sent and had acknowledged. */
  void acknowledged(int events) {
    acknowledged.addAndGet(events);
  }

  /** Sends calls made from the number of their first event. */
  Outcome send(Plan plan, LongFunction<EventBodies.Call> calls) throws InterruptedException {
    long start = System.nanoTime();
    List<Sender> senders = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < plan.connections(); i++) {
      Sender sender = new Sender(plan, calls, start);
      // Those of a paced plan take turns.
      long first =
          plan.isPaced() ? start + plan.nanosBetweenCalls() * i / plan.connections() : start;
      senders.add(sender);
      threads.add(Thread.ofPlatform().name("sender-" + i).start(() -> sender.run(first)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Outcome(
        Latencies.of(
            senders.stream()
                .flatMap(sender -> sender.millis.stream())
                .mapToDouble(Double::doubleValue)
                .toArray()),
        senders.stream().mapToLong(sender -> sender.within).sum(),
        senders.stream().mapToLong(sender -> sender.events).sum(),
        senders.stream().mapToLong(sender -> sender.refused).sum(),
        senders.stream().mapToLong(sender -> sender.silent).sum(),
        senders.stream().mapToLong(sender -> sender.other).sum(),
        senders.stream().mapToLong(sender -> sender.broken).sum());
  }

  private final class Sender {
    private final Plan plan;
    private final LongFunction<EventBodies.Call> calls;
    private final long end;
    private final List<Double> millis = new ArrayList<>();
    private HttpWire wire;
    private long within;
    private long events;
    private long refused;
    private long silent;
    private long other;
    private long broken;

    Sender(Plan plan, LongFunction<EventBodies.Call> calls, long start) {
      this.plan = plan;
      this.calls = calls;
      this.end = start + plan.nanos();
    }

    void run(long first) {
      long due = first;
      while (System.nanoTime() < end && due < end) {
        EventBodies.Call call = calls.apply(numbers.getAndAdd(plan.events()));
        if (plan.isPaced()) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        long began = plan.isPaced() ? due : System.nanoTime();
        while (!taken(call)) {
          began = plan.isPaced() ? due : System.nanoTime();
        }
        long now = System.nanoTime();
        millis.add((now - began) / 1e6);
        events += call.events();
        within += now <= end ? call.events() : 0;
        acknowledged.addAndGet(call.events());
        due += plan.isPaced() ? plan.nanosBetweenCalls() : 0;
      }
      close();
    }

    private boolean taken(EventBodies.Call call) {
      try {
        if (wire == null) {
          wire = wire();
        }
        int status = wire.post(call.path(), call.body());
        String retryAfter = wire.retryAfter();
        if (wire.isOver()) {
          close();
        }
        if (status == 429) {
          refused++;
          LockSupport.parkNanos(pause(retryAfter) * 1_000_000);
        } else if (status != 200) {
          other++;
          LockSupport.parkNanos(TRIES_AGAIN_MILLIS * 1_000_000L);
        }
        return status == 200;
      } catch (IOException _) {
        broken++;
        close();
        LockSupport.parkNanos(TRIES_AGAIN_MILLIS * 1_000_000L);
        return false;
      }
    }

    private long pause(String retryAfter) {
      if (retryAfter.matches("[1-9][0-9]{0,3}")) {
        return Long.parseLong(retryAfter) * 1_000;
      }
      silent++;
      return TRIES_AGAIN_MILLIS;
    }

    private void close() {
      try {
        if (wire != null) {
          wire.close();
        }
      } catch (IOException _) {
        // it is of no use any more
      }
      wire = null;
    }
  }
}
