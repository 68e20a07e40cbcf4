package io.cornerstore.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one embedded server is kept. Immutable.
 *
 * @param name short name for threads and log lines, e.g. {@code main}
 * @param folder what this server owns: data, log, password and lock; created when missing
 * @param binaries where the server's programs are unpacked, shared by all servers of this user
 * @param port 1 to 65535, or 0 for any free port (the port of the last start when it is still free)
 * @param database created when missing; lower case letters, digits and underscores
 * @param parameters server parameters such as {@code shared_buffers}; those that guard durability,
 *     access or the log are refused
 * @param startTimeout how long a start, crash recovery included, may take
 * @param stopAtExit whether a JVM shutdown hook stops the server. Switch it off only where somebody
 *     else closes the server after its last user (hooks run side by side, so the hook would stop it
 *     under the feet of an orderly shutdown); the parent-death signal stays as the safety net
 */
public record EmbeddedSettings(
    String name,
    Path folder,
    Path binaries,
    int port,
    String database,
    Map<String, String> parameters,
    Duration startTimeout,
    boolean stopAtExit) {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Set<String> GUARDED =
      Set.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "ignore_checksum_failure",
          "zero_damaged_pages",
          "data_directory",
          "hba_file",
          "ident_file",
          "config_file",
          "external_pid_file",
          "listen_addresses",
          "port",
          "unix_socket_directories",
          "password_encryption",
          "logging_collector",
          "debug_print_parse",
          "debug_print_rewritten",
          "debug_print_plan");

  public EmbeddedSettings {
    Objects.requireNonNull(name, "name");
    folder = folder.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must lie in 0 to 65535, but is " + port);
    }
    if (!IDENTIFIER.matcher(database).matches()) {
      throw new IllegalArgumentException(
          "database must match " + IDENTIFIER + ", but is " + database);
    }
    parameters = Map.copyOf(parameters);
    parameters.keySet().forEach(EmbeddedSettings::requireUnguarded);
    if (startTimeout.isNegative() || startTimeout.isZero()) {
      throw new IllegalArgumentException("startTimeout must be positive, but is " + startTimeout);
    }
  }

  /** Any free port, the usual place for binaries, two minutes to start, stopped at exit. */
  public static EmbeddedSettings of(String name, Path folder, String database) {
    return new EmbeddedSettings(
        name,
        folder,
        Platform.defaultBinaries(),
        0,
        database,
        Map.of(),
        Duration.ofMinutes(2),
        true);
  }

  /** A copy that listens on the given port. */
  public EmbeddedSettings withPort(int newPort) {
    return new EmbeddedSettings(
        name, folder, binaries, newPort, database, parameters, startTimeout, stopAtExit);
  }

  /** A copy whose programs are unpacked elsewhere. */
  public EmbeddedSettings withBinaries(Path newBinaries) {
    return new EmbeddedSettings(
        name, folder, newBinaries, port, database, parameters, startTimeout, stopAtExit);
  }

  /** A copy with one more server parameter, or another value for it. */
  public EmbeddedSettings withParameter(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new EmbeddedSettings(
        name, folder, binaries, port, database, more, startTimeout, stopAtExit);
  }

  /** A copy with another limit for a start. */
  public EmbeddedSettings withStartTimeout(Duration newTimeout) {
    return new EmbeddedSettings(
        name, folder, binaries, port, database, parameters, newTimeout, stopAtExit);
  }

  /** A copy with or without the shutdown hook. */
  public EmbeddedSettings withStopAtExit(boolean newStopAtExit) {
    return new EmbeddedSettings(
        name, folder, binaries, port, database, parameters, startTimeout, newStopAtExit);
  }

  private static void requireUnguarded(String parameter) {
    // PostgreSQL takes parameter names in any case and "-" for "_" on the command line.
    String canonical = parameter.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
    if (!canonical.matches("[a-z][a-z0-9_.]*")
        || canonical.startsWith("log_")
        || GUARDED.contains(canonical)) {
      throw new IllegalArgumentException(
          "server parameter " + parameter + " guards durability, access or the log: not settable");
    }
  }
}
