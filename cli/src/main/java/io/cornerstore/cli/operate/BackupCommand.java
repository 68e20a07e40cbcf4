package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A backup of both databases, taken while everything goes on. */
@Command(
    name = "backup",
    description = {
      "Writes a backup of both databases while everything goes on working.",
      "Data and keys go to folders of their own: keep the keys apart from the data, and only for",
      "days. The root key is in neither: keep a copy of its file elsewhere."
    },
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  private enum Part {
    BOTH,
    DATA,
    KEYS
  }

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write 'data' and 'keys' into; neither may be there yet.")
  private Path to = Path.of("");

  @Option(
      names = "--keys-to",
      paramLabel = "DIR",
      description = "Another folder to write 'keys' into: better not on the disk of the data.")
  private @Nullable Path keysTo;

  @Option(
      names = "--only",
      paramLabel = "PART",
      defaultValue = "both",
      description = "data, keys or both (default). Keys alone are small: take them often.")
  private Part only = Part.BOTH;

  @Option(
      names = "--verify",
      description =
          "Restore it into a temporary folder, compare every table, open samples, delete it again.")
  private boolean verify;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (verify && only != Part.BOTH) {
      throw new UserMistake("--verify needs both parts. Maybe leave --only away?");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = absolute(to);
    BackupFolders folders = BackupFolders.below(folder, keysTo == null ? null : absolute(keysTo));
    BackupRecord record = new BackupRecord(data.folder());
    try (Installation live = data.open()) {
      DatabaseServers servers = live.databases();
      // The data first: whatever they hold has its key in the later snapshot of the keys.
      if (only != Part.KEYS) {
        say(out, take(Kind.DATA, servers, folders), folders.data());
      }
      if (only != Part.DATA) {
        say(out, take(Kind.KEYS, servers, folders), folders.keys());
      }
      if (verify) {
        out.println(new BackupTrial(live, folder.resolve("verifying")).check(folders));
      }
    }
    record.write(
        only == Part.KEYS ? null : folders.ofData().content(),
        only == Part.DATA ? null : folders.ofKeys().content(),
        verify);
    out.flush();
    return 0;
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private static Backup.Content take(Kind kind, DatabaseServers servers, BackupFolders folders) {
    try (ProgressLine line = new ProgressLine()) {
      return folders.take(
          kind,
          servers,
          (table, rows) ->
              line.show("Backup of the " + kind, 0, 0, table + ", %,d rows".formatted(rows)));
    } catch (BackupException e) {
      throw UserMistake.of(e);
    }
  }

  private static void say(PrintWriter out, Backup.Content content, Path folder) {
    out.printf(
        "%s of %s: %,d rows of %d tables, %.1f MB, in %s%n",
        content.kind() == Kind.DATA ? "Data" : "Keys",
        content.snapshotAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
        content.rows(),
        content.tables(),
        content.bytes() / 1e6,
        folder);
    out.flush();
  }
}
