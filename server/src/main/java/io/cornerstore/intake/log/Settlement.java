package io.cornerstore.intake.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Rows of quarantine that the entries of a batch come from, settled with them. Used once.
 *
 * @param rows for each entry of the batch the number of its row
 * @param by the actor, as the audit trail names it
 * @param record told within the transaction how many rows were settled
 */
public record Settlement(List<Long> rows, String by, Instant at, LongConsumer record) {

  public Settlement {
    rows = List.copyOf(rows);
  }

  /** Locks the rows that still wait; the entries they belong to. */
  BitSet claim(Connection connection) throws SQLException {
    Map<Long, Integer> entries = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      entries.put(rows.get(i), i);
    }
    BitSet admitted = new BitSet(rows.size());
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id from intake.quarantine
             where id = any(?) and settled_at is null order by id for update\
            """)) {
      select.setArray(1, connection.createArrayOf("bigint", rows.toArray()));
      try (ResultSet waiting = select.executeQuery()) {
        while (waiting.next()) {
          admitted.set(entries.getOrDefault(waiting.getLong(1), rows.size()));
        }
      }
    }
    return admitted;
  }

  /** Notes what became of the admitted ones; their content is no longer needed. */
  void settle(Connection connection, BitSet admitted, long[] ids) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update intake.quarantine
               set settled_at = ?, settled_by = ?, outcome = ?, record = ?, content = null
             where id = ?\
            """)) {
      for (int i = admitted.nextSetBit(0); i >= 0; i = admitted.nextSetBit(i + 1)) {
        update.setObject(1, at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setString(2, by);
        update.setString(3, ids[i] > 0 ? "replayed" : "known");
        update.setObject(4, ids[i] > 0 ? ids[i] : null, Types.BIGINT);
        update.setLong(5, rows.get(i));
        update.addBatch();
      }
      update.executeBatch();
    }
    record.accept(admitted.cardinality());
  }
}
