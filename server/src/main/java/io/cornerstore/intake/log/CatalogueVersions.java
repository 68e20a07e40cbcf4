package io.cornerstore.intake.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What each run said of products and stores: the last one that stands counts. Of a feed's runs
 * older than the {@value #RUNS_KEPT} newest only what nobody has spoken of since is kept.
 */
final class CatalogueVersions {

  private static final int RUNS_KEPT = 20;

  private CatalogueVersions() {}

  /** Takes back what a run said; returns of how many products and stores. */
  static long withdraw(Connection connection, long run) throws SQLException {
    return withdraw(
            connection,
            run,
            "product",
            "sku",
            "name, category, subcategory, maker, price_minor, currency")
        + withdraw(connection, run, "store", "id", "name, locality, country, zone");
  }

  private static long withdraw(
      Connection connection, long run, String table, String key, String columns)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long spoken =
          statement.executeUpdate(
              "update intake.%s_version set withdrawn = true where run = %d and not withdrawn"
                  .formatted(table, run));
      if (spoken == 0) {
        return 0;
      }
      String concerned =
          "(select %1$s from intake.%2$s_version where run = %3$d)".formatted(key, table, run);
      statement.executeUpdate(
          "delete from intake.%s where %s in %s".formatted(table, key, concerned));
      statement.executeUpdate(
          """
          insert into intake.%1$s (%2$s, %3$s)
          select distinct on (%2$s) %2$s, %3$s from intake.%1$s_version
           where not withdrawn and %2$s in %4$s
           order by %2$s, number desc\
          """
              .formatted(table, key, columns, concerned));
      return spoken;
    }
  }

  /** Forgets old versions that newer ones have replaced. */
  static String forget(String table, String key) {
    return """
    delete from intake.%1$s_version old
     where old.run < (
             select min(id) from (
               select id from intake.import_run
                where feed = :feed and undone_at is null
                order by id desc limit %3$d) as kept)
       and old.run in (select id from intake.import_run where feed = :feed)
       and exists (
             select from intake.%1$s_version newer
              where newer.%2$s = old.%2$s and newer.number > old.number and not newer.withdrawn)
    """
        .formatted(table, key, RUNS_KEPT);
  }
}
