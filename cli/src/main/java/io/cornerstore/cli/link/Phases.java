package io.cornerstore.cli.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the time goes. */
final class Phases {
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Consumer<String> listener;
  private String current = "look";
  private long since = System.nanoTime();

  /** With somebody who hears which phase begins. */
  Phases(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Ends the phase under way and begins another. */
  void enter(String phase) {
    end();
    current = phase;
    listener.accept(phase);
  }

  /** Ends the phase under way. */
  void end() {
    long now = System.nanoTime();
    seconds.merge(current, (now - since) / 1e9, Double::sum);
    since = now;
  }

  /** An object of numbers. */
  String json() {
    return seconds.entrySet().stream()
        .map(phase -> String.format(Locale.ROOT, "\"%s\":%.3f", phase.getKey(), phase.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The most memory this process held at a time, 0 where the system does not tell. */
  static long peakMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }
}
