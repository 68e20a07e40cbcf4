package io.cornerstore.console.view;

import java.util.List;

/** What the undo of an import would take back. */
public record UndoPage(
    PageFrame frame,
    long run,
    int feed,
    String feedName,
    String file,
    String started,
    List<FeedsPage.Figure> figures) {

  public UndoPage {
    figures = List.copyOf(figures);
  }
}
