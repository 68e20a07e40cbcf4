package io.cornerstore.profile;

import java.util.function.Consumer;

/**
 * Keeps the golden records behind the customers. Several processes may follow at once: they take
 * turns batch by batch.
 */
public interface GoldenRecords {

  /**
   * Works until every customer changed before the call has its golden record; reports how far it
   * is. Ends early by InterruptedException, losing nothing.
   */
  void catchUp(Consumer<Progress> progress) throws InterruptedException;

  /** The version of the customers up to which golden records are stored. */
  long version();

  /** How many golden records this call has computed so far, and up to which version. */
  record Progress(long done, long version) {}
}
