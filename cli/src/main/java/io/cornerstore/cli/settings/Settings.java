package io.cornerstore.cli.settings;

import io.cornerstore.postgres.PostgresAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A checked configuration. Prints no secret.
 *
 * @param file where it was read, if there is a file
 * @param properties what the application is given, by the names it reads
 * @param overrides the same from the command line, which count before everything else
 * @param external the two servers, when they are not embedded ones
 */
public record Settings(
    Optional<Path> file,
    Map<String, Object> properties,
    Map<String, Object> overrides,
    Optional<ExternalServers> external) {

  /** Usual name of the file in the data folder. */
  public static final String FILE = "cornerstore.yaml";

  public Settings {
    properties = Map.copyOf(properties);
    overrides = Map.copyOf(overrides);
  }

  /**
   * Servers of PostgreSQL that somebody else runs.
   *
   * @param sameServerAllowed whether both may be databases of one server
   */
  public record ExternalServers(
      PostgresAccess main, PostgresAccess keys, boolean sameServerAllowed) {}

  /** Nothing configured. */
  public static Settings none() {
    return new Settings(Optional.empty(), Map.of(), Map.of(), Optional.empty());
  }

  /**
   * Reads and checks.
   *
   * @param file null for none: only defaults and overrides count
   * @param overrides values of the command line by key, such as {@code server.port}
   * @param environment looks up a variable of the environment
   * @throws SettingsRefused with every mistake
   */
  public static Settings read(
      @Nullable Path file,
      Map<String, String> overrides,
      UnaryOperator<@Nullable String> environment) {
    SettingsFile read = file == null ? SettingsFile.none() : SettingsFile.read(file);
    return new SettingsCheck(file, read, overrides, new Secrets(environment)).settings();
  }

  /** The value of a key, its usual one when none was given. Not for keys of the databases. */
  public String value(String key) {
    Setting setting = Catalogue.find(key).orElseThrow();
    for (String property : setting.properties()) {
      Object given = overrides.getOrDefault(property, properties.get(property));
      if (given != null) {
        return given.toString();
      }
    }
    return setting.usual();
  }

  @Override
  public String toString() {
    return "Settings[" + file.map(Path::toString).orElse("none") + "]";
  }
}
