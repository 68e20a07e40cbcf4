package io.cornerstore.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that goes wrong at a chosen statement or commit. Run once without a fault to count
 * them, then once for each number. Thread-safe; the counts are over all connections.
 *
 * <p>Statements are {@code execute*} calls. What is reached by {@code unwrap}, COPY for example, is
 * not counted; its commit is.
 */
public final class Faults {

  /** Where something can go wrong. */
  public enum Point {
    /** Before a statement is sent. */
    STATEMENT,
    /** Before a commit is sent: nothing is stored. */
    BEFORE_COMMIT,
    /** After a commit: everything is stored, and the caller does not learn it. */
    AFTER_COMMIT
  }

  /** What happens there. */
  public enum Kind {
    /** The connection breaks: {@code SQLException} of class 08, and the connection is closed. */
    DISCONNECT,
    /** The JVM ends at once, without hooks, as by {@code kill -9}; for a {@link ForkedJava}. */
    HALT
  }

  private record Fault(Point point, long number, Kind kind) {}

  private final @Nullable Fault fault;
  private final Map<Point, AtomicLong> counts = new EnumMap<>(Point.class);

  private Faults(@Nullable Fault fault) {
    this.fault = fault;
    for (Point point : Point.values()) {
      counts.put(point, new AtomicLong());
    }
  }

  /** Only counts. */
  public static Faults none() {
    return new Faults(null);
  }

  /**
   * Goes wrong once.
   *
   * @param number which of its kind, from 1
   */
  public static Faults at(Point point, long number, Kind kind) {
    return new Faults(new Fault(point, number, kind));
  }

  /** How often the point was passed or hit. */
  public long count(Point point) {
    return counter(point).get();
  }

  /** The same data source with the fault in it. */
  public DataSource in(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = invoke(source, method, arguments);
          return result instanceof Connection connection ? wrap(connection) : result;
        });
  }

  /** The same connection with the fault in it. */
  public Connection wrap(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          boolean commits =
              method.getName().equals("commit")
                  || (method.getName().equals("setAutoCommit")
                      && arguments != null
                      && Boolean.TRUE.equals(arguments[0])
                      && !connection.isClosed()
                      && !connection.getAutoCommit());
          if (commits) {
            pass(Point.BEFORE_COMMIT, connection);
          }
          Object result = invoke(connection, method, arguments);
          if (commits) {
            pass(Point.AFTER_COMMIT, connection);
          }
          return switch (result) {
            case CallableStatement s -> statement(CallableStatement.class, s, connection);
            case PreparedStatement s -> statement(PreparedStatement.class, s, connection);
            case Statement s -> statement(Statement.class, s, connection);
            case null, default -> result;
          };
        });
  }

  private <S extends Statement> S statement(Class<S> type, S statement, Connection connection) {
    return proxy(
        type,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            pass(Point.STATEMENT, connection);
          }
          return invoke(statement, method, arguments);
        });
  }

  private void pass(Point point, Connection connection) throws SQLException {
    long number = counter(point).incrementAndGet();
    if (fault == null || fault.point() != point || fault.number() != number) {
      return;
    }
    if (fault.kind() == Kind.HALT) {
      Runtime.getRuntime().halt(137);
    }
    connection.abort(Runnable::run);
    throw new SQLException("planted fault at %s %d".formatted(point, number), "08006");
  }

  private AtomicLong counter(Point point) {
    AtomicLong counter = counts.get(point);
    if (counter == null) {
      throw new IllegalStateException("no counter for " + point);
    }
    return counter;
  }

  private interface Call {
    @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.call(method, arguments)));
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
