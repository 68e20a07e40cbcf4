package io.cornerstore.identity.assignment;

import io.cornerstore.identity.CustomerKind;

/** Handles that shall be one customer. Immutable as long as nobody writes to the array. */
public final class Group {

  private final int[] handles;
  private final CustomerKind kind;
  private final boolean doubtful;

  /**
   * A group.
   *
   * @param handles in ascending order, at least one
   * @param doubtful whether a steward should look
   */
  public Group(int[] handles, CustomerKind kind, boolean doubtful) {
    this.handles = handles.clone();
    this.kind = kind;
    this.doubtful = doubtful;
  }

  /** How many there are. */
  public int size() {
    return handles.length;
  }

  /** The n-th handle. */
  public int handle(int n) {
    return handles[n];
  }

  /** What the customer is. */
  public CustomerKind kind() {
    return kind;
  }

  /** Whether a steward should look. */
  public boolean doubtful() {
    return doubtful;
  }
}
