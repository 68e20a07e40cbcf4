package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.Map;

/** Golden records of many customers at once, for whoever hands them on. Thread-safe. */
public interface GoldenValues {

  /** The most customers of one call. */
  int MOST = 1_000;

  /**
   * The golden values of these customers, computed from their records as they are now. The reading
   * is recorded in the same transaction, under this action, with each customer it concerns.
   *
   * @throws io.cornerstore.access.AccessDeniedProblem when the actor may not act for the purpose
   */
  List<Values> of(List<Customer> customers, Reading reading);

  /** Who reads, why, and what the audit row calls it. */
  record Reading(Actor actor, AccessPurpose purpose, String action) {}

  /**
   * The golden values of one customer that the purpose opens; the others are left out.
   *
   * @param masked how many fields are known but not opened
   */
  @Personal
  record Values(CustomerId customer, Map<PersonalField, String> fields, int masked) {

    public Values {
      fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Values[" + customer + "]";
    }
  }
}
