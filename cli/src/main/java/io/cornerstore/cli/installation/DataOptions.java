package io.cornerstore.cli.installation;

import io.cornerstore.cli.settings.Settings;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the data and the configuration are kept: the same options for every command. */
public final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder of the data (default: CORNERSTORE_DATA, else 'data' beside the program).")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file (default: CORNERSTORE_CONFIG, else cornerstore.yaml in the data"
              + " folder, where it is there).")
  private @Nullable Path config;

  /** Opens the installation: its databases are started, or those of a running server are used. */
  public Installation open() {
    return Installation.open(folder(), settings(folder(), Map.of()));
  }

  /** What a command does with a part of the application. */
  @FunctionalInterface
  public interface Use<T> {
    /** Prints what is to say. */
    void of(T part, PrintWriter out) throws InterruptedException;
  }

  /**
   * Opens the installation, does one thing with a part of its application, and ends.
   *
   * @param part type of the bean
   * @return the exit code
   */
  public <T> int with(Class<T> part, CommandSpec spec, Use<T> use) {
    return with(spec, (application, out) -> use.of(application.getBean(part), out));
  }

  /** The same with the whole application. */
  public int with(CommandSpec spec, Use<ConfigurableApplicationContext> use) {
    try (Installation installation = open()) {
      PrintWriter out = spec.commandLine().getOut();
      use.of(installation.command(), out);
      out.flush();
      return ExitCode.OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.SOFTWARE;
    }
  }

  /** The checked configuration of a folder; {@code overrides} of the command line count first. */
  public Settings settings(Path folder, Map<String, String> overrides) {
    return Settings.read(configuration(folder), overrides, System::getenv);
  }

  /** The configuration file of a folder; null where there is none. */
  public @Nullable Path configuration(Path folder) {
    if (config != null) {
      return existing(config);
    }
    String environment = System.getenv("CORNERSTORE_CONFIG");
    if (environment != null && !environment.isBlank()) {
      return existing(Path.of(environment));
    }
    Path usual = folder.resolve(Settings.FILE);
    return Files.exists(usual) ? usual : null;
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("there is no configuration file " + file);
    }
    return file;
  }

  /** The folder, whether or not it exists. */
  public Path folder() {
    return folder("data");
  }

  /** Whether the folder was named with this command. */
  public boolean named() {
    return data != null;
  }

  /** The folder, with another name beside the program where none is given. */
  public Path folder(String usual) {
    if (data != null) {
      return data.toAbsolutePath().normalize();
    }
    String environment = System.getenv("CORNERSTORE_DATA");
    if (environment != null && !environment.isBlank()) {
      return Path.of(environment).toAbsolutePath().normalize();
    }
    return Path.of(System.getProperty("cornerstore.home", "."), usual).toAbsolutePath().normalize();
  }
}
