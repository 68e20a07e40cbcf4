package io.cornerstore.kernel;

import java.util.Collection;

/**
 * A module that stores personal data. Erasure and access work through every holder; a schema with
 * sealed columns that has none fails the build's tests.
 */
public interface PersonalDataHolder {

  /** The PostgreSQL schema whose sealed columns this holder answers for. */
  String schema();

  /** Counts the rows kept of these subjects. */
  long count(Collection<SubjectId> subjects);

  /** Removes rows and index entries of these subjects in the caller's transaction; idempotent. */
  void erase(Collection<SubjectId> subjects);
}
