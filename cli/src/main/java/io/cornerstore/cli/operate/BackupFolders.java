package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Release;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Where the two parts of a backup are. */
record BackupFolders(Path data, Path keys) {

  /** Below one folder, or the keys below another. */
  static BackupFolders below(Path folder, @Nullable Path ofKeys) {
    return new BackupFolders(
        folder.resolve("data"), (ofKeys == null ? folder : ofKeys).resolve("keys"));
  }

  /** Writes one of the parts. */
  Backup.Content take(Kind kind, DatabaseServers servers, Backup.Progress progress) {
    return Backup.take(
        kind,
        kind == Kind.DATA ? servers.main() : servers.keys(),
        kind == Kind.DATA ? data : keys,
        Release.VERSION,
        Clock.systemUTC(),
        progress);
  }

  Backup ofData() {
    return new Backup(data);
  }

  Backup ofKeys() {
    return new Backup(keys);
  }
}
