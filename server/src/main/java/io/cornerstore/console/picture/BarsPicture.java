package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.FeedWatch.Step;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrivals in equal steps as bars, the oldest at the left: accepted in full, what was refused or
 * quarantined on top of it.
 */
public record BarsPicture(
    int width,
    int height,
    String label,
    String first,
    String last,
    List<Bar> bars,
    List<Row> table) {

  private static final int STEP = 5;
  private static final int BAR = 4;

  public BarsPicture {
    bars = List.copyOf(bars);
    table = List.copyOf(table);
  }

  /** One part of a bar; {@code style} is its class in the style sheet. */
  public record Bar(int x, double y, double height, String style) {

    /** Width of every bar. */
    public int width() {
      return BAR;
    }
  }

  /** One step's counts, in words of the language. */
  public record Row(
      String from, String accepted, String duplicates, String quarantined, String refused) {}

  /** Draws the steps; {@code label} says what they are. */
  public static BarsPicture of(List<Step> steps, int height, String label, Wording words) {
    long most = 1;
    for (Step step : steps) {
      most = Math.max(most, good(step) + bad(step));
    }
    List<Bar> bars = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      double good = (double) good(step) * height / most;
      double bad = (double) bad(step) * height / most;
      if (good > 0) {
        bars.add(
            new Bar(i * STEP, round(height - Math.max(good, 1)), round(Math.max(good, 1)), "good"));
      }
      if (bad > 0) {
        double tall = Math.max(bad, 1);
        bars.add(new Bar(i * STEP, round(Math.max(0, height - good - tall)), round(tall), "bad"));
      }
      if (good(step) + bad(step) + step.counts().duplicates() > 0) {
        table.add(
            new Row(
                words.time(step.from(), ZoneOffset.UTC),
                words.whole(step.counts().accepted()),
                words.whole(step.counts().duplicates()),
                words.whole(step.counts().quarantined()),
                words.whole(step.counts().refused())));
      }
    }
    return new BarsPicture(
        Math.max(1, steps.size()) * STEP,
        height,
        label,
        steps.isEmpty() ? "" : words.clock(steps.getFirst().from(), ZoneOffset.UTC),
        steps.isEmpty() ? "" : words.clock(steps.getLast().from(), ZoneOffset.UTC),
        bars,
        table);
  }

  private static long good(Step step) {
    return step.counts().accepted();
  }

  private static long bad(Step step) {
    return step.counts().quarantined() + step.counts().refused();
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
