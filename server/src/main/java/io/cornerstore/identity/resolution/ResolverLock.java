package io.cornerstore.identity.resolution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Who may resolve: one thread over all processes that share the database.
 *
 * <p>Between processes by an advisory lock of PostgreSQL on a session of its own, which ends with
 * the process whatever way it ends; within the process by a semaphore, which also guards the
 * subjects in memory. Should the session be lost unnoticed, the revision in the locked head still
 * keeps a second resolver from writing.
 */
final class ResolverLock {

  /* "identity" in ASCII: advisory locks share one space of numbers. */
  private static final long KEY = 0x6964656e74697479L;

  private final DataSource dataSource;
  private final Semaphore memory = new Semaphore(1);

  ResolverLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The right to resolve, or null when somebody else has it. */
  @Nullable Held tryHold() {
    if (!memory.tryAcquire()) {
      return null;
    }
    Held held = null;
    try {
      held = hold();
      return held;
    } finally {
      if (held == null) {
        memory.release();
      }
    }
  }

  /** The right to change the subjects in memory alone, or null when somebody else has it. */
  @Nullable Held tryHoldMemory() {
    return memory.tryAcquire() ? new Held(null) : null;
  }

  private @Nullable Held hold() {
    Connection session = null;
    boolean got = false;
    try {
      session = dataSource.getConnection();
      got = call(session, "select pg_try_advisory_lock(?)");
      return got ? new Held(session) : null;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the resolver's lock cannot be asked for", e);
    } finally {
      if (session != null && !got) {
        closeQuietly(session);
      }
    }
  }

  private static boolean call(Connection session, String sql) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void closeQuietly(Connection session) {
    try {
      session.close();
    } catch (SQLException _) {
      // the pool drops a connection that cannot be closed
    }
  }

  /** The right, until closed. */
  final class Held implements AutoCloseable {
    private final @Nullable Connection session;

    private Held(@Nullable Connection session) {
      this.session = session;
    }

    /** Whether the session behind the right still lives. */
    boolean isAlive() {
      try {
        return session == null || session.isValid(2);
      } catch (SQLException _) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        if (session != null) {
          call(session, "select pg_advisory_unlock(?)");
        }
      } catch (SQLException _) {
        abort(session);
      } finally {
        if (session != null) {
          closeQuietly(session);
        }
        memory.release();
      }
    }

    /* A session that may still hold the lock must not go back to the pool alive. */
    private static void abort(@Nullable Connection session) {
      try {
        if (session != null) {
          session.abort(Runnable::run);
        }
      } catch (SQLException _) {
        // it is dead already
      }
    }
  }
}
