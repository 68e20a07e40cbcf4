package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server wrote into {@code postmaster.pid}: line 1 its process id, line 4 its port, line 8
 * its state (PostgreSQL source, {@code miscadmin.h}, LOCK_FILE_LINE_*).
 */
record PidFile(long pid, int port, boolean ready) {

  static Path in(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Empty when there is none, or it is only half written. */
  static Optional<PidFile> find(Path data) {
    try {
      List<String> lines = Files.readString(in(data), UTF_8).lines().toList();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
      return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), port, ready));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
