package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.evaluation.Truth;
import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what is known to be true from a file, which may name clusters or pairs. */
final class TruthFile {
  private static final int SAMPLE = 500;
  private final Path path;
  private final Origins origins;
  private final OriginIndex ids;
  private final PrintWriter say;
  private List<String> columns = List.of();
  private long strangers;
  private long firstStranger;
  private long lastStranger;
  private long rows;

  TruthFile(Path path, Origins origins, OriginIndex ids, PrintWriter say) {
    if (!Files.isRegularFile(path)) {
      throw new UserMistake("there is no file " + path);
    }
    this.path = path;
    this.origins = origins;
    this.ids = ids;
    this.say = say;
  }

  /**
   * Reads it.
   *
   * @param told name of the cluster column where the user said so, else empty
   * @param idColumns names of the identifiers in the inputs
   */
  Truth read(String told, List<String> idColumns) {
    TruthColumns taken = look(told, idColumns);
    say.println(path + ": " + taken.text(columns));
    Truth truth =
        switch (taken) {
          case TruthColumns.Clusters clusters -> clusters(clusters);
          case TruthColumns.Pairs pairs -> pairs(pairs);
        };
    if (rows == 0) {
      throw new UserMistake(path + " has no rows");
    }
    if (strangers * 2 > rows) {
      throw new UserMistake(
          "%s: most lines name records that are not in the inputs, the first at line %d. Maybe name"
                  .formatted(path, firstStranger)
              + " the inputs' ids with --id?");
    }
    if (strangers > 0) {
      say.printf(
          Locale.ROOT,
          "%s: %,d of %,d lines left out, as they name records that are not in the inputs; the"
              + " first is line %d%n",
          path,
          strangers,
          rows,
          firstStranger);
    }
    return truth;
  }

  private TruthColumns look(String told, List<String> idColumns) {
    try (RowReader reader = TabularSource.of(path).open(TabularOptions.detect())) {
      RowResult next = reader.next();
      int[] known = new int[Math.max(1, reader.columns().size())];
      int seen = 0;
      for (; next != null && seen < SAMPLE; next = reader.next()) {
        if (next instanceof Row row) {
          seen++;
          for (int i = 0; i < Math.min(known.length, row.size()); i++) {
            String value = row.value(i);
            known[i] += value != null && ids.find(OriginIndex.ANY, value) != -1 ? 1 : 0;
          }
        }
      }
      columns = List.copyOf(reader.columns());
      int half = seen / 2;
      return TruthColumns.of(
          columns, told, idColumns, i -> i < known.length && known[i] > 0 && known[i] >= half);
    }
  }

  private interface Take {
    void row(Row row, long line);
  }

  private void forEach(Take take) {
    try (RowReader reader = TabularSource.of(path).open(TabularOptions.detect())) {
      for (RowResult next = reader.next(); next != null; next = reader.next()) {
        switch (next) {
          case Row row -> {
            rows++;
            take.row(row, row.line());
          }
          case BadRow bad ->
              throw new UserMistake("%s, line %d: %s".formatted(path, bad.line(), bad.reason()));
        }
      }
    }
  }

  private Truth clusters(TruthColumns.Clusters at) {
    TruthLabels labels = new TruthLabels();
    forEach((row, line) -> {
      int handle = record(row, line, at.id(), file(row, line, at.source()));
      if (handle >= 0) {
        String cluster = value(row, at.cluster());
        if (labels.put(handle, cluster) == TruthLabels.Outcome.CONTRADICTED) {
          throw wrong(line, at.cluster(), "the record stands in another cluster further up");
        }
      }
    });
    return labels.truth(origins.size());
  }

  private Truth pairs(TruthColumns.Pairs at) {
    PairList pairs = new PairList();
    forEach((row, line) -> {
      if (at.verdict() >= 0 && !says(value(row, at.verdict()), line, at.verdict())) {
        pairs.denied++;
        return;
      }
      int a = record(row, line, at.idA(), fileOrSide(row, line, at.sourceA(), at.idA(), 0));
      int b = record(row, line, at.idB(), fileOrSide(row, line, at.sourceB(), at.idB(), 1));
      if (a >= 0 && a == b) {
        throw wrong(line, at.idB(), "the pair names one record twice");
      }
      if (a >= 0 && b >= 0) {
        pairs.add(Truth.pair(a, b));
      }
    });
    if (pairs.denied > 0) {
      say.printf(
          Locale.ROOT,
          "%s: %,d lines say that two are not the same; what is not listed counts as not the same"
              + " anyway%n",
          path,
          pairs.denied);
    }
    return Truth.ofPairs(origins.size(), pairs.all());
  }

  private static final class PairList {
    private long[] pairs = new long[1 << 10];
    private int size;
    private long denied;

    void add(long pair) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      pairs[size++] = pair;
    }

    long[] all() {
      return Arrays.copyOf(pairs, size);
    }
  }

  private boolean says(String value, long line, int column) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (List.of("true", "yes", "y", "t", "match", "same").contains(text)) {
      return true;
    }
    if (List.of("false", "no", "n", "f", "non-match", "different", "").contains(text)) {
      return false;
    }
    try {
      return Double.parseDouble(text) >= .5;
    } catch (NumberFormatException _) {
      throw wrong(line, column, "neither yes or no nor a number from 0 to 1");
    }
  }

  /* Two files may number their records alike; then the left ids are those of the first. */
  private int fileOrSide(Row row, long line, int source, int id, int side) {
    int file = file(row, line, source);
    boolean sides = file == OriginIndex.ANY && origins.files() == 2;
    return sides && ids.find(OriginIndex.ANY, value(row, id)) == OriginIndex.SEVERAL ? side : file;
  }

  private int file(Row row, long line, int column) {
    if (column < 0) {
      return OriginIndex.ANY;
    }
    int file = origins.fileNamed(value(row, column));
    if (file == OriginIndex.ANY) {
      throw wrong(line, column, "no input has this name; there are " + origins.names());
    }
    return file;
  }

  private int record(Row row, long line, int column, int file) {
    String id = value(row, column);
    if (id.isEmpty()) {
      throw wrong(line, column, "the id is missing");
    }
    int handle = ids.find(file, id);
    if (handle == OriginIndex.SEVERAL) {
      throw wrong(
          line, column, "several records have this id. Maybe add a column source with the file");
    }
    if (handle == OriginIndex.NONE && lastStranger != line) {
      lastStranger = line;
      firstStranger = strangers++ == 0 ? line : firstStranger;
    }
    return handle;
  }

  private static String value(Row row, int column) {
    String value = column < row.size() ? row.value(column) : null;
    return value == null ? "" : value;
  }

  private UserMistake wrong(long line, int column, String what) {
    return new UserMistake(
        "%s, line %d, column %s: %s".formatted(path, line, columns.get(column), what));
  }
}
