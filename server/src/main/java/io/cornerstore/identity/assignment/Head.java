package io.cornerstore.identity.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row {@code identity.head}. Whoever changes subjects, assignments or decisions locks it first
 * and saves it last, in one transaction: that puts all changes in one order.
 */
public final class Head {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public Head(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The row as last committed. */
  public HeadRow read() {
    return jdbc.sql(
            """
            select revision, version, read_to, linked_to, decided, model, trained_on
            from identity.head
            """)
        .query(Head::row)
        .single();
  }

  /** The row, locked until the end of the caller's transaction. */
  public HeadRow lock() {
    return jdbc.sql(
            """
            select revision, version, read_to, linked_to, decided, model, trained_on
            from identity.head for update
            """)
        .query(Head::row)
        .single();
  }

  /** Writes the row that the caller has locked. */
  public void save(HeadRow row) {
    jdbc.sql(
            """
            update identity.head
            set revision = :revision, version = :version, read_to = :readTo,
                linked_to = :linkedTo, decided = :decided, model = :model, trained_on = :trainedOn
            """)
        .paramSource(row)
        .update();
  }

  /* By hand: found by the names of the record's parts, each read would throw and catch four times. */
  private static HeadRow row(ResultSet row, int number) throws SQLException {
    return new HeadRow(
        row.getLong("revision"),
        row.getLong("version"),
        row.getLong("read_to"),
        row.getLong("linked_to"),
        row.getLong("decided"),
        row.getLong("model"),
        row.getLong("trained_on"));
  }
}
