package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.at;

import java.util.List;

/** Draws into a page: a figure with its name, and below it the numbers as a table. */
final class Svg {
  private final Html html;

  Svg(Html html, double width, double height, String name) {
    this.html = html;
    html.open("figure")
        .open(
            "svg",
            "viewBox",
            "0 0 " + at(width) + " " + at(height),
            "role",
            "img",
            "aria-label",
            name,
            "style",
            "max-width:" + at(width * 1.15) + "px");
  }

  Svg rect(double x, double y, double width, double height, String style, String title) {
    html.open(
        "rect",
        "x",
        at(x),
        "y",
        at(y),
        "width",
        at(Math.max(.5, width)),
        "height",
        at(Math.max(.5, height)),
        "class",
        style);
    return titled(title);
  }

  private Svg titled(String title) {
    if (!title.isEmpty()) {
      html.element("title", title);
    }
    html.close();
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    html.element(
        "line", "", "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2), "class", style);
    return this;
  }

  Svg dot(double x, double y, double radius, String style, String title) {
    html.open("circle", "cx", at(x), "cy", at(y), "r", at(radius), "class", style);
    return titled(title);
  }

  Svg path(List<double[]> points, String style) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? "M" : " L")
          .append(at(point[0]))
          .append(' ')
          .append(at(point[1]));
    }
    html.element("path", "", "d", path.toString(), "class", style);
    return this;
  }

  /** Text; the style may hold {@code end} or {@code middle} for where its place is. */
  Svg text(double x, double y, String text, String style) {
    html.element("text", text, "x", at(x), "y", at(y), "class", style);
    return this;
  }

  /** Ends the drawing and shows its numbers. */
  void close(String caption, Table table) {
    html.close();
    html.element("figcaption", caption);
    html.open("details").element("summary", "The numbers");
    table.write(html);
    html.close().close();
  }
}
