package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import java.util.List;

/**
 * Finds customers by what somebody types into one box: a name (typing errors forgiven), an e-mail,
 * phone, postcode, order or card number, or a customer id. The caller shows hits only after opening
 * them for an actor and a purpose.
 */
public interface CustomerSearch {

  /** Best first, each customer once. */
  List<Hit> find(String text, int limit);

  /**
   * A customer and how it was found: {@code email}, {@code phone}, {@code order}, {@code name} ….
   */
  record Hit(CustomerId customer, double score, String foundBy) {}
}
