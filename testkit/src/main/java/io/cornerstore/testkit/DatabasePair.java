package io.cornerstore.testkit;

import io.cornerstore.postgres.PostgresAccess;

/**
 * A database for data and one for keys, on two servers, for one test. Closing drops both, whoever
 * is still connected.
 *
 * @param main access to the data
 * @param keys access to the keys
 */
public record DatabasePair(PostgresAccess main, PostgresAccess keys) implements AutoCloseable {

  @Override
  public void close() {
    Databases.drop(this);
  }
}
