package io.cornerstore.kernel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows in the binary form of PostgreSQL's COPY, several times as fast as INSERT, in the transaction
 * of the caller: sent while they are written, or gathered and sent at once. Columns are put in the
 * order of the command, with exactly the types of the table. Not thread-safe.
 */
public final class CopyRows {

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int FLUSH_AT = 1 << 16;
  private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;
  private static final String UNIQUE_VIOLATION = "23505";

  private final @Nullable CopyIn stream;
  private byte[] buffer = new byte[FLUSH_AT + 4096];
  private int length;
  private boolean begun;

  private CopyRows(@Nullable CopyIn stream) {
    this.stream = stream;
    System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
    length = HEADER.length;
  }

  /** Gathers rows for {@link #send}. */
  public CopyRows() {
    this(null);
  }

  /**
   * Runs {@code copy table (columns) from stdin (format binary)} with the rows that the action
   * writes.
   */
  public static void into(DataSource source, String tableAndColumns, Consumer<CopyRows> action) {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      CopyIn copy = open(connection, tableAndColumns);
      try {
        CopyRows rows = new CopyRows(copy);
        action.accept(rows);
        rows.end(copy);
      } finally {
        cancel(copy);
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("copy into " + tableAndColumns, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  /** Sends what was gathered, once; nothing where there are no rows. */
  public void send(Connection connection, String tableAndColumns) throws SQLException {
    if (begun) {
      CopyIn copy = open(connection, tableAndColumns);
      try {
        end(copy);
      } finally {
        cancel(copy);
      }
    }
  }

  /** Sends them unless one of them is there already: then the transaction is as before. */
  public boolean sendUnlessKnown(Connection connection, String tableAndColumns)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      send(connection, tableAndColumns);
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

  private static CopyIn open(Connection connection, String tableAndColumns) throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + tableAndColumns + " from stdin (format binary)");
  }

  private static void cancel(CopyIn copy) throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  /** Starts a row of so many columns. */
  public CopyRows row(int columns) {
    if (stream != null && length >= FLUSH_AT) {
      flush(stream);
    }
    begun = true;
    putShort(columns);
    return this;
  }

  /** A uuid. */
  public CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return nothing();
    }
    putInt(16);
    putLong(value.getMostSignificantBits());
    putLong(value.getLeastSignificantBits());
    return this;
  }

  /** A bigint, or a timestamptz in microseconds since 2000. */
  public CopyRows bigint(long value) {
    putInt(8);
    putLong(value);
    return this;
  }

  /** An int. */
  public CopyRows integer(int value) {
    putInt(4);
    putInt(value);
    return this;
  }

  /** A smallint. */
  public CopyRows smallint(int value) {
    putInt(2);
    putShort(value);
    return this;
  }

  /** A boolean. */
  public CopyRows bool(boolean value) {
    putInt(1);
    room(1);
    buffer[length++] = (byte) (value ? 1 : 0);
    return this;
  }

  /** A real. */
  public CopyRows real(double value) {
    putInt(4);
    putInt(Float.floatToIntBits((float) value));
    return this;
  }

  /** No value. */
  public CopyRows nothing() {
    putInt(-1);
    return this;
  }

  /** A timestamptz; what is finer than a microsecond is cut off. */
  public CopyRows timestamp(Instant value) {
    return bigint(
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - POSTGRES_EPOCH_SECONDS, 1_000_000L),
            value.getNano() / 1000));
  }

  /** A bytea. */
  public CopyRows bytes(byte @Nullable [] value) {
    if (value == null) {
      return nothing();
    }
    putInt(value.length);
    room(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  /** A text. */
  public CopyRows text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  private void end(CopyIn copy) throws SQLException {
    putShort(-1);
    copy.writeToCopy(buffer, 0, length);
    copy.endCopy();
  }

  private void flush(CopyIn copy) {
    try {
      copy.writeToCopy(buffer, 0, length);
      length = 0;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("copy", e);
    }
  }

  private void room(int bytes) {
    if (length + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
    }
  }

  private void putShort(int value) {
    room(2);
    buffer[length++] = (byte) (value >>> 8);
    buffer[length++] = (byte) value;
  }

  private void putInt(int value) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      buffer[length++] = (byte) (value >>> shift);
    }
  }

  private void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }
}
