package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A main class of the test class path in a JVM of its own, to be read from and killed. Closing
 * kills it. Used by one thread.
 */
public final class ForkedJava implements AutoCloseable {

  private static final int KEPT_ERROR_LINES = 200;

  private final String name;
  private final Process process;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedDeque<String> errors = new ConcurrentLinkedDeque<>();
  private final Thread outputReader;

  private ForkedJava(String name, Process process) {
    this.name = name;
    this.process = process;
    this.outputReader = read(process.getInputStream(), output::add);
    read(process.getErrorStream(), this::keepError);
  }

  /** Starts with 256 MB of heap. */
  public static ForkedJava start(Class<?> main, String... arguments) {
    return start(List.of("-Xmx256m", "-XX:+UseSerialGC"), main, arguments);
  }

  /** Starts with the given options for the JVM. */
  public static ForkedJava start(List<String> options, Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    try {
      return new ForkedJava(main.getSimpleName(), new ProcessBuilder(words).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a JVM for " + main.getName(), e);
    }
  }

  /** The child's process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * The next line of standard output that matches; earlier ones are dropped.
   *
   * @throws AssertionError when the child ends first or takes longer; the message has its errors
   */
  public String awaitLine(Predicate<String> wanted, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      String line = nextLine(end);
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  /** The next line that starts with the prefix, without it. */
  public String awaitLine(String prefix, Duration limit) {
    return awaitLine(line -> line.startsWith(prefix), limit).substring(prefix.length());
  }

  private String nextLine(long end) {
    try {
      while (System.nanoTime() < end) {
        boolean complete = !outputReader.isAlive();
        String line = output.poll(complete ? 0 : 50, TimeUnit.MILLISECONDS);
        if (line != null) {
          return line;
        }
        if (complete) {
          throw failure("ended with " + process.waitFor());
        }
      }
      throw failure("did not print the line in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure("was not awaited: interrupted");
    }
  }

  /** Lines printed so far and not yet taken. */
  public List<String> drainLines() {
    List<String> lines = new ArrayList<>();
    output.drainTo(lines);
    return lines;
  }

  /** {@code kill -9}; the process is gone when this returns, its output can still be read. */
  public void kill() {
    // Through the handle: the process's own method would also close the streams, unread lines lost.
    process.toHandle().destroyForcibly();
    waitFor(Duration.ofSeconds(30));
  }

  /** Asks it to end, as {@code kill} does. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /**
   * Waits for the end.
   *
   * @return the exit code
   * @throws AssertionError when it takes longer
   */
  public int waitFor(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("still runs after " + limit);
      }
      outputReader.join(limit);
      return process.exitValue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure("was not awaited: interrupted");
    }
  }

  /** The last lines of standard error. */
  public String errors() {
    return String.join("\n", errors);
  }

  @Override
  public void close() {
    kill();
  }

  private AssertionError failure(String what) {
    return new AssertionError("child JVM %s %s%n%s".formatted(name, what, errors()));
  }

  private void keepError(String line) {
    errors.add(line);
    if (errors.size() > KEPT_ERROR_LINES) {
      errors.pollFirst();
    }
  }

  private Thread read(InputStream stream, Consumer<String> sink) {
    Runnable reading =
        () -> {
          try (Reader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            readLines(reader, sink);
          } catch (IOException e) {
            errors.add("(reading stopped: " + e.getMessage() + ")");
          }
        };
    return Thread.ofPlatform().daemon().name("read-" + name).start(reading);
  }

  /** Whole lines only: what a killed process left without a line end is not to be trusted. */
  private static void readLines(Reader reader, Consumer<String> sink) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        sink.accept(line.toString());
        line.setLength(0);
      } else {
        line.append((char) c);
      }
    }
  }
}
