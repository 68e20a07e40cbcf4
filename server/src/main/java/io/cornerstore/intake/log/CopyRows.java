package io.cornerstore.intake.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary form of PostgreSQL's COPY, several times cheaper than statements. Columns must
 * be put in the order of the command, with exactly the types of the table.
 */
final class CopyRows {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;

  private final Bytes out = new Bytes(1 << 16);
  private final int columns;
  private int rows;

  CopyRows(int columns) {
    this.columns = columns;
    out.putBytes(HEADER);
  }

  void row() {
    out.putShort(columns);
    rows++;
  }

  void uuid(@Nullable UUID value) {
    if (value == null) {
      out.putInt(-1);
      return;
    }
    out.putInt(16);
    out.putLong(value.getMostSignificantBits());
    out.putLong(value.getLeastSignificantBits());
  }

  void bigint(long value) {
    out.putInt(8);
    out.putLong(value);
  }

  void integer(int value) {
    out.putInt(4);
    out.putInt(value);
  }

  void smallint(int value) {
    out.putInt(2);
    out.putShort(value);
  }

  void nothing() {
    out.putInt(-1);
  }

  void bool(boolean value) {
    out.putInt(1);
    out.putByte(value ? 1 : 0);
  }

  void timestamp(Instant value) {
    long micros =
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - POSTGRES_EPOCH_SECONDS, 1_000_000L),
            value.getNano() / 1000);
    bigint(micros);
  }

  void bytes(byte @Nullable [] value) {
    if (value == null) {
      out.putInt(-1);
      return;
    }
    out.putInt(value.length);
    out.putBytes(value);
  }

  int rows() {
    return rows;
  }

  /** Sends the rows by the given COPY … FROM STDIN (FORMAT BINARY). */
  void send(Connection connection, String copy) throws SQLException {
    if (rows == 0) {
      return;
    }
    out.putShort(-1);
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      in.writeToCopy(out.array(), 0, out.size());
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  /** Sends them unless one of them is there already: then the transaction is as before. */
  boolean sendUnlessKnown(Connection connection, String copy) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      send(connection, copy);
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
  }
}
