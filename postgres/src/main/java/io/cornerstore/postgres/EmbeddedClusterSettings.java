package io.cornerstore.postgres;

import java.nio.file.Path;

/**
 * How the two servers are kept.
 *
 * @param folder holds the lock of the pair
 * @param main the server of the data
 * @param keys the server of the keys: own folder, own write-ahead log, own backups
 */
public record EmbeddedClusterSettings(Path folder, EmbeddedSettings main, EmbeddedSettings keys) {

  public EmbeddedClusterSettings {
    folder = folder.toAbsolutePath().normalize();
    if (main.folder().equals(keys.folder())) {
      throw new IllegalArgumentException("data and keys need folders of their own");
    }
  }

  /**
   * Databases {@code cornerstore} and {@code cornerstore_keys} in {@code main} and {@code keys}.
   */
  public static EmbeddedClusterSettings under(Path folder) {
    return new EmbeddedClusterSettings(
        folder,
        EmbeddedSettings.of("main", folder.resolve("main"), "cornerstore"),
        EmbeddedSettings.of("keys", folder.resolve("keys"), "cornerstore_keys")
            .withParameter("shared_buffers", "32MB"));
  }

  /** A copy with another setting of the data's server. */
  public EmbeddedClusterSettings withMain(EmbeddedSettings newMain) {
    return new EmbeddedClusterSettings(folder, newMain, keys);
  }

  /** A copy with another setting of the keys' server. */
  public EmbeddedClusterSettings withKeys(EmbeddedSettings newKeys) {
    return new EmbeddedClusterSettings(folder, main, newKeys);
  }
}
