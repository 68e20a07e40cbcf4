package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Makes the tables a backup was taken from, and no newer ones: exactly its migrations run, from a
 * folder of their own. What came later is applied by the next start, as to a live database.
 */
final class StagedMigrations {

  private StagedMigrations() {}

  static void apply(PostgresAccess access, Manifest manifest) throws IOException {
    apply(access, manifest.kind(), manifest.migrations());
  }

  static void apply(PostgresAccess access, Kind kind, List<String> scripts) throws IOException {
    Map<String, Resource> known = known(kind);
    List<String> unknown = new ArrayList<>(scripts);
    unknown.removeAll(known.keySet());
    if (!unknown.isEmpty()) {
      throw new BackupException(
          "the backup of the %s was made by a newer release, which knows %s. Maybe restore it with that release?"
              .formatted(kind.word(), unknown));
    }
    Path folder = Files.createTempDirectory("cornerstore-migrations");
    try {
      for (String script : scripts) {
        try (InputStream in = Objects.requireNonNull(known.get(script)).getInputStream()) {
          Files.copy(in, folder.resolve(script));
        }
      }
      Flyway.configure()
          .dataSource(access.jdbcUrl(), access.user(), access.password())
          .locations("filesystem:" + folder)
          .defaultSchema("cornerstore")
          .createSchemas(true)
          .load()
          .migrate();
    } finally {
      for (String script : scripts) {
        Files.deleteIfExists(folder.resolve(script));
      }
      Files.delete(folder);
    }
  }

  /** Scripts of this program by file name. */
  static Map<String, Resource> known(Kind kind) throws IOException {
    Map<String, Resource> known = new HashMap<>();
    for (Resource resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + kind.migrations() + "/**/V*.sql")) {
      String name = resource.getFilename();
      if (name != null) {
        known.put(name, resource);
      }
    }
    return known;
  }
}
