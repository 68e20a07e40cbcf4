package io.cornerstore.testkit;

import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.EmbeddedSettings;
import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.postgres.PostgresException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Real PostgreSQL for tests: one pair of embedded servers per JVM, started at the first use, kept
 * under {@code target/} between runs, stopped with the JVM. Thread-safe.
 *
 * <p>The servers are as durable as in production. {@link #fastPair} only lets commits return before
 * they are on the disk, in that pair of databases alone.
 */
public final class Databases {

  private static final int FOLDERS = 16;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, DatabasePair> TEMPLATES = new ConcurrentHashMap<>();

  private Databases() {}

  /** Brings an empty pair to where a test wants to begin, usually by migrating its schemas. */
  @FunctionalInterface
  public interface Preparation {
    /** Runs once per name and JVM; must leave no connection open. */
    void prepare(DatabasePair empty) throws Exception;
  }

  /** Two empty databases. */
  public static DatabasePair fresh() {
    return copy(new DatabasePair(main("template0"), keys("template0")));
  }

  /**
   * Copies of a pair that is prepared once per JVM.
   *
   * @param name tells preparations apart
   */
  public static DatabasePair fresh(String name, Preparation preparation) {
    return copy(TEMPLATES.computeIfAbsent(name, _ -> prepared(name, preparation)));
  }

  /** As {@link #fresh(String, Preparation)}, with commits that do not wait for the disk. */
  public static DatabasePair fastPair(String name, Preparation preparation) {
    DatabasePair pair = fresh(name, preparation);
    onBoth(withoutWaiting(pair.main()), withoutWaiting(pair.keys()));
    return pair;
  }

  private static String withoutWaiting(PostgresAccess access) {
    return "ALTER DATABASE " + nameOf(access) + " SET synchronous_commit = off";
  }

  private static DatabasePair prepared(String name, Preparation preparation) {
    DatabasePair pair = fresh();
    try {
      preparation.prepare(pair);
      return pair;
    } catch (Exception e) {
      pair.close();
      throw new IllegalStateException("preparing the databases \"" + name + "\" failed", e);
    }
  }

  private static DatabasePair copy(DatabasePair template) {
    String name = "t" + NUMBER.incrementAndGet();
    onBoth(create(name, template.main()), create(name, template.keys()));
    return new DatabasePair(main(name), keys(name));
  }

  private static String create(String name, PostgresAccess template) {
    return "CREATE DATABASE " + name + " TEMPLATE " + nameOf(template);
  }

  static void drop(DatabasePair pair) {
    onBoth(dropping(pair.main()), dropping(pair.keys()));
  }

  private static String dropping(PostgresAccess access) {
    return "DROP DATABASE IF EXISTS " + nameOf(access) + " WITH (FORCE)";
  }

  private static String nameOf(PostgresAccess access) {
    String url = access.jdbcUrl();
    return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
  }

  private static PostgresAccess main(String database) {
    return Servers.CLUSTER.main().database(database);
  }

  private static PostgresAccess keys(String database) {
    return Servers.CLUSTER.keys().database(database);
  }

  /** Side by side: each of these waits for its server's disk. */
  private static void onBoth(String onMain, String onKeys) {
    CompletableFuture<Void> keys =
        CompletableFuture.runAsync(() -> Servers.KEYS.execute(onKeys), Thread::startVirtualThread);
    Servers.MAIN.execute(onMain);
    keys.join();
  }

  /** A connection for creating and dropping, kept open and used by one thread at a time. */
  private static final class Administration {

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;

    Administration(PostgresAccess access) {
      try {
        this.connection = access.database("postgres").connect();
      } catch (SQLException e) {
        throw new IllegalStateException("the server for test databases does not answer", e);
      }
    }

    void execute(String sql) {
      lock.lock();
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql + " failed", e);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Started when first touched; the JVM guards the initialisation. */
  private static final class Servers {

    static final EmbeddedCluster CLUSTER = start();
    static final Administration MAIN = new Administration(CLUSTER.main());
    static final Administration KEYS = new Administration(CLUSTER.keys());

    /** The first folder no other JVM uses, so that builds may run side by side. */
    private static EmbeddedCluster start() {
      PostgresException last = null;
      for (int i = 1; i <= FOLDERS; i++) {
        Path folder = Path.of(System.getProperty("basedir", ""), "target", "databases-" + i);
        try {
          EmbeddedCluster cluster = EmbeddedCluster.start(settings(folder));
          dropLeftovers(cluster.main());
          dropLeftovers(cluster.keys());
          return cluster;
        } catch (PostgresException e) {
          if (e.code() != PostgresException.Code.FOLDER_IN_USE) {
            throw e;
          }
          last = e;
        }
      }
      throw new IllegalStateException("all folders for test databases are in use", last);
    }

    private static EmbeddedClusterSettings settings(Path folder) {
      EmbeddedClusterSettings settings = EmbeddedClusterSettings.under(folder);
      return settings.withMain(small(settings.main())).withKeys(small(settings.keys()));
    }

    private static EmbeddedSettings small(EmbeddedSettings settings) {
      return settings
          .withParameter("shared_buffers", "64MB")
          .withParameter("max_connections", "100")
          .withParameter("max_wal_size", "2GB");
    }

    /** Databases of a run that was killed. */
    private static void dropLeftovers(PostgresAccess access) {
      List<String> left = new ArrayList<>();
      try (Connection connection = access.connect();
          Statement statement = connection.createStatement()) {
        try (ResultSet rows =
            statement.executeQuery("SELECT datname FROM pg_database WHERE datname ~ '^t[0-9]+$'")) {
          while (rows.next()) {
            left.add(rows.getString(1));
          }
        }
        for (String name : left) {
          statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
      } catch (SQLException e) {
        throw new IllegalStateException("cannot drop the databases of an earlier run", e);
      }
    }
  }
}
