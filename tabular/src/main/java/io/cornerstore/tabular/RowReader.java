package io.cornerstore.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one source, in its order, read once. Not safe for use by several threads; the rows
 * are.
 */
public interface RowReader extends AutoCloseable {

  /**
   * Names of the columns: complete from the start for CSV and Parquet, for JSON Lines those met so
   * far. A CSV column without a name is called {@code column} and its number; a repeated name gets
   * {@code _2}, {@code _3}, …
   */
  List<String> columns();

  /** How the source is read, with everything that was found out filled in. */
  TabularOptions options();

  /**
   * The next row or malformed row, null at the end.
   *
   * @throws TabularException if the source cannot be read on
   */
  @Nullable RowResult next();

  /** Bytes of the source as stored (compressed, if it is) consumed so far; for progress bars. */
  long bytesRead();

  /** Releases the source. */
  @Override
  void close();
}
