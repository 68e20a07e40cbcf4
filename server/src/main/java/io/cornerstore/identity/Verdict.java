package io.cornerstore.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a steward said to a case.
 *
 * @param probability what the engine thought of it then: 0 to 1
 * @param decision what followed; absent for {@link Answer#LATER} and for a second look, which
 *     changes nothing
 * @param secondLook given without knowing that another steward had answered before
 */
public record Verdict(
    UUID id,
    CaseKey key,
    Answer answer,
    double probability,
    Instant at,
    @Nullable UUID decision,
    boolean secondLook,
    boolean takenBack) {

  /** What can be said. The order is stored: append only. */
  public enum Answer {
    /** They are one customer. */
    SAME,
    /** They are two, and never to be joined. */
    DIFFERENT,
    /** Not now: the steward looks at it another time. */
    LATER;

    /** The name used in forms and message bundles. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
