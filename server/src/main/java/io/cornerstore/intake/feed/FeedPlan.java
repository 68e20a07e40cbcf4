package io.cornerstore.intake.feed;

import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.tabular.TabularSource;
import java.util.List;

/** A feed that will be imported: its mapping, its files in order, what is worth knowing. */
record FeedPlan(
    FeedMapping mapping, List<TabularSource> sources, List<String> unmapped, List<String> notes) {

  FeedPlan {
    sources = List.copyOf(sources);
    unmapped = List.copyOf(unmapped);
    notes = List.copyOf(notes);
  }
}
