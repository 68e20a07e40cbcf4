package io.cornerstore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures by name, printed in two columns. */
final class Table {

  private record Row(String name, String figure) {}

  private final String title;
  private final List<Row> rows = new ArrayList<>();

  Table(String title) {
    this.title = title;
  }

  /** Adds a row; the figure is a format. */
  Table row(String name, String format, Object... values) {
    rows.add(new Row(name, String.format(Locale.ROOT, format, values)));
    return this;
  }

  void print() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    System.out.println();
    System.out.println(title);
    rows.forEach(row ->
        System.out.println(
            "  " + row.name() + " ".repeat(width - row.name().length()) + "  " + row.figure()));
  }
}
