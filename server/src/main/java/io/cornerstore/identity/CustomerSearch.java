package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import java.util.List;

/**
 * Finds customers by what somebody types into one box: a name (typing errors, nicknames and swapped
 * parts forgiven) and beside it a town, postcode, year or day of birth, order or card number; an
 * e-mail or its beginning; a phone or four and more digits of it; a postcode, order or card number,
 * or a customer id. The caller shows hits only after opening them for an actor and a purpose.
 */
public interface CustomerSearch {

  /** Best first, each customer once. */
  List<Hit> find(String text, int limit);

  /** Customers whose records name this organization, the organization itself among them. */
  List<Hit> findByOrganization(String name, int limit);

  /**
   * A customer and how it was found.
   *
   * @param score 0 to 1
   * @param foundBy {@code customer}, {@code email}, {@code email-start}, {@code phone}, {@code
   *     phone-part}, {@code order}, {@code postcode}, {@code card}, {@code key}, {@code name},
   *     {@code name-birth} or {@code organization}
   */
  record Hit(CustomerId customer, double score, String foundBy) {}
}
