package io.cornerstore.cli;

import io.cornerstore.cli.link.LinkCommand;
import io.cornerstore.cli.link.ModelCommand;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.postgres.PostgresException;
import io.cornerstore.tabular.TabularException;
import java.nio.file.FileSystemException;
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
    version = "Cornerstore 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:  ./cornerstore demo",
      "Tests:       ./cornerstore test [--fast]",
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      MappingCommand.class,
      StaffCommand.class,
      KeyCommand.class,
      LinkCommand.class,
      ModelCommand.class,
      TownCommand.class,
      ScoreCommand.class,
      RehearseCommand.class,
    })
public final class Cornerstore implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    HeapKeeper.start();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cornerstore())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Cornerstore::explain);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What the user can mend is said in a sentence; only a fault of ours shows where it happened. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof MappingRefused
        || failure instanceof IntakeException
        || failure instanceof PostgresException
        || failure instanceof TabularException
        || failure instanceof UserMistake) {
      command.getErr().println("cornerstore: " + failure.getMessage());
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
