package io.cornerstore.tabular;

/**
 * A malformed row: it was passed over, and reading goes on behind it.
 *
 * @param line the 1-based physical line it starts on; for Parquet the 1-based row number
 * @param column where in the row: for CSV the 1-based field, for JSON Lines the 1-based byte of the
 *     line, for Parquet the 1-based column; 0 where the whole row is meant
 * @param reason what is wrong, in words, without any value of the row
 * @param raw the text as received, at most {@value #RAW_LIMIT} bytes of it; carries personal data
 */
public record BadRow(long line, int column, String reason, String raw) implements RowResult {

  /** How many bytes of a malformed row are kept. */
  public static final int RAW_LIMIT = 1 << 16;

  /** Without the text of the row. */
  @Override
  public String toString() {
    return "BadRow[line " + line + ", column " + column + ": " + reason + ", •••]";
  }
}
