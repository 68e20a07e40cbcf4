package io.cornerstore.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor seconds that this process and the databases of a data folder have used since they
 * started. Reads {@code /proc}: on Linux only; elsewhere the databases count nothing.
 */
final class CpuSeconds {

  private static final double TICKS = 100; // USER_HZ: fixed in Linux's interface
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private final Path folder;

  CpuSeconds(Path folder) {
    this.folder = folder;
  }

  double program() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /** Both instances; a backend that has ended is in the figures of its postmaster. */
  double databases() throws IOException {
    double sum = 0;
    for (String instance : List.of("main", "keys")) {
      Path pid = folder.resolve(instance).resolve("pgdata").resolve("postmaster.pid");
      if (Files.exists(pid) && Files.isDirectory(Path.of("/proc/self"))) {
        sum += tree(Files.readAllLines(pid).getFirst().strip());
      }
    }
    return sum;
  }

  private static double tree(String postmaster) throws IOException {
    double ticks = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        String id = String.valueOf(process.getFileName());
        if (id.chars().allMatch(Character::isDigit)) {
          ticks += ticks(process, id.equals(postmaster), postmaster);
        }
      }
    }
    return ticks / TICKS;
  }

  private static double ticks(Path process, boolean itself, String postmaster) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (!itself && !fields[PARENT].equals(postmaster)) {
        return 0;
      }
      double sum = 0;
      for (int i = USER; i <= (itself ? CHILDREN_SYSTEM : USER + 1); i++) {
        sum += Long.parseLong(fields[i]);
      }
      return sum;
    } catch (IOException _) {
      return 0; // it has ended meanwhile
    }
  }
}
