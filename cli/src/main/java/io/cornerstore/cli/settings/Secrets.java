package io.cornerstore.cli.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Secrets from files and the environment. */
final class Secrets {

  private static final Set<PosixFilePermission> FOREIGN =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final UnaryOperator<@Nullable String> environment;

  Secrets(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * The first line of the file, else the variable, if either is there.
   *
   * @param file null when none is named
   * @param fault is told why a named file cannot be used
   */
  Optional<String> find(@Nullable Path file, String variable, Consumer<String> fault) {
    if (file != null) {
      return firstLine(file, fault);
    }
    String value = environment.apply(variable);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<String> firstLine(Path file, Consumer<String> fault) {
    try {
      if (!Files.isRegularFile(file)) {
        fault.accept("names " + file + ", which is no file");
        return Optional.empty();
      }
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(FOREIGN::contains)) {
        fault.accept("names " + file + ", which others may read. Maybe run: chmod 600 " + file);
        return Optional.empty();
      }
      Optional<String> line = Files.readString(file).lines().findFirst().map(String::strip);
      if (line.isEmpty() || line.get().isEmpty()) {
        fault.accept("names " + file + ", whose first line is empty");
        return Optional.empty();
      }
      return line;
    } catch (IOException e) {
      fault.accept(
          "names " + file + ", which cannot be read (" + e.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
  }
}
