package io.cornerstore.cli.link.report;

import java.util.ArrayList;
import java.util.List;

/** A table; columns are of text or of numbers. */
final class Table {
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /** With the heads; one that starts with # is a column of numbers. */
  Table(String... heads) {
    this.heads = List.of(heads);
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void write(Html html) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String head : heads) {
      boolean number = head.startsWith("#");
      html.element(
          "th", number ? head.substring(1) : head, "scope", "col", "class", number ? "n" : "t");
    }
    html.close().close().open("tbody");
    for (List<String> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        html.open("td", "class", heads.get(i).startsWith("#") ? "n" : "t");
        html.value(row.get(i)).close();
      }
      html.close();
    }
    html.close().close().close();
  }
}
