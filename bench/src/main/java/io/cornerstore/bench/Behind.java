package io.cornerstore.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What is accepted and not yet seen by readers.
 *
 * @param log entries of the log that are not resolved
 * @param versions changes of customers whose golden records are not computed
 */
record Behind(long log, long versions) {

  /** Looks into the databases of a running server. */
  static Behind now(Path data) throws SQLException {
    var main = Databases.running(data).main();
    return new Behind(
        Databases.number(
            main,
            "select log.last - identity.linked_to from intake.log_head log, identity.head identity"),
        Databases.number(
            main,
            "select identity.version - progress.version from identity.head identity, profile.progress progress where progress.follower = 'golden'"));
  }

  boolean isNothing() {
    return log <= 0 && versions <= 0;
  }
}
