package io.cornerstore.kernel;

import java.util.UUID;

/** Identifies one customer. */
public record CustomerId(UUID value) implements Comparable<CustomerId> {

  /** Reads the usual text form of a UUID; throws IllegalArgumentException for anything else. */
  public static CustomerId parse(String text) {
    return new CustomerId(UUID.fromString(text));
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
