package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.KeyCover;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.TemporaryFolder;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Restores a fresh backup into a temporary folder and looks whether it is what was backed up. */
final class BackupTrial {

  private final Installation live;
  private final Path folder;

  BackupTrial(Installation live, Path folder) {
    this.live = live;
    this.folder = folder;
  }

  /** Words on what was found; throws {@link UserMistake} when the backup does not hold. */
  String check(BackupFolders backup) throws IOException {
    try (TemporaryFolder temporary = new TemporaryFolder(folder);
        Installation copy = Installation.own(temporary.path(), settings())) {
      return check(copy, backup.ofData(), backup.ofKeys());
    } catch (BackupException e) {
      throw new UserMistake("the backup was written but does not hold: " + e.getMessage());
    }
  }

  private String check(Installation copy, Backup data, Backup keys) {
    DatabaseServers restored = copy.databases();
    Restoration.run(restored, data, keys);
    List<String> different =
        Stream.concat(
                keys.differences(restored.keys()).stream(),
                data.differences(restored.main()).stream())
            .toList();
    if (!different.isEmpty()) {
      throw new BackupException("these tables came back otherwise: " + different);
    }
    KeyCover.Result cover = KeyCover.of(restored.main(), restored.keys());
    long lost = KeyCover.present(live.databases().keys(), cover.missing());
    if (lost > 0) {
      throw new BackupException(
          "the keys of %,d subjects are missing in it, though they are there".formatted(lost));
    }
    Samples.Result samples = Samples.open(copy.command());
    if (samples.opened() == 0 && samples.read() > 0) {
      throw new BackupException("none of %,d samples can be opened".formatted(samples.read()));
    }
    return "Verified: restored, every row of every table the same; %,d of %,d sampled records open (the others are erased), %,d of %,d subjects have no key for that reason"
        .formatted(samples.opened(), samples.read(), cover.missing().size(), cover.subjects());
  }

  /** Nothing of the live settings but what opens the root key. */
  private Settings settings() {
    Map<String, Object> vault =
        live.settings().properties().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("cornerstore.vault."))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    vault.put("cornerstore.vault.root-key-file", live.rootKey().toString());
    return new Settings(Optional.empty(), vault, Map.of(), Optional.empty());
  }
}
