package io.cornerstore.cli.model;

import java.util.List;

/**
 * A level as Splink can ask for it.
 *
 * @param ours the levels of ours that it stands for
 * @param sql the condition, in the dialect of DuckDB
 * @param equal whether it asks what ours asks, but for the folding of texts
 */
record SqlLevel(List<String> ours, String sql, boolean equal) {
  static SqlLevel equal(String level, String sql) {
    return new SqlLevel(List.of(level), sql, true);
  }

  static SqlLevel near(String level, String sql) {
    return new SqlLevel(List.of(level), sql, false);
  }

  static SqlLevel otherwise(String... levels) {
    return new SqlLevel(List.of(levels), "ELSE", levels.length == 1);
  }
}
