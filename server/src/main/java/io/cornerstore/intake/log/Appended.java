package io.cornerstore.intake.log;

/**
 * What became of the entries of a batch.
 *
 * @param ids place of each entry in the log; 0 for one that was known already
 * @param accepted how many are new
 * @param replaced how many of the new are newer versions of a known item
 */
public record Appended(long[] ids, int accepted, int replaced) {

  /** How many were known already. */
  public int duplicates() {
    return ids.length - accepted;
  }
}
