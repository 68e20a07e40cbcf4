package io.cornerstore.cli.intake;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a command goes, stage by stage, the start of the JVM first. A stage that is
 * entered again goes on. For one thread.
 */
final class Timings {

  private static final String FIRST = "jvm-start";

  private final Map<String, Long> stages = new LinkedHashMap<>();
  private String current = "";
  private long since;

  private Timings() {}

  /** A clock that has run since the JVM was started. */
  static Timings sinceStart() {
    Timings timings = new Timings();
    long before = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    timings.stages.put(FIRST, Math.max(0, before) * 1_000_000);
    timings.since = System.nanoTime();
    timings.current = FIRST;
    return timings;
  }

  /** Ends the stage before and begins, or goes on with, this one. */
  void enter(String stage) {
    if (!stage.equals(current)) {
      end();
      current = stage;
    }
  }

  private void end() {
    long now = System.nanoTime();
    stages.merge(current, now - since, Long::sum);
    since = now;
  }

  /** Ends the last stage and prints one line each: {@code timing STAGE SECONDS}. */
  void print(PrintWriter out) {
    end();
    stages.forEach(
        (stage, nanos) -> out.printf(Locale.ROOT, "timing %s %.3f%n", stage, nanos / 1e9));
    out.flush();
  }
}
