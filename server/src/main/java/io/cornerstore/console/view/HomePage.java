package io.cornerstore.console.view;

import java.util.List;

/** The first page: one search box and how the house stands. */
public record HomePage(PageFrame frame, List<Figure> figures, boolean searchReady) {

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}
}
