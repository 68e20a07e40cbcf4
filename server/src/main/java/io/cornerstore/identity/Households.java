package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.HouseholdId;
import java.util.List;
import java.util.Optional;

/** Customers who share a home: a level of its own, never a reason to merge. */
public interface Households {

  /** The home of a customer, when it has other members. */
  Optional<Household> of(CustomerId customer);

  /**
   * A home and its members, ascending; {@code reasons} says what they share ({@code address},
   * {@code phone}).
   */
  record Household(HouseholdId id, List<CustomerId> members, List<String> reasons) {

    public Household {
      members = List.copyOf(members);
      reasons = List.copyOf(reasons);
    }
  }
}
