package io.cornerstore.cli.link;

import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values of a few records, read from their files once more: the index keeps what it compares,
 * not what was written.
 */
final class RecordValues {
  private final List<InputFile> inputs;
  private final Origins origins;

  RecordValues(List<InputFile> inputs, Origins origins) {
    this.inputs = inputs;
    this.origins = origins;
  }

  /** The values by which records are compared, by handle: role to value, in the file's order. */
  Map<Integer, Map<ColumnRole, String>> of(SortedSet<Integer> handles) {
    Map<Integer, Map<ColumnRole, String>> found = new HashMap<>();
    int start = 0;
    for (int file = 0; file < inputs.size(); file++) {
      int end = start;
      while (end < origins.size() && origins.file(end) == file) {
        end++;
      }
      SortedSet<Integer> own = handles.subSet(start, end);
      if (!own.isEmpty()) {
        read(inputs.get(file), start, new TreeSet<>(own), found);
      }
      start = end;
    }
    return found;
  }

  private static void read(
      InputFile input,
      int start,
      SortedSet<Integer> wanted,
      Map<Integer, Map<ColumnRole, String>> found) {
    try (RowReader rows = TabularSource.of(input.path()).open(TabularOptions.detect())) {
      int handle = start;
      int last = wanted.last();
      for (RowResult next = rows.next(); next != null && handle <= last; next = rows.next()) {
        if (next instanceof Row row) {
          if (wanted.contains(handle)) {
            found.put(handle, values(row, input.plan()));
          }
          handle++;
        }
      }
    }
  }

  private static Map<ColumnRole, String> values(Row row, ColumnPlan plan) {
    Map<ColumnRole, List<String>> values = new EnumMap<>(ColumnRole.class);
    for (int i = 0; i < plan.columns().size() && i < row.size(); i++) {
      String value = row.value(i);
      if (plan.role(i).isEvidence() && value != null && !value.isBlank()) {
        values.computeIfAbsent(plan.role(i), _ -> new ArrayList<>()).add(value.strip());
      }
    }
    Map<ColumnRole, String> joined = new EnumMap<>(ColumnRole.class);
    values.forEach((role, list) -> joined.put(role, String.join("; ", list)));
    return joined;
  }
}
