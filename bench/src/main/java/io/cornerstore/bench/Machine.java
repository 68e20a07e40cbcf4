package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a figure was measured on. */
record Machine(int cores, long memoryMegabytes, String processor, String jdk, LocalDate date) {

  static Machine here() throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(word("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
        word("/proc/cpuinfo", "model name"),
        Runtime.version().toString(),
        LocalDate.now(ZoneOffset.UTC));
  }

  private static String word(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("0");
  }

  /** How busy others keep the machine right now: a measurement beside them is not worth much. */
  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  /** The line under every table. */
  void print() throws IOException {
    System.out.printf(
        Locale.ROOT,
        "machine: %d cores (%s), %d MB, JDK %s, %s, load average at the end %s%n",
        cores,
        processor,
        memoryMegabytes,
        jdk,
        date,
        load());
  }
}
