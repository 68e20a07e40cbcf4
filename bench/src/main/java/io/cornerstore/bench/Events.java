package io.cornerstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The events API over HTTP: accepted, durable events a second, one a call and a hundred, by
 * connections, and where the processor time goes; how long until an event is seen in profile and
 * timeline at half of the best of either; and what happens for minutes beyond what it can take. The
 * senders share the machine. At the end the log is counted.
 *
 * <p>{@code bench/run events [seconds=20] [minutes=10] [people=100000] [crowd=400] [drain=120]}
 */
public final class Events {

  private static final Duration START = Duration.ofMinutes(5);
  private static final int BATCH = 100;
  private static final int CROWDED_BATCH = 500;
  private static final int[] CONNECTIONS_OF_SINGLES = {1, 16, 64, 256};
  private static final int[] CONNECTIONS_OF_BATCHES = {1, 4, 16, 64};
  private static final int PACED_CONNECTIONS = 16;

  private final Program program = Program.installed();
  private final Path data;
  private final Arguments given;
  private final EventBodies bodies;
  private boolean good = true;

  private Events(Path data, Arguments given) {
    this.data = data;
    this.given = given;
    this.bodies = new EventBodies(given.number("people", 100_000));
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Arguments given = Arguments.of(arguments, "seconds");
    boolean good = new Events(WorkFolder.fresh("events").resolve("data"), given).run();
    Machine.here().print();
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException, SQLException {
    String key = program.key(data, "shop", "--source", "shop", "--scope", "write");
    String reader = program.key(data, "reader", "--scope", "service");
    byte[] pair = (key + ":").getBytes(StandardCharsets.UTF_8);
    String writing = "Basic " + Base64.getEncoder().encodeToString(pair);
    try (Server server = Server.start(program, data)) {
      server.await("sign-in", START);
      EventSenders senders = new EventSenders(server.at("/"), writing);
      warmUp(senders);
      double singles = measure(server, senders, 1, CONNECTIONS_OF_SINGLES);
      double batches = measure(server, senders, BATCH, CONNECTIONS_OF_BATCHES);
      try (EventProbes probes = new EventProbes(server, senders, reader)) {
        visible(senders, probes, 1, singles / 2);
        visible(senders, probes, BATCH, batches / 2);
      }
      saturate(server, senders);
      settle(senders);
      return good;
    }
  }

  /** Everybody the shop knows says who they are; then some of everything. */
  private void warmUp(EventSenders senders) throws InterruptedException, SQLException {
    long began = System.nanoTime();
    for (long told = 0; told < bodies.people(); ) {
      EventSenders.Plan plan = EventSenders.Plan.closed(8, BATCH, 1);
      told += senders.send(plan, first -> bodies.introductions(first, BATCH)).events();
    }
    double took = (System.nanoTime() - began) / 1e9;
    double later = awaitCaughtUp();
    double seconds = seconds();
    senders.send(EventSenders.Plan.closed(16, 1, seconds), first -> bodies.call(first, 1));
    senders.send(EventSenders.Plan.closed(16, BATCH, seconds), first -> bodies.call(first, BATCH));
    new Table("Warm-up")
        .row("people told of in batches of 100", "%,d in %.1f s", bodies.people(), took)
        .row("resolved", "%.1f s later", later)
        .print();
    awaitCaughtUp();
  }

  /** Closed loops; the best rate. */
  private double measure(Server server, EventSenders senders, int events, int[] connections)
      throws InterruptedException, SQLException {
    double best = 0;
    for (int each : connections) {
      EventSenders.Plan plan = EventSenders.Plan.closed(each, events, seconds());
      CpuPlaces before = CpuPlaces.now(server.pid());
      EventSenders.Outcome outcome = senders.send(plan, first -> bodies.call(first, events));
      CpuPlaces used = CpuPlaces.now(server.pid()).since(before);
      double rate = outcome.within() / seconds();
      best = Math.max(best, rate);
      Table table =
          new Table("%s a call, %d connections".formatted(name(events), each))
              .row("accepted and durable", "%,.0f events/s", rate)
              .row("call, p50", "%.1f ms", outcome.taken().quantile(.5))
              .row("call, p99", "%.1f ms", outcome.taken().quantile(.99));
      troubles(table, outcome);
      places(table, used, rate);
      table.row("not yet resolved when it ended", "%,d events", Behind.now(data).log());
      table.row("resolved", "%.1f s later", awaitCaughtUp()).print();
    }
    return best;
  }

  private static String name(int events) {
    return events == 1 ? "One event" : events + " events";
  }

  private void troubles(Table table, EventSenders.Outcome outcome) {
    table.row("refused with 429", "%,d calls", outcome.refused());
    if (outcome.refused() > 0) {
      table.row("of them without Retry-After", "%,d", outcome.silent());
    }
    if (outcome.other() + outcome.broken() > 0) {
      table.row(
          "other answers; connections that broke", "%,d; %,d", outcome.other(), outcome.broken());
    }
    good &= outcome.silent() + outcome.other() + outcome.broken() == 0;
  }

  private static void places(Table table, CpuPlaces used, double rate) {
    table
        .row(
            "processors busy with program, PostgreSQL, senders",
            "%.2f, %.2f, %.2f",
            used.jvmTotal(),
            used.databaseTotal(),
            used.sender())
        .row(
            "processor time an event of program, PostgreSQL",
            "%.0f µs, %.0f µs",
            used.jvmTotal() / rate * 1e6,
            used.databaseTotal() / rate * 1e6)
        .row("program", "%s", CpuPlaces.largest(used.jvm()))
        .row("PostgreSQL", "%s", CpuPlaces.largest(used.database()));
  }

  private void visible(EventSenders senders, EventProbes probes, int events, double pace)
      throws InterruptedException, SQLException {
    double seconds = 2 * seconds();
    var plan = new EventSenders.Plan(PACED_CONNECTIONS, events, (long) ((seconds + 2) * 1e9), pace);
    var load = new FutureTask<>(() -> senders.send(plan, first -> bodies.call(first, events)));
    Thread.ofPlatform().start(load);
    EventProbes.Seen seen = probes.run(seconds);
    EventSenders.Outcome outcome = outcome(load);
    Table table =
        new Table(
                "From event to profile at half of that: %s a call"
                    .formatted(name(events).toLowerCase(Locale.ROOT)))
            .row("asked for", "%,.0f events/s", pace)
            .row("accepted and durable", "%,.0f events/s", outcome.within() / (seconds + 2))
            .row("call from when it was due, p50", "%.1f ms", outcome.taken().quantile(.5))
            .row("call from when it was due, p99", "%.1f ms", outcome.taken().quantile(.99));
    troubles(table, outcome);
    seen(table, "a newcomer's profile", seen.newcomers());
    seen(table, "an entry of a known customer's timeline", seen.visits());
    table.row("resolved", "%.1f s after the end", awaitCaughtUp()).print();
  }

  private static EventSenders.Outcome outcome(FutureTask<EventSenders.Outcome> load)
      throws InterruptedException {
    try {
      return load.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the senders failed", e);
    }
  }

  private static void seen(Table table, String what, Latencies latencies) {
    table.row(
        what + ", p50 / p99 / worst of " + latencies.sorted().length,
        "%.0f / %.0f / %.0f ms",
        latencies.quantile(.5),
        latencies.quantile(.99),
        latencies.quantile(1));
  }

  private void saturate(Server server, EventSenders senders)
      throws IOException, InterruptedException, SQLException {
    double seconds = given.fraction("minutes", 10) * 60;
    if (seconds <= 0) {
      return;
    }
    int crowd = given.number("crowd", 400);
    var plan = EventSenders.Plan.closed(crowd, CROWDED_BATCH, seconds);
    CpuPlaces before = CpuPlaces.now(server.pid());
    MemorySamples memory = new MemorySamples(server.pid());
    EventSenders.Outcome outcome;
    try (memory) {
      outcome = senders.send(plan, first -> bodies.call(first, CROWDED_BATCH));
    }
    CpuPlaces used = CpuPlaces.now(server.pid()).since(before);
    double rate = outcome.within() / seconds;
    Table table =
        new Table(
                "Beyond what it can take for %.1f minutes: %d connections, %d events a call"
                    .formatted(seconds / 60, crowd, CROWDED_BATCH))
            .row("accepted and durable", "%,.0f events/s", rate)
            .row("accepted call, p50", "%.0f ms", outcome.taken().quantile(.5))
            .row("accepted call, p99", "%.0f ms", outcome.taken().quantile(.99));
    troubles(table, outcome);
    thirds(table, memory);
    places(table, used, rate);
    table.row("not yet resolved when it ended", "%,d events", Behind.now(data).log()).print();
  }

  private static void thirds(Table table, MemorySamples memory) {
    for (int third = 0; third < 3; third++) {
      Latencies megabytes = memory.third(third);
      table.row(
          "resident memory, third " + (third + 1) + ": median, most",
          "%.0f MB, %.0f MB",
          megabytes.quantile(.5),
          megabytes.quantile(1));
    }
  }

  /** Each acknowledged event has a receipt of its own and one record, and every record its key. */
  private void settle(EventSenders senders) throws InterruptedException, SQLException {
    double later = awaitCaughtUp();
    Behind behind = Behind.now(data);
    long receipts =
        Databases.number(Databases.running(data).main(), "select count(*) from intake.receipt");
    LogCount log = LogCount.of(data, "shop");
    long acknowledged = senders.acknowledged();
    boolean whole = receipts == acknowledged && log.records() == acknowledged && log.keyless() == 0;
    good &= whole;
    new Table("Afterwards")
        .row("acknowledged", "%,d", acknowledged)
        .row("messages in the log", "%,d", receipts)
        .row("records of them", "%,d", log.records())
        .row("records without their key", "%,d", log.keyless())
        .row("in quarantine", "%,d", LogCount.quarantined(data))
        .row("each acknowledged event once", whole ? "yes" : "NO")
        .row("waited for the rest to be resolved", "%.1f s, %,d left", later, behind.log())
        .print();
  }

  private double seconds() {
    return given.fraction("seconds", 20);
  }

  /** Waits until everything is resolved, or for as long as was given; the seconds it took. */
  private double awaitCaughtUp() throws InterruptedException, SQLException {
    long began = System.nanoTime();
    long end = began + (long) (given.fraction("drain", 120) * 1e9);
    while (!Behind.now(data).isNothing() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
