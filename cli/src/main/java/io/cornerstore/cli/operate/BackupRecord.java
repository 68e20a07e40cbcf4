package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.Backup;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** When the last backups were taken: a small file in the data folder, kept whole. */
final class BackupRecord {

  private static final String DATA = "data";
  private static final String KEYS = "keys";
  private static final String VERIFIED = "verified";

  private final Path file;

  BackupRecord(Path folder) {
    this.file = folder.resolve("last-backup");
  }

  /** Notes what was taken; null leaves what was noted before. */
  void write(Backup.@Nullable Content data, Backup.@Nullable Content keys, boolean verified)
      throws IOException {
    Properties noted = read();
    if (data != null) {
      noted.setProperty(DATA, data.snapshotAt().toString());
      if (verified) {
        noted.setProperty(VERIFIED, data.snapshotAt().toString());
      }
    }
    if (keys != null) {
      noted.setProperty(KEYS, keys.snapshotAt().toString());
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    StringWriter text = new StringWriter();
    noted.store(text, null);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The moment the last backup of the data is of. */
  Optional<Instant> findData() {
    return find(DATA);
  }

  /** The moment the last backup of the keys is of. */
  Optional<Instant> findKeys() {
    return find(KEYS);
  }

  /** The moment of the last backup that was restored on trial. */
  Optional<Instant> findVerified() {
    return find(VERIFIED);
  }

  private Optional<Instant> find(String name) {
    try {
      return Optional.ofNullable(read().getProperty(name)).map(Instant::parse);
    } catch (IOException | DateTimeException _) {
      return Optional.empty(); // as if none was taken: the operator looks and takes one
    }
  }

  private Properties read() throws IOException {
    Properties noted = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        noted.load(reader);
      }
    }
    return noted;
  }
}
