package io.cornerstore.identity.assignment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL takes them. */
public final class Timestamps {

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private Timestamps() {}

  /** Microseconds since 2000: the binary form of a timestamptz. */
  public static long micros(Instant at) {
    return EPOCH.until(at, ChronoUnit.MICROS);
  }

  /** A parameter of type timestamptz. */
  public static OffsetDateTime parameter(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
