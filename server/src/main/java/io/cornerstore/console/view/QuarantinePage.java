package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a feed that wait for one reason, or are settled.
 *
 * @param reason by which the rows are chosen, and {@code why} the same in the reader's language
 */
public record QuarantinePage(
    PageFrame frame,
    int feed,
    @Nullable String reason,
    @Nullable String why,
    boolean settled,
    String count,
    @Nullable String message,
    @Nullable Preview preview,
    @Nullable String mapping,
    List<Row> rows,
    @Nullable String next) {

  public QuarantinePage {
    rows = List.copyOf(rows);
  }

  /** What a replay would do. */
  public record Preview(String taken, String known, List<FeedsPage.Group> stay) {

    public Preview {
      stay = List.copyOf(stay);
    }
  }

  /** One row. */
  public record Row(
      long id, String when, String file, String place, String reason, @Nullable String settled) {}
}
