package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;

/** The first page: one search box, what is at hand, and how the house stands. */
@Personal
public record HomePage(
    PageFrame frame,
    List<Figure> figures,
    boolean searchReady,
    List<SearchPage.Hit> pinned,
    List<SearchPage.Hit> recent,
    boolean mayAdd) {

  public HomePage {
    figures = List.copyOf(figures);
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
  }

  @Override
  public String toString() {
    return "HomePage[•••]";
  }

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}
}
