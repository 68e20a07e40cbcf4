package io.cornerstore.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the installation stands, as far as it can be told without looking into it. Thread-safe. */
public interface InstallationHealth {

  /** As of now. */
  State now();

  /**
   * What is known.
   *
   * @param version of the program; null where it was not started as a release is
   * @param disk of the data folder; null where there is no folder or it cannot be asked
   * @param dataBackup the moment the last backup of the data is of; null when none was noted
   * @param keysBackup likewise of the keys
   */
  record State(
      @Nullable String version,
      @Nullable Disk disk,
      @Nullable Instant dataBackup,
      @Nullable Instant keysBackup) {}

  /** Bytes of a disk. */
  record Disk(long free, long total) {}
}
