package io.cornerstore.console.view;

import java.util.List;

/** What came in and could not be read, or had to be masked. Nothing on it is a personal value. */
public record FeedsPage(
    PageFrame frame, List<Reason> reasons, List<Row> rows, List<Masked> masked) {

  public FeedsPage {
    reasons = List.copyOf(reasons);
    rows = List.copyOf(rows);
    masked = List.copyOf(masked);
  }

  /** How many rows wait for one reason. */
  public record Reason(String reason, String count) {}

  /** One row that could not be read; {@code file} is where it lies in full, {@code place} brief. */
  public record Row(String feed, String file, String place, String reason, String when) {}

  /** One value that was masked because it looked like a card or national id. */
  public record Masked(String record, String column, String kind) {}
}
