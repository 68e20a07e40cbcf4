package io.cornerstore.testkit;

import io.cornerstore.postgres.PostgresAccess;
import javax.sql.DataSource;

/**
 * A database for data and one for keys, on two servers, for one test. Closing drops both, whoever
 * is still connected.
 *
 * @param main access to the data
 * @param keys access to the keys
 */
public record DatabasePair(PostgresAccess main, PostgresAccess keys) implements AutoCloseable {

  /** Connections to the data, made on demand, without a pool. */
  public DataSource mainSource() {
    return new UnpooledSource(main);
  }

  /** Connections to the keys, made on demand, without a pool. */
  public DataSource keysSource() {
    return new UnpooledSource(keys);
  }

  @Override
  public void close() {
    Databases.drop(this);
  }
}
