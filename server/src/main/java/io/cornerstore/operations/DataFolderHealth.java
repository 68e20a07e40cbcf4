package io.cornerstore.operations;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks the data folder. */
final class DataFolderHealth implements InstallationHealth {

  private final OperationsSettings settings;
  private final BackupNotes backups;

  DataFolderHealth(OperationsSettings settings) {
    this.settings = settings;
    this.backups = new BackupNotes(settings.dataFolder());
  }

  @Override
  public State now() {
    return new State(
        settings.version(),
        disk(),
        backups.find("data").orElse(null),
        backups.find("keys").orElse(null));
  }

  private @Nullable Disk disk() {
    Path folder = settings.dataFolder();
    if (folder == null) {
      return null;
    }
    try {
      FileStore store = Files.getFileStore(folder);
      return new Disk(store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException _) {
      return null;
    }
  }
}
