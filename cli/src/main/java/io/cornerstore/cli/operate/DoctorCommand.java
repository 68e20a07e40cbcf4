package io.cornerstore.cli.operate;

import io.cornerstore.cli.doctor.DatabaseChecks;
import io.cornerstore.cli.doctor.FileChecks;
import io.cornerstore.cli.doctor.Finding;
import io.cornerstore.cli.doctor.Finding.Verdict;
import io.cornerstore.cli.doctor.MachineChecks;
import io.cornerstore.cli.doctor.Observations;
import io.cornerstore.cli.doctor.ServerCheck;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.RestoreMark;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.cli.settings.SettingsRefused;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.PostgresException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** A look at everything an operator should know. */
@Command(
    name = "doctor",
    description = {
      "Looks at machine, settings, files, databases, backups and server, and says what to do.",
      "Works while the server runs, when it is stopped (the databases are then started for the",
      "look), and when something is broken. Exit code 1 when there is a failure."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  private static final Duration FRESH_DATA = Duration.ofHours(36);
  private static final Duration FRESH_KEYS = Duration.ofHours(26);

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    Path folder = data.folder();
    List<Finding> findings = new ArrayList<>();
    Settings settings = settings(folder, findings);
    if (Files.isDirectory(folder)) {
      look(folder, settings, findings);
    } else {
      findings.add(
          Finding.warning(
              "folder", "there is no " + folder, "Start the server once, or name it with --data."));
    }
    print(findings);
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILURE) ? 1 : 0;
  }

  private Settings settings(Path folder, List<Finding> findings) {
    try {
      Settings settings = data.settings(folder, Map.of());
      findings.add(
          Finding.ok(
              "settings", settings.file().map(Path::toString).orElse("no file: all defaults")));
      return settings;
    } catch (SettingsRefused | UserMistake e) {
      findings.add(
          Finding.failure("settings", String.valueOf(e.getMessage()), "Correct the file."));
      return Settings.none();
    }
  }

  private void look(Path folder, Settings settings, List<Finding> findings) throws IOException {
    Instant now = clock.instant();
    boolean used =
        Files.exists(folder.resolve("keys").resolve("pgdata")) || settings.external().isPresent();
    findings.addAll(new MachineChecks(folder, now).run());
    findings.addAll(FileChecks.run(folder, Installation.rootKey(folder, settings), used));
    Optional<Boolean> running = databases(folder, settings, used, findings);
    findings.add(
        ServerCheck.run(
            settings.value("server.address"),
            Integer.parseInt(settings.value("server.port")),
            running,
            settings.properties().containsKey("server.ssl.certificate")));
    if (used) {
      backups(new BackupRecord(folder), now, findings);
    }
    restored(folder, findings);
    note(folder, now, findings);
  }

  /* Last, and no reason to say nothing: it fails first when the disk is full. */
  private static void note(Path folder, Instant now, List<Finding> findings) {
    try {
      new Observations(folder).note(now);
    } catch (IOException e) {
      findings.add(
          Finding.warning(
              "observations",
              "cannot be noted (%s)".formatted(e.getClass().getSimpleName()),
              "Look at disk and folder above: growth is not followed meanwhile."));
    }
  }

  /** Whether a server, or a command, has the databases; empty where that cannot be known. */
  private Optional<Boolean> databases(
      Path folder, Settings settings, boolean used, List<Finding> findings) {
    DatabaseChecks checks =
        new DatabaseChecks(
            clock,
            settings.external().map(Settings.ExternalServers::sameServerAllowed).orElse(false));
    if (settings.external().isPresent()) {
      Settings.ExternalServers servers = settings.external().get();
      findings.addAll(checks.run(servers.main(), servers.keys()));
      return Optional.empty();
    }
    if (!used) {
      findings.add(Finding.ok("database", "none yet: made by the first start"));
      return Optional.of(false);
    }
    Optional<EmbeddedCluster> running = EmbeddedCluster.findRunning(Installation.embedded(folder));
    try (EmbeddedCluster cluster =
        running.isPresent()
            ? running.get()
            : EmbeddedCluster.start(Installation.embedded(folder))) {
      findings.addAll(checks.run(cluster.main(), cluster.keys()));
    } catch (PostgresException e) {
      findings.add(
          Finding.failure(
              "database",
              "cannot be started: " + e.getMessage(),
              "Look into main/postgres.log and keys/postgres.log. If they are damaged, restore a"
                  + " backup into another folder."));
    }
    return Optional.of(running.isPresent());
  }

  private static void backups(BackupRecord record, Instant now, List<Finding> findings) {
    findings.add(age("backup", record.findData(), now, FRESH_DATA, "both"));
    findings.add(age("key-backup", record.findKeys(), now, FRESH_KEYS, "keys"));
  }

  private static Finding age(
      String check, Optional<Instant> taken, Instant now, Duration fresh, String part) {
    String advice = "Run daily: cornerstore backup --to DIR --only %s --verify".formatted(part);
    if (part.equals("keys")) {
      advice = "Run daily or more often: cornerstore backup --to DIR --only keys";
    } else {
      advice = advice.replace(" --only both", "");
    }
    if (taken.isEmpty()) {
      return Finding.warning(check, "none was taken from here", advice);
    }
    Duration age = Duration.between(taken.get(), now);
    String seen = "the last one is %d hours old".formatted(age.toHours());
    return age.compareTo(fresh) > 0
        ? Finding.warning(check, seen, advice)
        : Finding.ok(check, seen);
  }

  private static void restored(Path folder, List<Finding> findings) {
    RestoreMark mark = new RestoreMark(folder);
    mark.findRestored()
        .ifPresent(keysOf ->
            findings.add(
                Finding.warning(
                    "restored",
                    "restored from keys of " + keysOf + ": whoever was erased after that is back",
                    "Repeat these erasures, then delete the file '%s' in the data folder."
                        .formatted(RestoreMark.RESTORED))));
    try {
      mark.requireFinished();
    } catch (UserMistake e) {
      findings.add(Finding.failure("restored", String.valueOf(e.getMessage()), "Restore again."));
    }
  }

  private void print(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(findings));
    } else {
      for (Finding finding : findings) {
        out.printf(
            "%-8s %-15s %s%n",
            finding.verdict().name().toLowerCase(Locale.ROOT), finding.check(), finding.seen());
        if (!finding.advice().isEmpty()) {
          out.printf("%-8s %-15s → %s%n", "", "", finding.advice());
        }
      }
    }
    out.flush();
  }
}
