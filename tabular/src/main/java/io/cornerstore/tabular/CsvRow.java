package io.cornerstore.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

record CsvRow(long line, List<String> columns) implements Row {
  @Override
  public int size() {
    return columns.size();
  }

  @Override
  public @Nullable String value(int index) {
    return null;
  }

  @Override
  public @Nullable String value(String column) {
    return null;
  }

  @Override
  public List<Row> children(String column) {
    return List.of();
  }

  @Override
  public String asReceived() {
    return "";
  }
}
