package io.cornerstore.tabular;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Column names and their places; immutable, shared by all rows of the same shape. */
final class ColumnIndex {
  private final List<String> names;
  private final Map<String, Integer> places;

  ColumnIndex(List<String> names) {
    this.names = List.copyOf(names);
    this.places = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
  }

  /** Names as a header row gives them: trimmed, the nameless numbered, the repeated told apart. */
  static ColumnIndex ofHeader(List<String> header) {
    String[] names = header.stream().map(String::strip).toArray(String[]::new);
    Set<String> given = new HashSet<>(List.of(names).stream().distinct().toList());
    Set<String> used = new HashSet<>();
    for (int i = 0; i < names.length; i++) {
      String base = names[i].isEmpty() ? "column" + (i + 1) : names[i];
      String name = base;
      boolean own = !names[i].isEmpty() && used.add(name);
      for (int n = 2; !own; n++) {
        own = !given.contains(name) && used.add(name);
        if (!own) {
          name = base + "_" + n;
        }
      }
      names[i] = name;
    }
    return new ColumnIndex(List.of(names));
  }

  /** {@code column1} to {@code columnN}. */
  static ColumnIndex numbered(int count) {
    return ofHeader(Collections.nCopies(count, ""));
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** The place of a column, -1 if there is none of that name. */
  int place(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }
}
