package io.cornerstore.console.view;

import java.util.List;

/** The first page: one search box, what waits for the reader, and how the house stands. */
public record HomePage(
    PageFrame frame, List<Panel> panels, List<Figure> figures, boolean searchReady) {

  public HomePage {
    panels = List.copyOf(panels);
    figures = List.copyOf(figures);
  }

  /** What waits for somebody with this role, and the way to it. */
  public record Panel(String heading, String value, String remark, String path, String pathWords) {}

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}
}
