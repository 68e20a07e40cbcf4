package io.cornerstore.identity.resident;

import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One subject as stored, its features sealed. Not to be changed.
 *
 * @param source number of its source system
 * @param described whether the source is known by a record that describes the subject
 * @param lastRecord the newest log entry that changed the features
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, carried from row to vault, never compared
public record SubjectRow(
    SubjectId subject,
    SubjectKind kind,
    int source,
    boolean described,
    boolean thirdParty,
    long lastRecord,
    byte[] features) {

  /** The place the features are sealed for. */
  public static final String PLACE = "identity.subject.features";

  /** The columns, in the order that {@link #of} reads them. */
  public static final String COLUMNS =
      "subject, kind, source, described, third_party, last_record, features";

  private static final SubjectKind[] KINDS = SubjectKind.values();

  /** The row under the cursor. */
  public static SubjectRow of(ResultSet row) throws SQLException {
    return new SubjectRow(
        new SubjectId(row.getObject(1, UUID.class)),
        KINDS[row.getInt(2)],
        row.getInt(3),
        row.getBoolean(4),
        row.getBoolean(5),
        row.getLong(6),
        row.getBytes(7));
  }
}
