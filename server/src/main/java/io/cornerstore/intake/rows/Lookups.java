package io.cornerstore.intake.rows;

import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.LookupMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The looked-up files of a feed, loaded once for all of its files. Immutable. */
public final class Lookups {

  private record Loaded(int number, LookupTable table, List<String> columns) {}

  private final Map<String, Loaded> tables = new HashMap<>();

  private Lookups() {}

  /** Loads the columns that the mapping uses. */
  public static Lookups load(FeedMapping mapping) {
    Map<String, TreeSet<String>> wanted = new LinkedHashMap<>();
    mapping.lookups().keySet().forEach(name -> wanted.put(name, new TreeSet<>()));
    for (ColumnRef ref : mapping.columns()) {
      LookupMapping lookup = mapping.lookupOf(ref.name());
      if (lookup != null) {
        wanted.getOrDefault(lookup.name(), new TreeSet<>()).add(columnOf(ref.name()));
      }
    }
    Lookups lookups = new Lookups();
    wanted.forEach((name, columns) -> {
      LookupMapping lookup = mapping.lookups().get(name);
      if (lookup != null) {
        List<String> list = new ArrayList<>(columns);
        lookups.tables.put(
            name, new Loaded(lookups.tables.size(), LookupTable.load(lookup, list), list));
      }
    });
    return lookups;
  }

  /** What is worth knowing about the files. */
  public List<String> notes() {
    return tables.entrySet().stream()
        .filter(each -> each.getValue().table.repeated() > 0)
        .map(each ->
            "lookup '%s': %,d rows repeat a key; the first of each counts"
                .formatted(each.getKey(), each.getValue().table.repeated()))
        .sorted()
        .toList();
  }

  BoundColumn column(FeedMapping mapping, String name, List<String> columns) {
    LookupMapping lookup = mapping.lookupOf(name);
    Loaded loaded = lookup == null ? null : tables.get(lookup.name());
    if (lookup == null || loaded == null) {
      return new BoundColumn.OfFile(name, columns.indexOf(name));
    }
    BoundColumn by = column(mapping, lookup.by().name(), columns);
    int place = loaded.columns.indexOf(columnOf(name)) + 1;
    return new BoundColumn.OfLookup(loaded.number, loaded.table, place, by);
  }

  private static String columnOf(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
