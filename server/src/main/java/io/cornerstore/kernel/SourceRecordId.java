package io.cornerstore.kernel;

/** Place of a source record in the log: 1, 2, 3 … in the order of commit, never reused. */
public record SourceRecordId(long value) implements Comparable<SourceRecordId> {

  /** Before the first record. */
  public static final SourceRecordId NONE = new SourceRecordId(0);

  @Override
  public int compareTo(SourceRecordId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
