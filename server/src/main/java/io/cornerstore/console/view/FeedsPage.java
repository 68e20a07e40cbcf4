package io.cornerstore.console.view;

import io.cornerstore.console.picture.BarsPicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How all feeds are doing, and what waits for somebody. Nothing on it is a personal value. */
public record FeedsPage(
    PageFrame frame,
    List<Figure> figures,
    List<Feed> feeds,
    List<Group> groups,
    List<Masked> masked) {

  public FeedsPage {
    figures = List.copyOf(figures);
    feeds = List.copyOf(feeds);
    groups = List.copyOf(groups);
    masked = List.copyOf(masked);
  }

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}

  /**
   * A feed in one line; {@code file} is where its last file lies in full, {@code fileName} brief.
   *
   * @param behind how old the oldest record is that no customer shows yet; absent when there is
   *     none
   * @param waiting how many these are
   */
  public record Feed(
      int number,
      String name,
      String lastMinute,
      BarsPicture hour,
      String accepted,
      String duplicates,
      String quarantined,
      String refused,
      @Nullable String behind,
      String waiting,
      @Nullable String lastArrival,
      @Nullable String file,
      @Nullable String fileName,
      @Nullable String error) {}

  /** Rows of a feed that wait for one reason; {@code href} leads to them. */
  public record Group(String feed, String reason, String count, String href) {}

  /** One value that was masked because it looked like a card or national id. */
  public record Masked(String record, String column, String kind) {}
}
