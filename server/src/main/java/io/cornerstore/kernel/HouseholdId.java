package io.cornerstore.kernel;

import java.util.UUID;

/** Identifies one household. */
public record HouseholdId(UUID value) implements Comparable<HouseholdId> {

  /** Reads the usual text form of a UUID; throws IllegalArgumentException for anything else. */
  public static HouseholdId parse(String text) {
    return new HouseholdId(UUID.fromString(text));
  }

  @Override
  public int compareTo(HouseholdId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
