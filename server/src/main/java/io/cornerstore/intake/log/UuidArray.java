package io.cornerstore.intake.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * UUIDs as an array parameter of a statement.
 *
 * <p>Such a statement is planned each time it runs: a plan that was made when the table was small,
 * kept for the connection, reads the whole table once it is large.
 */
final class UuidArray {

  private UuidArray() {}

  /** Binds the ids of a statement that looks them up. */
  static void bind(PreparedStatement statement, int parameter, Collection<UUID> ids)
      throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    statement.setArray(
        parameter, statement.getConnection().createArrayOf("uuid", ids.toArray(UUID[]::new)));
  }

  /** The ids as a named parameter. */
  static SqlArrayValue of(Collection<UUID> ids) {
    return new SqlArrayValue("uuid", (Object[]) ids.toArray(UUID[]::new));
  }
}
