package io.cornerstore.kernel;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database forward, never one that is further than this program. */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies what is missing.
   *
   * @param flyway one that ignores no migrations it does not know
   * @param which name of the database, for messages
   * @throws NewerDataException when the database has migrations this program does not know
   */
  public static void apply(Flyway flyway, String which) {
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      List<String> unknown =
          Arrays.stream(flyway.info().applied())
              .filter(migration -> !migration.getState().isResolved())
              .map(MigrationInfo::getScript)
              .toList();
      if (unknown.isEmpty()) {
        throw e;
      }
      throw new NewerDataException(
          "the database of the %s was brought forward by a newer release, which applied %s. Maybe use that release, or restore a backup of before?"
              .formatted(which, unknown));
    }
  }
}
