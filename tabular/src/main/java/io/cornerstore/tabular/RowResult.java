package io.cornerstore.tabular;

/** What stands at one place of a source: a row, or something that should have been one. */
public sealed interface RowResult permits Row, BadRow {

  /** The 1-based physical line it starts on; for Parquet the 1-based row number. */
  long line();
}
