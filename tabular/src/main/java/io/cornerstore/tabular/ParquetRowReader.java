package io.cornerstore.tabular;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ParquetRowReader implements RowReader {
  ParquetRowReader(Path file, TabularOptions options) throws java.io.IOException {
    throw new DamagedInput("Parquet");
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public TabularOptions options() {
    return TabularOptions.detect();
  }

  @Override
  public @Nullable RowResult next() {
    return null;
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  public void close() {}
}
