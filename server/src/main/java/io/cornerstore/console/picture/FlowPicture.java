package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.ChannelFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Of each purchase, through which channel the next one came: channels on both sides, ribbons as
 * broad as the number of purchases between them. Channels nobody bought through are left out.
 *
 * @param columns heads of the table behind the first column: the next channel, then none so far
 */
public record FlowPicture(
    int width,
    int height,
    List<Bar> bars,
    List<Ribbon> ribbons,
    List<Label> labels,
    List<String> columns,
    List<Row> table) {

  private static final int WIDTH = 520;
  private static final int LEFT = 104;
  private static final int RIGHT = 404;
  private static final int BAR = 12;
  private static final int GAP = 22;
  private static final int SPACE = 240;

  /** Height of a label, which is more than that of many a bar. */
  private static final int LABEL = 38;

  private static final int TOP = 8;

  /** The end of ribbons on one side; {@code style} is its class in the style sheet. */
  public record Bar(int x, double y, double height, String style) {

    /** Width of every bar. */
    public int width() {
      return BAR;
    }
  }

  /** Purchases that went the same way. */
  public record Ribbon(String path, String style, String title) {}

  /** Words at a place; {@code anchor} is start or end. */
  public record Label(int x, double y, String anchor, String text, String count) {}

  /** Purchases through one channel, by what came next. */
  public record Row(String from, List<Cell> cells) {}

  /** A count and its share of the row. */
  public record Cell(String count, String share) {}

  /** Draws the flow; no ribbons when nothing was bought. */
  public static FlowPicture of(ChannelFlow flow, Wording words) {
    return new Drawing(flow, words).picture();
  }

  private static final class Drawing {

    private final ChannelFlow flow;
    private final Wording words;
    private final List<Channel> channels;
    private final double scale;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Ribbon> ribbons = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private double bottom = TOP;

    Drawing(ChannelFlow flow, Wording words) {
      this.flow = flow;
      this.words = words;
      this.channels =
          Arrays.stream(Channel.values())
              .filter(channel -> flow.purchases(channel) > 0)
              .sorted(Comparator.comparingLong(flow::purchases).reversed())
              .toList();
      this.scale = SPACE / (double) Math.max(1, sum(channels));
    }

    FlowPicture picture() {
      double[] left = side(LEFT - BAR, channels.stream().map(flow::purchases).toList(), false);
      double[] right = side(RIGHT, arrivals(), true);
      for (int from = 0; from < channels.size(); from++) {
        for (int to = 0; to <= channels.size(); to++) {
          long count = count(channels.get(from), next(to));
          if (count > 0) {
            double broad = count * scale;
            ribbons.add(
                new Ribbon(
                    path(left[from], right[to], broad),
                    to == channels.size() ? "flow-none" : style(from),
                    title(from, to, count)));
            left[from] += broad;
            right[to] += broad;
          }
        }
      }
      return new FlowPicture(
          WIDTH, (int) Math.ceil(bottom) + 4, bars, ribbons, labels, columns(), table());
    }

    private long sum(List<Channel> of) {
      return of.stream().mapToLong(flow::purchases).sum();
    }

    /** The next channel of that place on the right; null stands for none so far. */
    private @Nullable Channel next(int place) {
      return place == channels.size() ? null : channels.get(place);
    }

    private long count(Channel from, @Nullable Channel to) {
      return to == null ? flow.last(from) : flow.steps(from, to);
    }

    private List<Long> arrivals() {
      List<Long> arrivals = new ArrayList<>();
      for (int to = 0; to <= channels.size(); to++) {
        Channel next = next(to);
        arrivals.add(channels.stream().mapToLong(from -> count(from, next)).sum());
      }
      return arrivals;
    }

    /** Draws the bars of one side and says where each begins. */
    private double[] side(int x, List<Long> counts, boolean right) {
      double[] begins = new double[counts.size()];
      double y = TOP;
      for (int i = 0; i < begins.length; i++) {
        double height = counts.get(i) * scale;
        begins[i] = y;
        if (counts.get(i) > 0) {
          bars.add(new Bar(x, round(y), round(Math.max(1, height)), barStyle(i)));
          labels.add(
              new Label(
                  right ? x + BAR + 8 : x - 8,
                  round(y + height / 2 - 2),
                  right ? "start" : "end",
                  name(i),
                  words.whole(counts.get(i))));
          y += Math.max(height + GAP, LABEL);
        }
      }
      bottom = Math.max(bottom, y);
      return begins;
    }

    private String name(int place) {
      Channel channel = next(place);
      return channel == null ? words.text("flow.none") : words.channel(channel);
    }

    private String barStyle(int place) {
      return place == channels.size() ? "flow-none" : style(place);
    }

    private static String style(int place) {
      return place == 0 ? "bar" : "bar-" + Math.min(place + 1, 5);
    }

    private String title(int from, int to, long count) {
      Channel channel = channels.get(from);
      return words.text(
          "flow.ribbon",
          words.channel(channel),
          name(to),
          count,
          words.percent(count / (double) flow.purchases(channel)));
    }

    private List<String> columns() {
      List<String> columns = new ArrayList<>();
      for (int to = 0; to <= channels.size(); to++) {
        columns.add(name(to));
      }
      return columns;
    }

    private List<Row> table() {
      List<Row> rows = new ArrayList<>();
      for (Channel from : channels) {
        List<Cell> cells = new ArrayList<>();
        for (int to = 0; to <= channels.size(); to++) {
          long count = count(from, next(to));
          cells.add(
              new Cell(words.whole(count), words.percent(count / (double) flow.purchases(from))));
        }
        rows.add(new Row(words.channel(from), cells));
      }
      return rows;
    }

    private static String path(double left, double right, double broad) {
      int middle = (LEFT + RIGHT) / 2;
      return String.format(
          Locale.ROOT,
          "M%d %.1fC%d %.1f %d %.1f %d %.1fV%.1fC%d %.1f %d %.1f %d %.1fZ",
          LEFT,
          left,
          middle,
          left,
          middle,
          right,
          RIGHT,
          right,
          right + broad,
          middle,
          right + broad,
          middle,
          left + broad,
          LEFT,
          left + broad);
    }

    private static double round(double value) {
      return Math.round(value * 10) / 10.0;
    }
  }
}
