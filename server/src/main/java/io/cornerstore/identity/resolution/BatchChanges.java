package io.cornerstore.identity.resolution;

import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.Set;

/**
 * What a batch of the log changes.
 *
 * @param touched subjects with a new record of whatever kind
 * @param removed subjects of whom nothing is left
 */
record BatchChanges(List<SubjectChange> changes, Set<SubjectId> touched, Set<SubjectId> removed) {

  BatchChanges {
    changes = List.copyOf(changes);
    touched = Set.copyOf(touched);
    removed = Set.copyOf(removed);
  }
}
