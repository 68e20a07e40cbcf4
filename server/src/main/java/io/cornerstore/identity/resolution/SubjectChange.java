package io.cornerstore.identity.resolution;

import io.cornerstore.identity.resident.SubjectRow;
import io.cornerstore.linkage.LinkageRecord;

/**
 * A subject with something new.
 *
 * @param compared what linkage compares
 * @param fresh it was not known before
 * @param relink what linkage compares is not what it was
 * @param stated staff said whose it is: it is not compared
 */
record SubjectChange(
    SubjectRow row, LinkageRecord compared, boolean fresh, boolean relink, boolean stated) {

  SubjectChange asStated() {
    return new SubjectChange(row, compared, fresh, false, true);
  }

  @Override
  public String toString() {
    return "SubjectChange[" + row.subject() + "]";
  }
}
