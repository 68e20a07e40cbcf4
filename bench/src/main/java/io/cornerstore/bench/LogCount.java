package io.cornerstore.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the log holds of some sources whose every message has a subject of its own.
 *
 * @param keyless subjects whose key is gone: their records can never be read
 */
record LogCount(long records, long subjects, long keyless) {

  private static final String OF_SOURCES =
      "from intake.source_record record join intake.source source on source.id = record.source where source.code like '%s'";

  /** Counts in the databases of a running server; the source may be a pattern of LIKE. */
  static LogCount of(Path data, String source) throws SQLException {
    Databases databases = Databases.running(data);
    String from = OF_SOURCES.formatted(source);
    long records = Databases.number(databases.main(), "select count(*) " + from);
    List<String> subjects =
        Databases.column(databases.main(), "select distinct record.subject " + from);
    Set<String> keys =
        new HashSet<>(Databases.column(databases.keys(), "select subject from vault.subject_key"));
    long keyless = subjects.stream().filter(subject -> !keys.contains(subject)).count();
    return new LogCount(records, subjects.size(), keyless);
  }

  static long quarantined(Path data) throws SQLException {
    return Databases.number(
        Databases.running(data).main(), "select count(*) from intake.quarantine");
  }

  /** Whether each of so many messages is there once, and can be read. */
  boolean isExactly(long messages) {
    return records == messages && subjects == messages && keyless == 0;
  }
}
