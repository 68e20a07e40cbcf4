package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.Behaviour.ChannelCount;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Entries by month, stacked by channel: at most the last 24 months in which the customer was known,
 * and the four busiest channels by name, the others together.
 */
public record ChannelMixPicture(
    int width, int height, List<Block> blocks, List<Tick> ticks, List<Key> keys, List<Row> table) {

  private static final int MONTHS = 24;
  private static final int HEIGHT = 110;
  private static final int BAR = 11;
  private static final int STEP = 14;
  private static final int MONTHS_PER_TICK = 4;
  private static final int NAMED = 4;

  /** One coloured part of a bar; {@code style} is its class in the style sheet. */
  public record Block(int x, double y, double height, String style, String title) {

    /** Width of every bar. */
    public int width() {
      return BAR;
    }
  }

  /** A month under the axis. */
  public record Tick(int x, String text) {}

  /** One line of the legend. */
  public record Key(String style, String name, int entries) {}

  /** One month's counts in the order of the keys. */
  public record Row(String month, List<Integer> counts) {}

  private record Span(YearMonth first, YearMonth last) {}

  /** Draws the counts; no blocks when there are none. */
  public static ChannelMixPicture of(List<ChannelCount> mix, Wording words) {
    if (mix.isEmpty()) {
      return new ChannelMixPicture(
          MONTHS * STEP + 26, HEIGHT + 18, List.of(), List.of(), List.of(), List.of());
    }
    Map<Channel, Integer> order = busiest(mix);
    YearMonth last = mix.getLast().month();
    YearMonth first = mix.getFirst().month();
    if (first.isBefore(last.minusMonths(MONTHS - 1))) {
      first = last.minusMonths(MONTHS - 1);
    }
    return draw(group(mix, order, first), keys(order, mix, words), new Span(first, last), words);
  }

  private static Map<Channel, Integer> busiest(List<ChannelCount> mix) {
    Map<Channel, Integer> sums = new EnumMap<>(Channel.class);
    mix.forEach(count -> sums.merge(count.channel(), count.entries(), Integer::sum));
    List<Channel> sorted =
        sums.entrySet().stream()
            .sorted(Map.Entry.<Channel, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    Map<Channel, Integer> order = new EnumMap<>(Channel.class);
    for (int i = 0; i < sorted.size(); i++) {
      order.put(sorted.get(i), Math.min(i, NAMED));
    }
    return order;
  }

  private static Map<YearMonth, int[]> group(
      List<ChannelCount> mix, Map<Channel, Integer> order, YearMonth first) {
    Map<YearMonth, int[]> months = new TreeMap<>();
    for (ChannelCount count : mix) {
      if (!count.month().isBefore(first)) {
        months
                .computeIfAbsent(count.month(), _ -> new int[NAMED + 1])[
                order.getOrDefault(count.channel(), NAMED)] +=
            count.entries();
      }
    }
    return months;
  }

  private static ChannelMixPicture draw(
      Map<YearMonth, int[]> months, List<Key> keys, Span span, Wording words) {
    int most = Math.max(1, tallest(months.values()));
    List<Block> blocks = new ArrayList<>();
    List<Tick> ticks = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    int x = 2;
    for (YearMonth month = span.first;
        !month.isAfter(span.last);
        month = month.plusMonths(1), x += STEP) {
      int[] counts = months.getOrDefault(month, new int[NAMED + 1]);
      double y = HEIGHT;
      List<Integer> row = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        row.add(counts[i]);
        if (counts[i] > 0) {
          double height = Math.round(10.0 * (HEIGHT - 6) * counts[i] / most) / 10.0;
          y -= height;
          blocks.add(
              new Block(
                  x,
                  y,
                  height,
                  keys.get(i).style(),
                  words.month(month) + ", " + keys.get(i).name() + ": " + counts[i]));
        }
      }
      table.add(new Row(words.month(month), row));
      boolean named = month.getMonthValue() == 1 || month.getMonthValue() == 7;
      boolean room = month.isAfter(span.first.plusMonths(MONTHS_PER_TICK - 1));
      if (month.equals(span.first) || (named && room)) {
        ticks.add(new Tick(x, words.shortMonth(month)));
      }
    }
    return new ChannelMixPicture(MONTHS * STEP + 26, HEIGHT + 18, blocks, ticks, keys, table);
  }

  private static int tallest(Collection<int[]> months) {
    int most = 0;
    for (int[] counts : months) {
      int sum = 0;
      for (int count : counts) {
        sum += count;
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  private static List<Key> keys(
      Map<Channel, Integer> order, List<ChannelCount> mix, Wording words) {
    int[] sums = new int[NAMED + 1];
    String[] names = new String[NAMED + 1];
    mix.forEach(count -> sums[order.getOrDefault(count.channel(), NAMED)] += count.entries());
    order.forEach((channel, place) ->
        names[place] = place == NAMED ? words.text("channel-mix.others") : words.channel(channel));
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i <= NAMED && names[i] != null; i++) {
      keys.add(new Key(i == 0 ? "bar" : "bar-" + (i + 1), names[i], sums[i]));
    }
    return keys;
  }
}
