package io.cornerstore.cli.operate;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.KeyCover;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.RestoreMark;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A backup, brought into an empty installation. */
@Command(
    name = "restore",
    description = {
      "Restores a backup into an empty data folder, or into empty databases of your own servers.",
      "Nothing is overwritten. Take the newest keys there are, also with older data: whoever was",
      "erased before the backup of the keys stays erased; whoever was erased after it comes back."
    },
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "DIR",
      required = true,
      description = "Folder that 'cornerstore backup --to' wrote.")
  private Path from = Path.of("");

  @Option(
      names = "--keys-from",
      paramLabel = "DIR",
      description = "Folder with 'keys' of another, later backup (default: that of --from).")
  private @Nullable Path keysFrom;

  @Option(
      names = "--root-key",
      paramLabel = "FILE",
      description = "The copy of the root key (default: it is in its place already).")
  private @Nullable Path rootKey;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    BackupFolders folders = BackupFolders.below(from, keysFrom);
    Backup ofData = folders.ofData();
    Backup ofKeys = folders.ofKeys();
    Path folder = data.folder();
    Settings settings = data.settings(folder, Map.of());
    try {
      Restoration.require(ofData, ofKeys);
      RestoreMark mark = new RestoreMark(folder);
      if (settings.external().isEmpty()) {
        mark.requireEmpty();
      }
      placeRootKey(Installation.rootKey(folder, settings));
      mark.begin();
      try (Installation installation = Installation.restoring(folder, settings)) {
        Restoration.run(installation.databases(), ofData, ofKeys);
        mark.done(ofKeys.content().snapshotAt());
        report(installation, ofData, ofKeys);
      }
      return 0;
    } catch (BackupException e) {
      throw UserMistake.of(e);
    }
  }

  private void placeRootKey(Path place) throws IOException {
    if (rootKey == null) {
      if (!Files.exists(place)) {
        throw new UserMistake(
            "there is no root key at "
                + place
                + ", and without it nothing can be opened. Maybe name its copy with --root-key?");
      }
      return;
    }
    if (Files.exists(place)) {
      throw new UserMistake(
          "there is a root key at " + place + " already. Maybe leave --root-key away?");
    }
    Files.createDirectories(place.toAbsolutePath().getParent());
    Files.createFile(
        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(place, Files.readAllBytes(rootKey));
  }

  private void report(Installation installation, Backup data, Backup keys) {
    KeyCover.Result cover =
        KeyCover.of(installation.databases().main(), installation.databases().keys());
    ApplicationContext application = installation.command();
    Samples.Result samples = Samples.open(application);
    Instant ofData = data.content().snapshotAt();
    Instant ofKeys = keys.content().snapshotAt();
    String note = "data of %s, keys of %s".formatted(ofData, ofKeys);
    application
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            application
                .getBean(AuditTrail.class)
                .append(
                    new AuditEntry(
                        OPERATOR.auditName(),
                        "",
                        "backup.restore",
                        List.of("installation"),
                        List.of(),
                        note)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Restored %,d rows: %s.%n", data.content().rows() + keys.content().rows(), note);
    out.printf(
        "%,d of %,d sampled records open; %,d of %,d subjects have no key: they were erased"
            + " before.%n",
        samples.opened(), samples.read(), cover.missing().size(), cover.subjects());
    out.printf(
        "Whoever was erased after %s has come back: repeat these erasures. The trail notes this"
            + " restore, and 'cornerstore doctor' reminds until '%s' is deleted.%n",
        ofKeys, RestoreMark.RESTORED);
    out.flush();
  }
}
