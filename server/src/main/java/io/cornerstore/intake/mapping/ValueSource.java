package io.cornerstore.intake.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value comes from. */
public sealed interface ValueSource {

  /** The value of a column. */
  record Column(ColumnRef column) implements ValueSource {}

  /** Text with columns in it: {@code {street} {house_no}}; empty when all of its columns are. */
  record Template(List<Segment> segments) implements ValueSource {
    public Template {
      segments = List.copyOf(segments);
    }
  }

  /** The same for every row. */
  record Constant(String text) implements ValueSource {}

  /** Literal text, or a column when there is one. */
  record Segment(String text, @Nullable ColumnRef column) {}
}
