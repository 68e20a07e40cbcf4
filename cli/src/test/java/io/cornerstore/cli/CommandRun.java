package io.cornerstore.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command said, and its exit code. */
public record CommandRun(int code, String out, String err) {

  /** Runs a command on a data folder, in this process. */
  public static CommandRun of(Path folder, String... words) {
    return run(
        Stream.concat(Arrays.stream(words), Stream.of("--data", folder.toString()))
            .toArray(String[]::new));
  }

  /** Runs a command as it is. */
  public static CommandRun run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Cornerstore.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return new CommandRun(command.execute(words), out.toString(), err.toString());
  }
}
