package io.cornerstore.console.view;

import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    List<SearchPage.Hit> stated,
    boolean mayAdd) {

  public HomePage {
    panels = List.copyOf(panels);
    figures = List.copyOf(figures);
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
    stated = List.copyOf(stated);
  }

  @Override
  public String toString() {
    return "HomePage[•••]";
  }

  /**
   * What waits for somebody with this role or what they should know, and the way to it.
   *
   * @param lines further numbers, each with its name
   * @param grid customers by recency and frequency in small; null for others
   * @param path null where there is no page behind it
   */
  public record Panel(
      String heading,
      String value,
      String remark,
      List<Line> lines,
      @Nullable SegmentPicture grid,
      @Nullable String path,
      @Nullable String pathWords) {

    public Panel {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A number or a state in a panel.
   *
   * @param tone class in the style sheet: good, care, bad or none
   */
  public record Line(String name, String value, String tone) {}

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}
}
