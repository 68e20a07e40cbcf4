package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.bits;
import static io.cornerstore.cli.link.report.Figures.count;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the page: what was read, what was learned, what came of it, and what to look at. */
public final class ReportPage {
  private final ReportData data;
  private final Html html = new Html();

  private ReportPage(ReportData data) {
    this.data = data;
  }

  /** The whole page as text. */
  public static String of(ReportData data) {
    return new ReportPage(data).write();
  }

  private String write() {
    html.open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    html.element("title", "Who is who: report of a linking");
    html.style(styleSheet()).close();
    html.open("body").element("div", "", "class", "awning").open("main");
    head();
    inputs();
    if (data.truth() != null) {
      new TruthPart(data, data.truth(), html).write();
    }
    new BlockingPart(data, html).write();
    weights();
    pairs("How pairs were decided", "pairs", false);
    curves();
    new ClusterPart(data, html).write();
    if (data.truth() != null) {
      pairs("Errors to learn from", "errors", true);
    }
    foot();
    html.close().close().close();
    return html.toString();
  }

  private static String styleSheet() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head() {
    ReportData.Totals totals = data.totals();
    html.open("header").element("p", "Cornerstore", "class", "brand");
    html.element("h1", "Who is who");
    html.open("p", "class", "lead");
    html.text(
        "%s records are %s different ones by the best guess, %s by what is certain."
            .formatted(count(totals.records()), count(totals.best()), count(totals.certain())));
    html.close();
    if (data.shown()) {
      html.open("p", "class", "notice", "role", "note").element("strong", "Personal data. ");
      html.text(
          "This page shows values of the records it is about. Keep it as you keep the files"
              + " themselves, or make one without them: --no-examples.");
      html.close();
    } else {
      html.element(
          "p",
          "This page holds counts and weights only: no value and no identifier of any record.",
          "class",
          "notice calm");
    }
    html.open("dl", "class", "figures");
    figure(
        "Records",
        count(totals.records()),
        data.inputs().size() == 1 ? "in one file" : "in " + data.inputs().size() + " files");
    figure("Pairs compared", count(totals.compared()), "of " + allPairs(totals.records()));
    figure("Best guess", count(totals.best()), "clusters: right most often, but a guess");
    figure("Certain", count(totals.certain()), "clusters: may be merged without a person");
    figure(
        "Link from",
        bits(totals.linkBits()).replace("+", "") + " bits",
        "review from " + bits(totals.reviewBits()).replace("+", "") + " bits");
    html.close();
    contents();
    html.close();
  }

  private static String allPairs(long records) {
    double pairs = .5 * records * (records - 1.);
    return pairs < 1e7
        ? count(Math.round(pairs)) + " possible"
        : String.format(Locale.ROOT, "%,.0f million possible", pairs / 1e6);
  }

  private void figure(String name, String value, String more) {
    html.open("div", "class", "figure").element("dt", name).open("dd");
    html.text(value).element("small", more).close().close();
  }

  private void contents() {
    List<String[]> parts = new ArrayList<>();
    parts.add(new String[] {"inputs", "Files"});
    if (data.truth() != null) {
      parts.add(new String[] {"truth", "Against the truth"});
    }
    parts.add(new String[] {"blocking", "Candidates"});
    parts.add(new String[] {"weights", "Weights"});
    parts.add(new String[] {"pairs", "Pairs"});
    parts.add(new String[] {"curves", "Thresholds"});
    parts.add(new String[] {"clusters", "Clusters"});
    if (data.truth() != null) {
      parts.add(new String[] {"errors", "Errors"});
    }
    html.open("nav", "aria-label", "Parts of this page").open("ul");
    for (String[] part : parts) {
      html.open("li").element("a", part[1], "href", "#" + part[0]).close();
    }
    html.close().close();
  }

  private void inputs() {
    html.open("section", "id", "inputs").element("h2", "What was read");
    for (ReportData.Input input : data.inputs()) {
      html.open("h3").value(input.name()).close();
      html.element("p", count(input.records()) + " records.", "class", "soft");
      if (!input.complaint().isEmpty()) {
        html.element("p", input.complaint(), "class", "notice");
      }
      html.open("ul", "class", "columns");
      for (ReportData.Column column : input.columns()) {
        html.open("li", "class", column.evidence() ? "used" : "unused");
        html.value(column.name()).element("span", column.role()).close();
      }
      html.close();
    }
    html.element(
        "p",
        "Columns in green are evidence. Identifiers, the truth and what was not recognised never"
            + " are. Where a guess is wrong, say it: --column NAME=ROLE.",
        "class",
        "soft");
    html.close();
  }

  private void weights() {
    html.open("section", "id", "weights").element("h2", "What each comparison weighs");
    html.element(
        "p",
        "Learned from these records without labels. m is how often an outcome occurs among records"
            + " of the same customer, u how often among unrelated ones. A pair's weight is the sum"
            + " over all comparisons, with the prior, the rarity of the values and what members of"
            + " one home share anyway taken into account.");
    for (ReportData.Model model : data.models()) {
      if (data.models().size() > 1) {
        html.element("h3", "For " + model.kind());
      }
      WeightChart.draw(html, model, data.survey());
    }
    html.close();
  }

  private void pairs(String title, String id, boolean errors) {
    html.open("section", "id", id).element("h2", title);
    String group = "";
    boolean any = false;
    for (ReportData.Pair pair : data.pairs()) {
      if (pair.group().equals("error") != errors) {
        continue;
      }
      if (!pair.heading().equals(group)) {
        html.element("h3", pair.heading());
        group = pair.heading();
      }
      any = true;
      pair(pair, errors);
    }
    if (!any) {
      html.element("p", errors ? "None." : "No pairs were compared.", "class", "soft");
    }
    html.close();
  }

  private void pair(ReportData.Pair pair, boolean folded) {
    if (folded) {
      html.open("details", "class", "pair").open("summary");
      html.text(bits(pair.decision().evidence().totalBits()) + " bits");
      pair.values().stream()
          .limit(3)
          .forEach(field -> {
            html.text(" · ").value(field.one()).text(" / ").value(field.other());
          });
      html.close();
    } else {
      html.open("article", "class", "pair");
    }
    if (!pair.values().isEmpty()) {
      Table table = new Table("", "one record", "the other");
      pair.values().forEach(field -> table.row(field.role(), field.one(), field.other()));
      table.write(html);
    }
    Waterfall.draw(html, pair.decision().evidence());
    pair.words().forEach(sentence -> html.element("p", sentence));
    html.close();
  }

  private void curves() {
    html.open("section", "id", "curves").element("h2", "Where to draw the line");
    Charts.thresholds(html, data.survey(), data.totals().linkBits(), data.truth() != null);
    html.element("h3", "Weights of the pairs compared");
    Charts.weights(html, data.survey(), data.totals().linkBits());
    html.close();
  }

  private void foot() {
    html.open("footer").element("p", "Model " + data.totals().version() + ".");
    html.close();
  }
}
