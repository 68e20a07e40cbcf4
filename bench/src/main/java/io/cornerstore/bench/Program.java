package io.cornerstore.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it: through its launcher, in processes of its own. */
record Program(Path launcher) {

  /** A run that ended well. */
  record Ended(List<String> output, Duration wall, Usage.Total usage) {

    /** The seconds of each line {@code timing STAGE SECONDS}. */
    Map<String, Double> timings() {
      Map<String, Double> timings = new LinkedHashMap<>();
      for (String line : output) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[0].equals("timing")) {
          timings.put(words[1], Double.parseDouble(words[2]));
        }
      }
      return timings;
    }
  }

  /** The program of the home {@code bench/run} names. */
  static Program installed() {
    return new Program(
        Path.of(System.getProperty("cornerstore.home", "."))
            .toAbsolutePath()
            .resolve("cornerstore"));
  }

  /** Starts a command; standard output and error go to the file. */
  Process start(Path output, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(launcher.toString());
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /**
   * Runs a command to its end; one that fails or takes longer than the limit ends the measurement.
   */
  Ended run(Duration limit, Object... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("cornerstore-bench", ".txt");
    try {
      long start = System.nanoTime();
      Process process = start(output, arguments);
      try (Usage usage = new Usage(process.pid())) {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          stop(process);
          throw new IllegalStateException("took longer than " + limit + ": " + List.of(arguments));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        List<String> lines = Files.readAllLines(output);
        if (process.exitValue() != 0) {
          throw new IllegalStateException(String.join("\n", lines));
        }
        return new Ended(lines, wall, usage.total());
      }
    } finally {
      Files.delete(output);
    }
  }

  /** The secret a {@code key add} printed. */
  String key(Path data, Object... arguments) throws IOException, InterruptedException {
    List<Object> words = new ArrayList<>(List.of("key", "add"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--data", data));
    String mark = "secret is shown only now: ";
    return run(Duration.ofMinutes(10), words.toArray()).output().stream()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /** Asks a process to end, and ends it after a minute. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
