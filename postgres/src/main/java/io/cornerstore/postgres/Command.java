package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short program of little output to its end. */
final class Command {

  static final int NOT_FOUND = 127;

  private Command() {}

  /** Exit code and both outputs, in one. */
  record Result(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static Result run(Duration timeout, List<String> words) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      isolate(builder.environment());
      process = builder.start();
    } catch (IOException e) {
      return new Result(NOT_FOUND, String.valueOf(e.getMessage()));
    }
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(NOT_FOUND, words.getFirst() + " took longer than " + timeout);
      }
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      return new Result(NOT_FOUND, String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result(NOT_FOUND, "interrupted");
    }
  }

  /** Leaves only the search path: PG* and LC_* of the caller must not reach the server. */
  static void isolate(Map<String, String> environment) {
    environment.keySet().retainAll(List.of("PATH"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }

  /** Sends a signal; the shell has its own {@code kill} where no package brings one. */
  static void signal(String signal, long pid) {
    run(Duration.ofSeconds(5), List.of("/bin/sh", "-c", "kill -" + signal + " " + pid));
  }
}
