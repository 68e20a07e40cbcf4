package io.cornerstore.tabular;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

record FileSource(Path file) implements TabularSource {
  static List<TabularSource> discover(Path path) {
    return List.of(new FileSource(path));
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public RowReader open(TabularOptions options) {
    throw new UnsupportedOperationException();
  }
}
