package io.cornerstore.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The note {@code last-backup} that the command for backups leaves in the data folder: a line
 * {@code data=TIME} and a line {@code keys=TIME}.
 */
record BackupNotes(@Nullable Path folder) {

  /** The moment the last backup of that part is of; empty too when the note cannot be read. */
  Optional<Instant> find(String part) {
    Path noted = folder == null ? null : folder.resolve("last-backup");
    if (noted == null || !Files.exists(noted)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(noted)) {
      lines.load(reader);
      return Optional.ofNullable(lines.getProperty(part)).map(Instant::parse);
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
