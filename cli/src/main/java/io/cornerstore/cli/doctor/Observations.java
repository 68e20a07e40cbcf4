package io.cornerstore.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times and free space as noted now and then: a line {@code TIME FREE-BYTES} each in a small file
 * of the data folder. From them come how fast the disk fills, and whether the clock went back.
 */
public final class Observations {

  private static final int KEPT = 500;
  private static final Duration ENOUGH = Duration.ofHours(12);

  private final Path file;

  /** Of a data folder. */
  public Observations(Path folder) {
    this.file = folder.resolve("observations");
  }

  /** One of them. */
  public record Observation(Instant at, long freeBytes) {}

  /** Notes the free space as of now; the oldest beyond some hundreds are dropped. */
  public void note(Instant now) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Observation observation : list()) {
      lines.add(observation.at() + " " + observation.freeBytes());
    }
    lines.add(now + " " + free());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, lines.subList(Math.max(0, lines.size() - KEPT), lines.size()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Those there are, as they were noted. */
  public List<Observation> list() throws IOException {
    List<Observation> found = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        parse(line).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Bytes the disk of the folder can still take. */
  public long free() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Bytes a day that the free space shrank by since the first note, if that is long enough ago. */
  static Optional<Double> shrinking(List<Observation> observations, Observation now) {
    if (observations.isEmpty()) {
      return Optional.empty();
    }
    Observation first = observations.getFirst();
    Duration since = Duration.between(first.at(), now.at());
    if (since.compareTo(ENOUGH) < 0) {
      return Optional.empty();
    }
    double days = since.toMillis() / (double) Duration.ofDays(1).toMillis();
    return Optional.of((first.freeBytes() - now.freeBytes()) / days);
  }

  private static Optional<Observation> parse(String line) {
    String[] words = line.split(" ", -1);
    try {
      return words.length == 2
          ? Optional.of(new Observation(Instant.parse(words[0]), Long.parseLong(words[1])))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty(); // a line that was cut off by a full disk
    }
  }
}
