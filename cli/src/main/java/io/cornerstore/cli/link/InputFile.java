package io.cornerstore.cli.link;

import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A file of records: looked at once for its columns, then read. */
final class InputFile {
  private static final int SAMPLE = 2_000;
  private final Path path;
  private final String source;
  private final ColumnPlan plan;
  private long badRows;
  private @Nullable BadRow firstBad;

  private InputFile(Path path, ColumnPlan plan) {
    this.path = path;
    this.plan = plan;
    this.source = source(path);
  }

  /** Looks at the first rows of a file. */
  static InputFile look(Path path, Map<String, ColumnRole> told) {
    try (RowReader rows = TabularSource.of(path).open(TabularOptions.detect())) {
      List<List<String>> sample = new ArrayList<>();
      RowResult next = rows.next();
      for (int i = 0; i < SAMPLE && next != null; i++) {
        if (next instanceof Row row) {
          for (int column = 0; column < row.size(); column++) {
            if (column == sample.size()) {
              sample.add(new ArrayList<>());
            }
            String value = row.value(column);
            if (value != null && !value.isBlank()) {
              sample.get(column).add(value);
            }
          }
        }
        next = rows.next();
      }
      List<String> columns = rows.columns(); // those of JSON Lines are known only now
      while (sample.size() < columns.size()) {
        sample.add(new ArrayList<>());
      }
      return new InputFile(path, ColumnPlan.of(columns, sample, told));
    }
  }

  /** Reads all rows; those that are broken are counted and left out. */
  void read(RowReceiver receiver, LongConsumer bytes) {
    try (RowReader rows = TabularSource.of(path).open(TabularOptions.detect())) {
      long number = 0;
      for (RowResult next = rows.next(); next != null; next = rows.next()) {
        switch (next) {
          case Row row -> receiver.row(row, ++number);
          case BadRow bad -> {
            badRows++;
            if (firstBad == null) {
              firstBad = bad;
            }
          }
        }
        if ((number & 0xfff) == 0) {
          bytes.accept(rows.bytesRead());
        }
      }
    }
  }

  /** Takes rows with their number, from 1 on. */
  interface RowReceiver {
    /** A row that could be read. */
    void row(Row row, long number);
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** The file's name without its endings. */
  String source() {
    return source;
  }

  /** What its columns mean. */
  ColumnPlan plan() {
    return plan;
  }

  /** What is wrong with rows left out, or an empty text. */
  String complaint() {
    BadRow bad = firstBad;
    return bad == null
        ? ""
        : "%s: %,d broken rows left out; the first at line %d: %s"
            .formatted(path, badRows, bad.line(), bad.reason());
  }

  private static String source(Path path) {
    String name = path.getFileName().toString();
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }
}
