package io.cornerstore.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The packaged program, started as a user starts it, with a small town of its own. */
final class DemoProgram implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path data;
  private final Thread whenTheTestsDie;
  private final List<String> output = new ArrayList<>();
  private String address = "";
  private String firstCustomer = "";
  private String name = "";
  private String password = "";

  private DemoProgram(Process process, Path data) {
    this.process = process;
    this.whenTheTestsDie = new Thread(process::destroy);
    this.data = data;
  }

  static DemoProgram start(Path data, int people) throws IOException {
    delete(data);
    Process process =
        new ProcessBuilder(
                command(
                    "demo",
                    "--people",
                    Integer.toString(people),
                    "--port",
                    "0",
                    "--data",
                    data.toString()))
            .redirectErrorStream(true)
            .start();
    DemoProgram program = new DemoProgram(process, data);
    Runtime.getRuntime().addShutdownHook(program.whenTheTestsDie);
    try {
      program.awaitSignIn();
      return program;
    } catch (IOException | RuntimeException failure) {
      program.close();
      throw failure;
    }
  }

  /** How the packaged program is started with these arguments. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            Path.of(System.getProperty("cornerstore.app")).resolve("*").toString(),
            "io.cornerstore.cli.Cornerstore"));
    command.addAll(List.of(arguments));
    return command;
  }

  private void awaitSignIn() throws IOException {
    Thread watchdog = Thread.ofVirtual().start(() -> killAfter(START));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.add(line);
      if (line.contains("is open:")) {
        address = behind(line);
      } else if (line.contains("Look first at:")) {
        firstCustomer = URI.create(behind(line)).getPath();
      } else if (line.contains("Sign in as:")) {
        name = behind(line);
      } else if (line.contains("Password:")) {
        password = behind(line);
        watchdog.interrupt();
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        return;
      }
    }
    throw new IllegalStateException("the program ended early:\n" + String.join("\n", output));
  }

  private void killAfter(Duration limit) {
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      // signed in: no longer needed
    }
  }

  private static String behind(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  String address() {
    return address;
  }

  /** Path of the customer it proposes to look at first. */
  String firstCustomer() {
    return firstCustomer;
  }

  String name() {
    return name;
  }

  String password() {
    return password;
  }

  Path data() {
    return data;
  }

  /** What it printed until it was open. */
  String output() {
    return String.join("\n", output);
  }

  /** Stops it as Ctrl-C does; whatever it leaves behind is ended too, but is a failure. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    databases().forEach(all::add);
    process.destroy();
    all.add(process.toHandle());
    List<String> left = new ArrayList<>();
    for (ProcessHandle one : all) {
      if (!endsWithin(one, STOP)) {
        left.add(one.pid() + " " + one.info().command().orElse(""));
        one.destroyForcibly();
      }
    }
    Runtime.getRuntime().removeShutdownHook(whenTheTestsDie);
    if (!left.isEmpty()) {
      throw new IllegalStateException("still running after a stop: " + left);
    }
  }

  /* By the file PostgreSQL keeps: its first line is the process, wherever it hangs. */
  private Stream<ProcessHandle> databases() {
    return Stream.of("main", "keys")
        .map(instance -> data.resolve(instance).resolve("pgdata").resolve("postmaster.pid"))
        .filter(Files::exists)
        .flatMap(file -> {
          try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).stream();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static boolean endsWithin(ProcessHandle one, Duration limit) {
    try {
      one.onExit().get(limit.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return !one.isAlive();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
