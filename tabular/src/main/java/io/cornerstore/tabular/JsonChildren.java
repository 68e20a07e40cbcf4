package io.cornerstore.tabular;

import java.util.List;

/** Reads the objects of a JSON array that stands in a column. */
final class JsonChildren {
  private JsonChildren() {}

  static List<Row> of(Row row, String column) {
    return List.of();
  }
}
