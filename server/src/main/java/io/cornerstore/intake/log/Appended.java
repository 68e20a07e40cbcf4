package io.cornerstore.intake.log;

/** What became of the entries of a batch. */
public final class Appended {

  private final long[] ids;
  private final int accepted;
  private final int replaced;

  Appended(long[] ids, int accepted, int replaced) {
    this.ids = ids;
    this.accepted = accepted;
    this.replaced = replaced;
  }

  /** How many entries there were. */
  public int size() {
    return ids.length;
  }

  /** Place of an entry in the log; 0 for one that was known already. */
  public long id(int entry) {
    return ids[entry];
  }

  /** How many are new. */
  public int accepted() {
    return accepted;
  }

  /** How many of the new are newer versions of a known item. */
  public int replaced() {
    return replaced;
  }

  /** How many were known already. */
  public int duplicates() {
    return ids.length - accepted;
  }
}
