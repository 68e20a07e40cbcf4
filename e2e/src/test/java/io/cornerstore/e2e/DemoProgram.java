package io.cornerstore.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program, started as a user starts it, with a small town of its own. */
final class DemoProgram implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);

  private final Process process;
  private final Path data;
  private final List<String> output = new ArrayList<>();
  private String address = "";
  private String name = "";
  private String password = "";

  private DemoProgram(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  static DemoProgram start(Path data, int people) throws IOException {
    delete(data);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                Path.of(System.getProperty("cornerstore.app")).resolve("*").toString(),
                "io.cornerstore.cli.Cornerstore",
                "demo",
                "--people",
                Integer.toString(people),
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    DemoProgram program = new DemoProgram(process, data);
    try {
      program.awaitSignIn();
      return program;
    } catch (IOException | RuntimeException failure) {
      program.close();
      throw failure;
    }
  }

  private void awaitSignIn() throws IOException {
    Thread watchdog = Thread.ofVirtual().start(() -> killAfter(START));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.add(line);
      if (line.contains("is open:")) {
        address = behind(line);
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

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
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
