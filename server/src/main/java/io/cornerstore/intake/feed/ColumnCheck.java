package io.cornerstore.intake.feed;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingMistake;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.LookupMapping;
import io.cornerstore.intake.mapping.Mistakes;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.tabular.TabularFormat;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the columns a mapping names with those of its files. The columns of JSON Lines are only
 * known row by row: there a name that looks like a slip of the pen is a mistake, any other may just
 * be rare, and is a note.
 */
final class ColumnCheck {

  private static final int JSON_SAMPLE = 2000;

  private final FeedMapping mapping;
  private final Mistakes mistakes;
  private final Set<ColumnRef> reported = new LinkedHashSet<>();
  private final Set<String> unmapped = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, List<String>> lookupColumns = new HashMap<>();

  ColumnCheck(FeedMapping mapping) {
    this.mapping = mapping;
    this.mistakes = new Mistakes(mapping.file());
  }

  /** Looks at a file; a stream can only be read once and is looked at when it is. */
  void look(TabularSource source) {
    if (source.name().equals("standard input")) {
      return;
    }
    try (RowReader reader = source.open(mapping.format())) {
      boolean json = reader.options().format() == TabularFormat.JSON_LINES;
      compare(source.name(), columns(reader, json), json);
    } catch (TabularException e) {
      throw new IntakeException(String.valueOf(e.getMessage()), e);
    }
  }

  void compare(String name, List<String> columns, boolean rare) {
    for (ColumnRef ref : mapping.columns()) {
      if (mapping.lookupOf(ref.name()) == null
          && !columns.contains(ref.name())
          && reported.add(ref)) {
        String maybe = Mistakes.maybe(ref.name(), columns);
        if (rare && maybe.isEmpty()) {
          notes.add("no row at the beginning of " + name + " has a field '" + ref.name() + "'");
        } else {
          mistakes.add(ref.mark(), "no column '" + ref.name() + "' in " + name + "." + maybe);
        }
      }
    }
    Set<String> named = new LinkedHashSet<>();
    mapping.columns().forEach(ref -> named.add(ref.name()));
    columns.stream().filter(column -> !named.contains(column)).forEach(unmapped::add);
  }

  void lookAtLookups() {
    for (LookupMapping lookup : mapping.lookups().values()) {
      List<String> columns = columnsOf(lookup);
      if (!columns.contains(lookup.key().name())) {
        mistakes.add(
            lookup.key().mark(),
            "no column '%s' in %s.%s"
                .formatted(
                    lookup.key().name(),
                    lookup.file(),
                    Mistakes.maybe(lookup.key().name(), columns)));
      }
    }
    for (ColumnRef ref : mapping.columns()) {
      LookupMapping lookup = mapping.lookupOf(ref.name());
      if (lookup == null) {
        continue;
      }
      String column = ref.name().substring(ref.name().indexOf('.') + 1);
      List<String> columns = columnsOf(lookup);
      if (!columns.contains(column) && reported.add(ref)) {
        mistakes.add(
            ref.mark(),
            "no column '%s' in %s.%s"
                .formatted(column, lookup.file(), Mistakes.maybe(column, columns)));
      }
    }
  }

  List<MappingMistake> mistakes() {
    return mistakes.list();
  }

  List<String> unmapped() {
    return List.copyOf(unmapped);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private List<String> columnsOf(LookupMapping lookup) {
    return lookupColumns.computeIfAbsent(
        lookup.name(),
        _ -> {
          TabularOptions options = lookup.format();
          try (RowReader reader = TabularSource.of(lookup.file()).open(options)) {
            return columns(reader, reader.options().format() == TabularFormat.JSON_LINES);
          } catch (TabularException e) {
            throw new IntakeException(String.valueOf(e.getMessage()), e);
          }
        });
  }

  private static List<String> columns(RowReader reader, boolean json) {
    for (int n = 0; json && n < JSON_SAMPLE && reader.next() != null; n++) {
      // columns appear as rows are read
    }
    return List.copyOf(reader.columns());
  }
}
