package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import java.time.Instant;
import java.util.Set;

/**
 * What a write is stamped with.
 *
 * @param version last version given before
 * @param touched customers that get a new version although nothing about them changes here: one of
 *     their subjects has a new record
 */
public record Stamp(Instant at, long version, Set<CustomerId> touched) {

  /** Copies the set. */
  public Stamp {
    touched = Set.copyOf(touched);
  }
}
