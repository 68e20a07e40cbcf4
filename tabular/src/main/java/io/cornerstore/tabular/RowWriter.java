package io.cornerstore.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows are written to, one after the other. Not safe for use by several threads. */
public interface RowWriter extends AutoCloseable {

  /**
   * Writes one row.
   *
   * @throws IllegalArgumentException if it has not as many values as there are columns
   * @throws TabularException if the target cannot be written
   */
  void write(List<? extends @Nullable String> values);

  /** Completes and releases the target. */
  @Override
  void close();
}
