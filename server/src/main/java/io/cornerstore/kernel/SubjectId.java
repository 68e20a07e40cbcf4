package io.cornerstore.kernel;

import java.util.UUID;

/** Identifies one source subject: a person or organization as one source system knows it. */
public record SubjectId(UUID value) implements Comparable<SubjectId> {

  /** Reads the usual text form of a UUID; throws IllegalArgumentException for anything else. */
  public static SubjectId parse(String text) {
    return new SubjectId(UUID.fromString(text));
  }

  @Override
  public int compareTo(SubjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
