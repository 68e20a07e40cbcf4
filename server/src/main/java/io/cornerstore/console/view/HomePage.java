package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;

/**
 * The first page: one search box, what waits for the reader, what is at hand, and how the house
 * stands.
 */
@Personal
public record HomePage(
    PageFrame frame,
    List<Panel> panels,
    List<Figure> figures,
    boolean searchReady,
    List<SearchPage.Hit> pinned,
    List<SearchPage.Hit> recent,
    boolean mayAdd) {

  public HomePage {
    panels = List.copyOf(panels);
    figures = List.copyOf(figures);
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
  }

  @Override
  public String toString() {
    return "HomePage[•••]";
  }

  /** What waits for somebody with this role, and the way to it. */
  public record Panel(String heading, String value, String remark, String path, String pathWords) {}

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}
}
