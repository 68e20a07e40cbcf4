package io.cornerstore.identity;

import io.cornerstore.access.Actor;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Collection;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whose a subject is before the resolver has read of it: whoever writes down what the customer
 * in front of them says knows that without any evidence. The subject is new: nothing of it is in
 * the log before the caller's transaction. Needs no lock, so it does not wait for a running import;
 * the resolver finds it settled when it gets there. Thread-safe.
 */
public interface StatedCustomers {

  /**
   * The subject belongs to this customer, whatever it says: it is found by its values, but they are
   * compared with nobody's. It goes where one of the customer's own subjects goes, until a steward
   * separates them. Nothing happens when it belongs there already.
   *
   * @throws DecisionRefused when there is no such customer, or the subject belongs to another
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void join(SubjectId subject, CustomerId customer);

  /**
   * The subject is a customer of its own, and none of these.
   *
   * @return the new customer, whose version is below zero until the resolver has read of it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  CustomerId form(SubjectId subject, CustomerKind kind, Collection<CustomerId> others, Actor actor);
}
