package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.count;
import static io.cornerstore.cli.link.report.Figures.percent;

/** How large clusters are, and which of them to look at. */
record ClusterPart(ReportData data, Html html) {
  private static final double LEFT = 52;
  private static final double HEIGHT = 170;
  private static final double GROUP = 96;

  void write() {
    html.open("section", "id", "clusters").element("h2", "Clusters");
    sizes();
    html.element("h3", "Clusters to look at");
    if (data.doubtful().isEmpty()) {
      html.element("p", "None hangs on a thin thread.", "class", "soft");
    } else {
      doubtful();
    }
    html.close();
  }

  private void sizes() {
    long most = 1;
    for (ReportData.Size size : data.sizes()) {
      most = Math.max(most, Math.max(size.best(), size.certain()));
    }
    double top = Math.ceil(Math.log10(most + 1.));
    Svg svg =
        new Svg(html, LEFT + data.sizes().size() * GROUP + 10, HEIGHT + 60, "Clusters by size");
    for (int power = 0; power <= top; power++) {
      double y = 10 + HEIGHT * (1 - power / top);
      svg.line(LEFT, y, LEFT + data.sizes().size() * GROUP, y, power == 0 ? "axis" : "grid");
      svg.text(LEFT - 6, y + 4, power == 0 ? "0" : count(Math.round(Math.pow(10, power))), "end");
    }
    Table table = new Table("records in it", "#clusters, best guess", "#clusters, certain");
    for (int i = 0; i < data.sizes().size(); i++) {
      ReportData.Size size = data.sizes().get(i);
      double x = LEFT + i * GROUP + 12;
      bar(svg, x, size.best(), top, "for");
      bar(svg, x + 37, size.certain(), top, "total");
      svg.text(x + 36, HEIGHT + 26, size.label(), "middle");
      table.row(size.label(), count(size.best()), count(size.certain()));
    }
    svg.text(LEFT + data.sizes().size() * GROUP / 2, HEIGHT + 46, "records in a cluster", "middle");
    svg.close(
        "Left of each two: the best guess. Right: what is certain. Each line upward stands for ten"
            + " times as many.",
        table);
  }

  private static void bar(Svg svg, double x, long number, double top, String style) {
    if (number > 0) {
      double height = Math.log10(number + 1.) / top * HEIGHT;
      svg.rect(x, 10 + HEIGHT - height, 35, height, style, count(number) + " clusters");
      svg.text(x + 17.5, 10 + HEIGHT - height - 4, count(number), "middle small");
    }
  }

  private void doubtful() {
    html.element(
        "p",
        "Large or loose clusters of the best guess. Density is the share of their pairs that were"
            + " accepted by themselves; a bridge is a pair without which a cluster falls in two.");
    Table table =
        data.shown()
            ? new Table("#cluster", "#records", "#density", "what is the matter", "records in it")
            : new Table("#cluster", "#records", "#density", "what is the matter");
    for (ReportData.Doubtful cluster : data.doubtful()) {
      String number = Integer.toString(cluster.number());
      String records = count(cluster.records());
      String density = percent(cluster.density());
      if (data.shown()) {
        table.row(number, records, density, cluster.why(), String.join(", ", cluster.members()));
      } else {
        table.row(number, records, density, cluster.why());
      }
    }
    table.write(html);
  }
}
