package io.cornerstore.intake.log;

import io.cornerstore.intake.IntakeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The import of one file, whose counters advance in the transactions of its batches. */
public final class ImportRun {

  private final long id;
  private final boolean quarantine;
  private final boolean again;

  ImportRun(long id, boolean quarantine, boolean again) {
    this.id = id;
    this.quarantine = quarantine;
    this.again = again;
  }

  /** Its number. */
  public long id() {
    return id;
  }

  boolean hasQuarantine() {
    return quarantine;
  }

  /** Whether these are upserts of a file that was read to its end before, by another mapping. */
  boolean readsAgain() {
    return again;
  }

  void write(Connection connection, Appended appended, int quarantined) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update intake.import_run
               set rows = rows + ?, accepted = accepted + ?, duplicates = duplicates + ?,
                   quarantined = quarantined + ?
             where id = ? and undone_at is null\
            """)) {
      update.setLong(1, appended.size() + quarantined);
      update.setLong(2, appended.accepted());
      update.setLong(3, appended.duplicates());
      update.setLong(4, quarantined);
      update.setLong(5, id);
      if (update.executeUpdate() == 0) {
        throw new IntakeException(
            "import " + id + " was undone while it ran; import the file again");
      }
    }
  }
}
