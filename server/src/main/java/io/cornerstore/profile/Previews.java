package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.Set;

/**
 * How customers would look if their subjects were grouped in another way. Nothing is changed.
 * Checked and audited like every reading of {@link Profiles}. Thread-safe.
 */
public interface Previews {

  /**
   * One view for each group, as if it were a customer: the golden record, history and behaviour of
   * its subjects. Its id is that of a customer one of them belongs to today; a household is given
   * where the group is such a customer as it stands. Records are opened once however many groups
   * they are in.
   */
  List<CustomerView> of(List<Set<SubjectId>> groups, Actor actor, AccessPurpose purpose);
}
