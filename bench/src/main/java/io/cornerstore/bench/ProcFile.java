package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code /proc} says of a process (proc(5)); zeros when it is gone. */
record ProcFile(long pid, double ownSeconds, double childSeconds) {

  private static final double TICKS = 100; // USER_HZ, fixed in the interface of the kernel

  static ProcFile of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return new ProcFile(pid, sum(fields, 11), sum(fields, 13));
    } catch (IOException _) {
      return new ProcFile(pid, 0, 0);
    }
  }

  private static double sum(String[] fields, int at) {
    return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) / TICKS;
  }

  /** The most memory it ever had resident, in MB. */
  static double peakMegabytes(long pid) {
    return megabytes(pid, "VmHWM:");
  }

  /** The memory it has resident now, in MB. */
  static double residentMegabytes(long pid) {
    return megabytes(pid, "VmRSS:");
  }

  private static double megabytes(long pid, String name) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException _) {
      // gone
    }
    return 0;
  }

  /** The processes it has started and not yet waited for. */
  static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (var each = Files.newDirectoryStream(tasks)) {
      for (Path task : each) {
        for (String child : Files.readString(task.resolve("children")).strip().split(" ")) {
          if (!child.isEmpty()) {
            children.add(Long.parseLong(child));
          }
        }
      }
    } catch (IOException _) {
      // gone
    }
    return children;
  }
}
