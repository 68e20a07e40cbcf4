package io.cornerstore.intake.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a mapping.
 *
 * @param map codes to values; what is not in it stays as it is
 * @param fallback for an empty value ({@code default})
 * @param formats of dates; none: ISO
 * @param when the value counts only in rows where this holds
 * @param kind what sort of id it is
 */
public record ValueSpec(
    ValueSource source,
    Map<String, String> map,
    @Nullable String fallback,
    List<String> formats,
    @Nullable When when,
    @Nullable String kind,
    Mark mark) {

  public ValueSpec {
    map = Map.copyOf(map);
    formats = List.copyOf(formats);
  }

  /** The columns it reads. */
  public Stream<ColumnRef> columns() {
    Stream<ColumnRef> own =
        switch (source) {
          case ValueSource.Column(ColumnRef column) -> Stream.of(column);
          case ValueSource.Template(List<ValueSource.Segment> segments) ->
              segments.stream().flatMap(segment -> Stream.ofNullable(segment.column()));
          case ValueSource.Constant _ -> Stream.of();
        };
    return when == null ? own : Stream.concat(own, Stream.of(when.column()));
  }
}
