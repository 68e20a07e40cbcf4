package io.cornerstore.identity;

/** Makes logs for tests that need no database. */
public final class MemoryLogs {

  private MemoryLogs() {}

  /** An empty log with a vault of its own. */
  public static MemoryLog empty() {
    return new MemoryLog(new MemoryVault());
  }
}
