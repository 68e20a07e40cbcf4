package io.cornerstore.intake.feed;

import io.cornerstore.intake.FeedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one feed while it is imported; written by one thread, read after it. */
final class Tally {

  private static final int MOST_NOTES = 50;

  long rows;
  long accepted;
  long duplicates;
  long replaced;
  long gone;
  long elsewhere;
  private final Map<String, Long> quarantined = new TreeMap<>();
  private final Map<String, Long> screened = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  void quarantined(String reason) {
    quarantined.merge(reason, 1L, Long::sum);
  }

  void screened(String kind) {
    screened.merge(kind, 1L, Long::sum);
  }

  void note(String note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    }
  }

  long quarantinedRows() {
    return quarantined.values().stream().mapToLong(Long::longValue).sum();
  }

  FeedReport report(FeedPlan plan, List<String> files) {
    List<String> all = new ArrayList<>(plan.notes());
    all.addAll(notes);
    if (elsewhere > 0) {
      all.add(
          ("at least %,d rows have a message id that came by another feed of this source: within "
                  + "a source an id counts once. Maybe give the feeds different sources?")
              .formatted(elsewhere));
    }
    return new FeedReport(
        plan.mapping().name(),
        plan.mapping().source().code(),
        files,
        rows,
        accepted,
        duplicates,
        replaced,
        gone,
        quarantined,
        screened,
        plan.unmapped(),
        all);
  }
}
