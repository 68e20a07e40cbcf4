package io.cornerstore.tabular;

import java.io.InputStream;
import java.util.OptionalLong;

record StreamSource(String name, InputStream stream) implements TabularSource {
  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public RowReader open(TabularOptions options) {
    throw new UnsupportedOperationException();
  }
}
