package io.cornerstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where processor time went up to now: seconds of this process, of the threads of a JVM by their
 * names, and of the processes of the databases it started by what they do. Threads and processes
 * that ended in between are missed.
 */
record CpuPlaces(
    long nanoTime, double sender, Map<String, Double> jvm, Map<String, Double> database) {

  private static final double TICKS = 100; // USER_HZ, fixed in the interface of the kernel
  private static final int CMDLINE = 200;

  static CpuPlaces now(long pid) {
    Map<String, Double> jvm = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      tasks.forEach(
          task -> jvm.merge(thread(text(task.resolve("comm"))), seconds(task), Double::sum));
    } catch (IOException e) {
      throw new IllegalStateException("the server has ended", e);
    }
    Map<String, Double> database = new TreeMap<>();
    for (long server : ProcFile.children(pid)) {
      for (long process : ProcFile.children(server)) {
        Path folder = Path.of("/proc", Long.toString(process));
        database.merge(process(text(folder.resolve("cmdline"))), seconds(folder), Double::sum);
      }
    }
    return new CpuPlaces(
        System.nanoTime(), ProcFile.of(ProcessHandle.current().pid()).ownSeconds(), jvm, database);
  }

  /** What was used since an earlier look, as shares of one processor. */
  CpuPlaces since(CpuPlaces before) {
    double wall = (nanoTime - before.nanoTime) / 1e9;
    return new CpuPlaces(
        nanoTime - before.nanoTime,
        (sender - before.sender) / wall,
        shares(jvm, before.jvm, wall),
        shares(database, before.database, wall));
  }

  double jvmTotal() {
    return jvm.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  double databaseTotal() {
    return database.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The largest first, as {@code name 0.41, …}; what is below a hundredth is left out. */
  static String largest(Map<String, Double> shares) {
    List<String> parts =
        shares.entrySet().stream()
            .filter(share -> share.getValue() >= 0.01)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(share -> "%s %.2f".formatted(share.getKey(), share.getValue()))
            .toList();
    return String.join(", ", parts);
  }

  private static Map<String, Double> shares(
      Map<String, Double> after, Map<String, Double> before, double wall) {
    Map<String, Double> shares = new TreeMap<>();
    after.forEach((name, seconds) ->
        shares.put(name, Math.max(0, seconds - before.getOrDefault(name, 0.0)) / wall));
    return shares;
  }

  private static String thread(String name) {
    if (name.startsWith("ForkJoinPool")) {
      return "requests and golden records";
    }
    if (name.startsWith("C1") || name.startsWith("C2")) {
      return "compiler";
    }
    return switch (name) {
      case "event-writer" -> "writer";
      case "VM Thread" -> "garbage collector";
      case "resolver", "log-ahead" -> "resolver";
      default -> name.startsWith("http-nio") ? "connections" : "other";
    };
  }

  private static String process(String title) {
    if (title.contains("checkpointer") || title.contains("background writer")) {
      return "checkpoints";
    }
    if (title.contains("walwriter") || title.contains("io worker")) {
      return "log and I/O workers";
    }
    if (title.contains("autovacuum")) {
      return "autovacuum";
    }
    return title.contains("_keys") ? "keys" : "statements";
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, 0, Math.min(bytes.length, CMDLINE), StandardCharsets.UTF_8)
          .replace('\0', ' ')
          .strip();
    } catch (IOException _) {
      return ""; // it has ended
    }
  }

  private static double seconds(Path task) {
    String stat = text(task.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return fields.length > 12
        ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS
        : 0;
  }
}
