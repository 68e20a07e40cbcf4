package io.cornerstore.access;

import java.util.Locale;
import java.util.Optional;

/** What a key of the API may do. The names are stored. */
public enum ApiScope {
  /** Send records in for its source: the write key of the ingestion API. */
  WRITE,
  /** Read customers for {@link AccessPurpose#SERVICE}. */
  SERVICE,
  /**
   * Write down what customers say, for {@link AccessPurpose#COUNTER}; reading needs a scope too.
   */
  COUNTER,
  /** Settle matches for {@link AccessPurpose#STEWARDSHIP}. */
  STEWARDSHIP,
  /** Read behaviour for {@link AccessPurpose#ANALYSIS}. */
  ANALYSIS,
  /** Read what is held for {@link AccessPurpose#PRIVACY}. */
  PRIVACY,
  /** Read the metrics of the system, which hold nothing personal. */
  METRICS,
  /**
   * Run feeds, exports and webhooks for {@link AccessPurpose#OPERATION}. Sees what the command line
   * sees: not for a key that leaves the house.
   */
  OPERATION;

  /**
   * The purpose a holder of the scope may name; none for writing and metrics, which read nobody's
   * data.
   */
  public Optional<AccessPurpose> findPurpose() {
    return switch (this) {
      case WRITE, METRICS -> Optional.empty();
      case SERVICE -> Optional.of(AccessPurpose.SERVICE);
      case COUNTER -> Optional.of(AccessPurpose.COUNTER);
      case STEWARDSHIP -> Optional.of(AccessPurpose.STEWARDSHIP);
      case ANALYSIS -> Optional.of(AccessPurpose.ANALYSIS);
      case PRIVACY -> Optional.of(AccessPurpose.PRIVACY);
      case OPERATION -> Optional.of(AccessPurpose.OPERATION);
    };
  }

  /** The name used in the API and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
