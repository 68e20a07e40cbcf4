package io.cornerstore.postgres;

import java.nio.file.Path;
import java.util.Locale;

/** Which bundle of binaries fits this machine. */
record Platform(String architecture, String resource) {

  static final String VERSION = "18.6.0";
  static final String MAJOR = "18";

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String system, String architecture) {
    String bundle =
        switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (system.toLowerCase(Locale.ROOT).startsWith("linux") && !bundle.isEmpty()) {
      return new Platform(architecture, "/postgres-linux-" + bundle + ".txz");
    }
    throw new PostgresException(
        PostgresException.Code.UNSUPPORTED_PLATFORM,
        ("no embedded PostgreSQL for %s on %s: only Linux on amd64 and arm64. "
                + "Maybe give the URL of a PostgreSQL 18 server instead.")
            .formatted(system, architecture));
  }

  static Path defaultBinaries() {
    return Path.of(
        System.getProperty("user.home", "."),
        ".cache",
        "cornerstore",
        "postgres-%s-%s".formatted(VERSION, System.getProperty("os.arch", "unknown")));
  }
}
