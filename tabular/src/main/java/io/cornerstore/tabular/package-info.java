/**
 * Files as streams of rows: CSV, JSON Lines and Parquet, plain or gzip, from a file, a folder or a
 * stream. A {@link io.cornerstore.tabular.TabularSource} is opened into a {@link
 * io.cornerstore.tabular.RowReader}, which yields {@link io.cornerstore.tabular.Row}s and, for what
 * is malformed, {@link io.cornerstore.tabular.BadRow}s with the line they stand on.
 */
@NullMarked
package io.cornerstore.tabular;

import org.jspecify.annotations.NullMarked;
