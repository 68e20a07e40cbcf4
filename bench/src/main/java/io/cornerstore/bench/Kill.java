package io.cornerstore.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * The drill: while events come in over HTTP and a file is imported by another process, the server,
 * both databases, or all of them and the import are ended by {@code kill -9} at a random moment, in
 * turn. At the end everything unanswered is sent again, every file imported again, and the log is
 * counted: each acknowledged message and each row once, each with its key.
 *
 * <p>{@code bench/run kill [cycles=10] [rows=20000] [acknowledged=500] [seed=1]}
 */
public final class Kill {

  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration CYCLE = Duration.ofMinutes(10);

  private enum Victim {
    SERVER,
    DATABASES,
    ALL
  }

  private final Program program = Program.installed();
  private final Path folder;
  private final Path data;
  private final Random random;
  private final int rows;
  private final int wanted;

  private Kill(Path folder, Arguments given) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.random = new Random(given.number("seed", 1));
    this.rows = given.number("rows", 20_000);
    this.wanted = given.number("acknowledged", 500);
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Arguments given = Arguments.of(arguments, "cycles");
    boolean whole = new Kill(WorkFolder.fresh("kill"), given).run(given.number("cycles", 10));
    Machine.here().print();
    System.exit(whole ? 0 : 1);
  }

  private boolean run(int cycles) throws IOException, InterruptedException, SQLException {
    String key = program.key(data, "drill", "--source", "shop", "--scope", "write");
    Path notes = folder.resolve("acknowledged.txt");
    try (Senders senders = new Senders(notes)) {
      for (int cycle = 0; cycle < cycles; cycle++) {
        cycle(cycle, senders, key);
      }
      return settle(cycles, senders, key, notes);
    }
  }

  private void cycle(int cycle, Senders senders, String key)
      throws IOException, InterruptedException {
    Victim victim = Victim.values()[cycle % Victim.values().length];
    int before = senders.acknowledged();
    int refused = senders.unanswered();
    Path feed = feed(cycle);
    new PeopleFile(feed, rows, 100 + cycle).write(source(cycle));
    Server server = Server.start(program, data);
    double up = server.await("sign-in", START).toNanos() / 1e9;
    senders.start(batches(server), key);
    Process importing =
        program.start(
            folder.resolve("import-%d.txt".formatted(cycle)),
            "import",
            feed,
            "--data",
            data,
            "--no-resolve");
    try {
      awaitWork(senders, before + wanted, server);
      Thread.sleep(random.nextInt(3_000)); // the blow falls at any moment of the work
      boolean midway = importing.isAlive();
      strike(victim, server, importing);
      Thread.sleep(500); // a client notices, and tries again in vain or not
      senders.stop();
      System.out.printf(
          "cycle %2d: kill -9 of %-9s after %,5d acknowledged, import %s, %d batches unanswered; had started in %.1f s%n",
          cycle + 1,
          victim.name().toLowerCase(Locale.ROOT),
          senders.acknowledged() - before,
          midway ? "midway" : "done",
          senders.unanswered() - refused,
          up);
    } finally {
      senders.stop();
      server.kill();
      importing.destroyForcibly().waitFor();
    }
  }

  private static void awaitWork(Senders senders, int goal, Server server)
      throws InterruptedException {
    long end = System.nanoTime() + CYCLE.toNanos();
    while (senders.acknowledged() < goal) {
      if (System.nanoTime() > end || !server.isAlive()) {
        throw new IllegalStateException(
            "only %d of %d acknowledged; the last failure: %s"
                .formatted(senders.acknowledged(), goal, senders.lastFailure()));
      }
      Thread.sleep(20); // the senders count, and tell nobody
    }
  }

  private void strike(Victim victim, Server server, Process importing)
      throws IOException, InterruptedException {
    if (victim != Victim.SERVER) {
      kill(data.resolve("main"));
      kill(data.resolve("keys"));
    }
    if (victim != Victim.DATABASES) {
      server.kill();
    }
    if (victim == Victim.ALL) {
      importing.destroyForcibly().waitFor();
    }
  }

  /** Ends the database of a folder, found by the process id it keeps there. */
  private static void kill(Path instance) throws IOException {
    try (var paths = Files.walk(instance, 3)) {
      Path file = paths.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private boolean settle(int cycles, Senders senders, String key, Path notes)
      throws IOException, InterruptedException, SQLException {
    try (Server server = Server.start(program, data)) {
      server.await("sign-in", START);
      if (!senders.finish(batches(server), key, CYCLE)) {
        throw new IllegalStateException(
            "the server does not take what was left: " + senders.lastFailure());
      }
      for (int cycle = 0; cycle < cycles; cycle++) {
        program.run(CYCLE, "import", feed(cycle), "--data", data, "--no-resolve");
      }
      int noted = Files.readAllLines(notes).size();
      LogCount events = LogCount.of(data, "shop");
      LogCount files = LogCount.of(data, "file-%");
      long expected = (long) rows * cycles;
      new Table("Killed %d times".formatted(cycles))
          .row("messages acknowledged", "%,d", noted)
          .row("messages lost", "%,d", noted - events.subjects())
          .row("messages doubled", "%,d", events.records() - events.subjects())
          .row("rows of files", "%,d", expected)
          .row("rows lost", "%,d", expected - files.subjects())
          .row("rows doubled", "%,d", files.records() - files.subjects())
          .row("records without their key", "%,d", events.keyless() + files.keyless())
          .row("rows in quarantine", "%,d", LogCount.quarantined(data))
          .print();
      return events.isExactly(noted) && files.isExactly(expected);
    }
  }

  private Path feed(int cycle) {
    return folder.resolve("feed-" + cycle);
  }

  private static String source(int cycle) {
    return "file-" + cycle;
  }

  private static URI batches(Server server) {
    return server.at("v1/batch");
  }
}
