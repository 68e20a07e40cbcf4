package io.cornerstore.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data are kept: the same option for every command. */
final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder of the data (default: CORNERSTORE_DATA, else 'data' beside the program).")
  private @Nullable Path data;

  /** The folder, whether or not it exists. */
  Path folder() {
    return folder("data");
  }

  /** Whether the folder was named with this command. */
  boolean named() {
    return data != null;
  }

  /** The folder, with another name beside the program where none is given. */
  Path folder(String usual) {
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
