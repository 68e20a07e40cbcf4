package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;
import java.util.List;

/**
 * A doubtful case: two customers that may be one. It is named by the two subjects, one of each
 * side, that say most about it.
 *
 * @param left the subjects of the one side, ascending
 * @param right of the other
 * @param probability what the engine thinks of the two naming subjects: 0 to 1
 * @param leftRecords records of the one side
 * @param rightRecords of the other
 */
public record ReviewCase(
    CaseKey key,
    List<SubjectId> left,
    List<SubjectId> right,
    double probability,
    long leftRecords,
    long rightRecords) {

  public ReviewCase {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /**
   * How much a decision would repair: the records that stand in the wrong place if the two are one,
   * those of the smaller side, times how probable that is.
   */
  public double gain() {
    return probability * Math.min(leftRecords, rightRecords);
  }
}
