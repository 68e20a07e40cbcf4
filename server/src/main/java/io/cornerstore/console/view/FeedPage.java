package io.cornerstore.console.view;

import io.cornerstore.console.picture.BarsPicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One feed with its runs. */
public record FeedPage(
    PageFrame frame,
    int number,
    String name,
    @Nullable String message,
    List<FeedsPage.Figure> figures,
    BarsPicture hour,
    BarsPicture day,
    List<FeedsPage.Group> groups,
    List<Run> runs) {

  public FeedPage {
    figures = List.copyOf(figures);
    groups = List.copyOf(groups);
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param state in words, and {@code tone} how it is to be taken: good, care, bad or info
   * @param mayUndo it can be taken back
   */
  public record Run(
      long id,
      String started,
      String kind,
      String file,
      String fileName,
      String rows,
      String accepted,
      String duplicates,
      String quarantined,
      String state,
      String tone,
      @Nullable String detail,
      boolean mayUndo) {}
}
