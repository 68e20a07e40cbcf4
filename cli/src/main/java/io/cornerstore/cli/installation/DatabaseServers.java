package io.cornerstore.cli.installation;

import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.PostgresAccess;

/** The two servers an installation works with: ours, another process's, or somebody else's. */
public sealed interface DatabaseServers extends AutoCloseable {

  /** Access to the data. */
  PostgresAccess main();

  /** Access to the keys. */
  PostgresAccess keys();

  @Override
  void close();

  /** Those of the data folder. */
  record Embedded(EmbeddedCluster cluster) implements DatabaseServers {

    @Override
    public PostgresAccess main() {
      return cluster.main();
    }

    @Override
    public PostgresAccess keys() {
      return cluster.keys();
    }

    @Override
    public void close() {
      cluster.close();
    }
  }

  /** Servers that are there without us. */
  record External(PostgresAccess main, PostgresAccess keys) implements DatabaseServers {

    @Override
    public void close() {
      // they go on
    }
  }
}
