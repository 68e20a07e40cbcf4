package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;

/**
 * The two subjects that name a {@link ReviewCase}: {@code a} of its left side, {@code b} of its
 * right.
 */
public record CaseKey(SubjectId a, SubjectId b) {

  /** Whether both name the same two subjects, in whichever order. */
  public boolean names(CaseKey other) {
    return equals(other) || (a.equals(other.b) && b.equals(other.a));
  }
}
