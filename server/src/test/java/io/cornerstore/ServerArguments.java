package io.cornerstore;

import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.testkit.DatabasePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a server under test is started with. */
public final class ServerArguments {

  private ServerArguments() {}

  /**
   * Arguments that lead to these databases and this root key.
   *
   * @param more settings, {@code name=value}
   */
  public static String[] of(DatabasePair databases, Path rootKeyFile, String... more) {
    return Stream.of(
            Arrays.stream(more),
            access("spring.datasource", databases.main()),
            access("cornerstore.keys", databases.keys()),
            Stream.of("cornerstore.vault.root-key-file=" + rootKeyFile))
        .flatMap(settings -> settings)
        .map(setting -> "--" + setting)
        .toArray(String[]::new);
  }

  private static Stream<String> access(String prefix, PostgresAccess access) {
    return Stream.of(
        prefix + ".url=" + access.jdbcUrl(),
        prefix + ".username=" + access.user(),
        prefix + ".password=" + access.password());
  }

  /** Where a root key may be made. */
  public static Path newRootKeyFile() {
    try {
      return Files.createTempDirectory("cornerstore-test").resolve("root.key");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
