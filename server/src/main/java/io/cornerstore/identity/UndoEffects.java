package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;
import java.util.Collection;

/** What happens to customers when records are taken back: a look ahead that changes nothing. */
public interface UndoEffects {

  /**
   * The effect of taking records back.
   *
   * @param vanishing subjects of whom nothing would be left
   * @param changing subjects of whom less would be known
   */
  Effect of(Collection<SubjectId> vanishing, Collection<SubjectId> changing);

  /**
   * Counts of customers.
   *
   * @param customers whom it concerns in any way
   * @param ending of whom nothing would be left
   * @param fallingApart whose remaining subjects hang together only by way of vanishing ones: at
   *     least so many merges fall apart; changed subjects are compared anew and may add to them
   */
  record Effect(long customers, long ending, long fallingApart) {}
}
