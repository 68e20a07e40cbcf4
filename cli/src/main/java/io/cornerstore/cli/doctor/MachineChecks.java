package io.cornerstore.cli.doctor;

import io.cornerstore.cli.doctor.Observations.Observation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Disk, memory, limits, clock and versions of this machine. */
public final class MachineChecks {

  private static final double GIGABYTE = 1e9;
  private static final int FEW_DAYS = 14;
  private static final int FEW_FILES = 4_096;
  private static final int JAVA = 25;
  private static final Duration BACKWARDS = Duration.ofSeconds(2);

  private final Observations observations;
  private final Path folder;
  private final Instant now;

  /** Of the machine with that data folder, which is there. */
  public MachineChecks(Path folder, Instant now) {
    this.folder = folder;
    this.observations = new Observations(folder);
    this.now = now;
  }

  /** All of them. */
  public List<Finding> run() throws IOException {
    List<Observation> noted = observations.list();
    return List.of(disk(noted), memory(), openFiles(), clock(noted), java());
  }

  private Finding disk(List<Observation> noted) throws IOException {
    long free = observations.free();
    long total = Files.getFileStore(folder).getTotalSpace();
    double share = total == 0 ? 1 : (double) free / total;
    Optional<Double> shrinking = Observations.shrinking(noted, new Observation(now, free));
    String growth =
        shrinking
            .map(bytes -> String.format(Locale.ROOT, ", %+.2f GB a day", -bytes / GIGABYTE))
            .orElse(", growth not known yet: it is noted from now on");
    String seen =
        String.format(
            Locale.ROOT, "%.1f of %.1f GB free%s", free / GIGABYTE, total / GIGABYTE, growth);
    String advice = "Free some space, or give the data folder a larger disk, before it is full";
    double days =
        shrinking.filter(bytes -> bytes > 0).map(bytes -> free / bytes).orElse(Double.MAX_VALUE);
    if (free < GIGABYTE || share < 0.02 || days < 2) {
      return Finding.failure("disk", seen, advice + ": a full disk stops all writing.");
    }
    if (share < 0.1 || days < FEW_DAYS) {
      return Finding.warning("disk", seen, advice + ".");
    }
    return Finding.ok("disk", seen);
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    if (!(ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system)) {
      return Finding.ok("memory", "heap of " + heap / 1_048_576 + " MB");
    }
    long total = system.getTotalMemorySize();
    String seen =
        String.format(
            Locale.ROOT,
            "%.1f GB, of which the heap may take %.1f GB",
            total / GIGABYTE,
            heap / GIGABYTE);
    if (total < GIGABYTE) {
      return Finding.warning("memory", seen, "Give the machine or container 2 GB or more.");
    }
    return heap > total * 0.6
        ? Finding.warning(
            "memory",
            seen,
            "Lower CORNERSTORE_HEAP_MB: the databases and their cache need the rest.")
        : Finding.ok("memory", seen);
  }

  private static Finding openFiles() throws IOException {
    Path limits = Path.of("/proc/self/limits");
    if (!Files.exists(limits)) {
      return Finding.ok("open-files", "not known on this system");
    }
    String soft =
        Files.readAllLines(limits).stream()
            .filter(line -> line.startsWith("Max open files"))
            .map(line -> line.split("\\s+", -1)[3])
            .findFirst()
            .orElse("unlimited");
    boolean few = soft.matches("\\d+") && Long.parseLong(soft) < FEW_FILES;
    return few
        ? Finding.warning(
            "open-files",
            "at most " + soft,
            "Raise the limit to 4,096 or more (LimitNOFILE= in the unit, ulimit -n in a shell).")
        : Finding.ok("open-files", "at most " + soft);
  }

  private Finding clock(List<Observation> noted) {
    Optional<Instant> latest = noted.stream().map(Observation::at).max(Instant::compareTo);
    if (latest.isPresent() && now.isBefore(latest.get().minus(BACKWARDS))) {
      return Finding.failure(
          "clock",
          "it is %s, but %s was noted before".formatted(now, latest.get()),
          "Set the clock right, and keep it so with chrony or systemd-timesyncd: sessions,"
              + " deadlines and new ids follow it.");
    }
    return Finding.ok("clock", "has not gone back since " + latest.orElse(now));
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String seen = "JDK " + Runtime.version();
    return feature == JAVA
        ? Finding.ok("java", seen)
        : Finding.warning("java", seen, "Use JDK 25, with which this release was tested.");
  }
}
