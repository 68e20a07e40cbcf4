package io.cornerstore.postgres;

/** Both servers, started by this JVM. */
record OwnedCluster(EmbeddedPostgres mainServer, EmbeddedPostgres keysServer, FolderLock lock)
    implements EmbeddedCluster {

  @Override
  public PostgresAccess main() {
    return mainServer.access();
  }

  @Override
  public PostgresAccess keys() {
    return keysServer.access();
  }

  @Override
  public boolean isOwner() {
    return true;
  }

  /** Stops the data first: keys commit before data, so data never outlive their keys. */
  @Override
  public void close() {
    try (lock;
        keysServer;
        mainServer) {
      lock.markStopping();
    }
  }
}
