package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.terminal.ProgressLine;

/** Brings two empty databases to what two backups hold. */
final class Restoration {

  private Restoration() {}

  /**
   * Keys before data, so that at no moment there are values without their keys.
   *
   * @throws BackupException when the backups do not belong together or are damaged, before anything
   *     is written
   */
  static void run(DatabaseServers servers, Backup data, Backup keys) {
    require(data, keys);
    try (ProgressLine line = new ProgressLine()) {
      keys.restore(
          servers.keys(),
          (table, rows) -> line.show("Keys", 0, 0, table + ", %,d".formatted(rows)));
      data.restore(
          servers.main(),
          (table, rows) -> line.show("Data", 0, 0, table + ", %,d".formatted(rows)));
    }
  }

  static void require(Backup data, Backup keys) {
    Backup.Content ofData = data.content();
    Backup.Content ofKeys = keys.content();
    if (ofData.kind() != Kind.DATA || ofKeys.kind() != Kind.KEYS) {
      throw new BackupException("the folders of data and keys were named the wrong way round");
    }
    if (ofKeys.begunAt().isBefore(ofData.finishedAt())) {
      throw new BackupException(
          "the keys are of %s, before the data of %s were complete: what came in between could never be opened. Maybe take a later backup of the keys?"
              .formatted(ofKeys.snapshotAt(), ofData.finishedAt()));
    }
    keys.requireIntact();
    data.requireIntact();
  }
}
