package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All customers there are now, page by page. */
public interface CustomerList {

  /**
   * The customers behind that id, by id; null: the first ones. Each stands in exactly one place, so
   * walking to the end meets everybody once who is a customer all the while.
   */
  List<Customer> after(@Nullable CustomerId customer, int limit);
}
