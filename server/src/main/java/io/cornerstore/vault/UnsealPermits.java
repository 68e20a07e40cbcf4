package io.cornerstore.vault;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives permits to open sealed values: policy checked, reading recorded. */
public interface UnsealPermits {

  /**
   * Checks the policy and writes the audit row in the caller's transaction.
   *
   * @param action what is read, e.g. {@code profile.view}
   * @param concerns ids of the customers or subjects; for bulk work of a machine a few words on
   *     what
   */
  @Transactional(propagation = Propagation.MANDATORY)
  UnsealPermit grant(Actor actor, AccessPurpose purpose, String action, List<String> concerns);
}
