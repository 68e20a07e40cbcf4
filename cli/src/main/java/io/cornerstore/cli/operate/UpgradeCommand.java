package io.cornerstore.cli.operate;

import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.backup.Pending;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An older release's data, brought forward after a rehearsal. */
@Command(
    name = "upgrade",
    description = {
      "Brings the data of an older release forward: takes a backup, rehearses the upgrade on a"
          + " copy",
      "of it, and only then changes the data. Stop the server first. There is no way back but the",
      "backup. ('serve' brings data forward, too, without backup and rehearsal.)"
    },
    mixinStandardHelpOptions = true)
public final class UpgradeCommand implements Callable<Integer> {

  @Option(
      names = "--backup-to",
      paramLabel = "DIR",
      description = "Folder to write the backup of before into.")
  private @Nullable Path backupTo;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = data.folder();
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.own(folder, data.settings(folder, Map.of()))) {
      DatabaseServers servers = installation.databases();
      Pending main = Pending.of(Kind.DATA, servers.main());
      Pending keys = Pending.of(Kind.KEYS, servers.keys());
      requireKnown("data", main);
      requireKnown("keys", keys);
      if (main.current() && keys.current()) {
        out.println("Nothing to do: data and keys are of this release.");
        return 0;
      }
      say(out, "Data", main);
      say(out, "Keys", keys);
      if (dryRun) {
        return 0;
      }
      if (!main.applied().isEmpty()) {
        rehearse(out, installation);
      }
      Samples.Result samples = Samples.open(installation.command());
      out.printf("Done: %,d of %,d sampled records open.%n", samples.opened(), samples.read());
      return 0;
    } catch (BackupException e) {
      throw UserMistake.of(e);
    } finally {
      out.flush();
    }
  }

  private void rehearse(PrintWriter out, Installation installation) throws IOException {
    if (backupTo == null) {
      throw new UserMistake(
          "an upgrade begins with a backup. Maybe add --backup-to DIR, or look first with"
              + " --dry-run?");
    }
    Path to = backupTo.toAbsolutePath().normalize();
    BackupFolders folders = BackupFolders.below(to, null);
    DatabaseServers servers = installation.databases();
    folders.take(Kind.DATA, servers, (_, _) -> {});
    folders.take(Kind.KEYS, servers, (_, _) -> {});
    out.println("Backup in " + to + ".");
    out.println(new BackupTrial(installation, to.resolve("rehearsal")).check(folders));
    out.flush();
  }

  private static void requireKnown(String which, Pending pending) {
    if (!pending.unknown().isEmpty()) {
      throw new UserMistake(
          "the database of the %s is of a newer release, which applied %s. Maybe use that release?"
              .formatted(which, pending.unknown()));
    }
  }

  private static void say(PrintWriter out, String which, Pending pending) {
    List<String> missing = pending.missing();
    out.printf("%s: %s%n", which, missing.isEmpty() ? "up to date" : "will apply " + missing);
  }
}
