package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.List;

/**
 * A customer whose subjects hang together weakly: some of its pairs speak against it, or it is
 * larger than plausible.
 *
 * @param subjects all of them, ascending
 * @param records how many records they have
 * @param atStake records on the smaller side of where it would fall into two first: those that
 *     stand with the wrong customer if it is two
 * @param apart subjects on that side
 * @param crossing accepted pairs that lead to that side; 1 is a bridge
 * @param seamBits the strongest of them, in bits; infinite where a person said so
 */
public record DoubtfulCustomer(
    CustomerId customer,
    List<SubjectId> subjects,
    long records,
    long atStake,
    int apart,
    int crossing,
    double seamBits) {

  public DoubtfulCustomer {
    subjects = List.copyOf(subjects);
  }
}
