package io.cornerstore.identity;

import io.cornerstore.kernel.SourceRecordId;

/** How far the resolver is, as committed, whichever process it runs in. */
public interface ResolverPosition {

  /** The position now. */
  Position now();

  /**
   * A position.
   *
   * @param resolved entries of the log up to here are resolved
   * @param version the last version given to a customer
   */
  record Position(SourceRecordId resolved, long version) {}
}
