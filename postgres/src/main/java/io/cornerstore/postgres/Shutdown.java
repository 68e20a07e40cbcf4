package io.cornerstore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a server: fast, with a checkpoint, and when that stands still, at once. The latter loses
 * nothing, the next start replays the log; it is needed because PostgreSQL 18.6, told to stop while
 * it recovers from the crash of a backend, waits for ever with all its processes asleep.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final Duration FAST = Duration.ofSeconds(60);
  private static final Duration STILL = Duration.ofSeconds(4);
  private static final Duration IMMEDIATE = Duration.ofSeconds(15);

  private Shutdown() {}

  /**
   * Returns when no process of the data directory is left.
   *
   * @param postmaster the server's process id
   * @throws PostgresException with {@code STOP_FAILED} when one stays all the same
   */
  static void end(Path data, long postmaster) {
    if (isGone(data, postmaster)) {
      return;
    }
    Command.signal("INT", postmaster);
    if (awaitGone(data, postmaster, FAST, STILL)) {
      return;
    }
    LOG.warn("PostgreSQL process {} does not end in order: told to quit at once", postmaster);
    quit(data);
  }

  /** Tells every process of the data directory to quit, whatever it does. */
  static void quit(Path data) {
    ProcessIdentity.postgresOf(data).forEach(pid -> Command.signal("QUIT", pid));
    if (!awaitGone(data, -1, IMMEDIATE, IMMEDIATE)) {
      throw new PostgresException(
          PostgresException.Code.STOP_FAILED,
          "processes %s of the server in %s do not end. Maybe end them by hand."
              .formatted(ProcessIdentity.postgresOf(data), data));
    }
  }

  /** Waits, unless all processes sleep without using the processor for the given time. */
  static boolean awaitGone(Path data, long postmaster, Duration limit, Duration still) {
    long start = System.nanoTime();
    long lastChange = start;
    String last = "";
    while (!isGone(data, postmaster)) {
      long now = System.nanoTime();
      if (now - start > limit.toNanos()) {
        return false;
      }
      // The first moments, in which nearly every server ends, need no closer look.
      if (now - start > Duration.ofMillis(500).toNanos()) {
        String activity = activity(data);
        if (!activity.equals(last) || activity.contains("busy")) {
          last = activity;
          lastChange = now;
        } else if (now - lastChange > still.toNanos()) {
          return false;
        }
      }
      Pause.milliseconds(now - start > Duration.ofMillis(500).toNanos() ? 50 : 3);
    }
    return true;
  }

  private static boolean isGone(Path data, long postmaster) {
    // A look at one process is cheap; all are looked at once the one is gone.
    return !ProcessIdentity.isPostgresOf(postmaster, data)
        && ProcessIdentity.postgresOf(data).isEmpty();
  }

  /** Per process its id and the processor time it used, and whether it runs or waits for a disk. */
  private static String activity(Path data) {
    List<String> parts = new ArrayList<>();
    for (long pid : ProcessIdentity.postgresOf(data)) {
      try {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        // proc(5): after the name in parentheses come state (3), …, utime (14), stime (15).
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        String state = fields[0].equals("S") ? "asleep" : "busy";
        parts.add(pid + " " + state + " " + fields[11] + " " + fields[12]);
      } catch (IOException _) {
        parts.add(pid + " gone"); // since the list was made
      }
    }
    return String.join(", ", parts);
  }
}
