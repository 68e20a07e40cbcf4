package io.cornerstore.postgres;

/** Both servers, owned by another process or by another part of this one. */
record AttachedCluster(PostgresAccess main, PostgresAccess keys, long ownerPid)
    implements EmbeddedCluster {

  @Override
  public boolean isOwner() {
    return false;
  }

  @Override
  public void close() {
    // nothing here is ours
  }
}
