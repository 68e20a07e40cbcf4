package io.cornerstore.cli;

import io.cornerstore.cli.access.KeyCommand;
import io.cornerstore.cli.access.StaffCommand;
import io.cornerstore.cli.delivery.ExportCommand;
import io.cornerstore.cli.delivery.WebhookCommand;
import io.cornerstore.cli.demo.DemoCommand;
import io.cornerstore.cli.demo.ScoreCommand;
import io.cornerstore.cli.demo.TownCommand;
import io.cornerstore.cli.installation.Release;
import io.cornerstore.cli.intake.ImportCommand;
import io.cornerstore.cli.intake.MappingCommand;
import io.cornerstore.cli.intake.QuarantineCommand;
import io.cornerstore.cli.intake.RemapCommand;
import io.cornerstore.cli.link.LinkCommand;
import io.cornerstore.cli.link.ModelCommand;
import io.cornerstore.cli.operate.BackupCommand;
import io.cornerstore.cli.operate.DoctorCommand;
import io.cornerstore.cli.operate.RestoreCommand;
import io.cornerstore.cli.operate.ServeCommand;
import io.cornerstore.cli.operate.UpgradeCommand;
import io.cornerstore.cli.settings.SettingsRefused;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.cli.trial.ModelApplyCommand;
import io.cornerstore.cli.trial.ModelBackCommand;
import io.cornerstore.cli.trial.ModelListCommand;
import io.cornerstore.cli.trial.ModelTryCommand;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.kernel.NewerDataException;
import io.cornerstore.postgres.PostgresException;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.vault.VaultException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 done, 1 failed with a reason on standard error, 2 wrongly called.
 */
@Command(
    name = "cornerstore",
    description = "A single customer view that has to prove itself.",
    mixinStandardHelpOptions = true,
    version = "Cornerstore " + Release.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:  ./cornerstore demo",
      "Tests:       ./cornerstore test [--fast]",
      "Release:     ./cornerstore release",
    })
public final class Cornerstore implements Runnable {

  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ServeCommand.class,
          ImportCommand.class,
          MappingCommand.class,
          StaffCommand.class,
          KeyCommand.class,
          QuarantineCommand.class,
          RemapCommand.class,
          ExportCommand.class,
          WebhookCommand.class,
          DoctorCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          UpgradeCommand.class,
          LinkCommand.class,
          ModelCommand.class,
          TownCommand.class,
          ScoreCommand.class,
          RehearseCommand.class);

  /** Of the command {@code model}, those that need the database; the others start without it. */
  private static final List<Class<?>> MODEL_COMMANDS =
      List.of(
          ModelTryCommand.class,
          ModelApplyCommand.class,
          ModelBackCommand.class,
          ModelListCommand.class);

  private static final int MOST_CAUSES = 20;

  @Spec private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    HeapKeeper.start();
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * Looking through the options of one command instead of all saves a tenth of a server's start.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Cornerstore());
    List<Class<?>> named =
        arguments.length == 0
            ? List.of()
            : COMMANDS.stream().filter(one -> name(one).equals(arguments[0])).toList();
    for (Class<?> command : named.isEmpty() ? COMMANDS : named) {
      line.addSubcommand(command);
    }
    CommandLine model = line.getSubcommands().get(name(ModelCommand.class));
    if (model != null) {
      MODEL_COMMANDS.forEach(model::addSubcommand);
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Cornerstore::explain);
  }

  /* The application wraps what stops its start: a missing root key stands some causes below. */
  private static boolean mendable(Throwable failure) {
    return failure instanceof MappingRefused
        || failure instanceof IntakeException
        || failure instanceof DecisionRefused
        || failure instanceof PostgresException
        || failure instanceof TabularException
        || failure instanceof SettingsRefused
        || failure instanceof NewerDataException
        || failure instanceof VaultException
        || failure instanceof PortInUseException
        || failure instanceof UserMistake;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What the user can mend is said in a sentence; only a fault of ours shows where it happened. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Optional<Throwable> mendable =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(MOST_CAUSES)
            .filter(Cornerstore::mendable)
            .findFirst();
    if (mendable.isPresent()) {
      command.getErr().println("cornerstore: " + mendable.get().getMessage());
    } else if (failure instanceof FileSystemException file) {
      command.getErr().println("cornerstore: cannot use the file " + file.getMessage());
    } else {
      command
          .getErr()
          .println(
              "cornerstore: this should not have happened. Maybe report it with the lines below.");
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
