package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decisions of people about pairs, from a file. */
final class DecisionOptions {
  private static final List<String> COLUMNS =
      List.of("source_a", "id_a", "source_b", "id_b", "decision");
  private static final int AMBIGUOUS = -2;

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = {
        "Pairs that a person has decided about: source_a,id_a,source_b,id_b,decision,",
        "where decision is same or different. No answer goes against them."
      })
  private @Nullable Path decisions;

  /** Two records, by source and identifier, and whether they are the same. */
  private record Said(long row, Name a, Name b, boolean same) {}

  private record Name(String source, String id) {}

  /** What people said, about records by handle. */
  Constraints read(Origins origins, Constraints.Scope scope, PrintWriter say) {
    Constraints.Builder builder = Constraints.builder().scope(scope);
    if (decisions == null) {
      return builder.build();
    }
    List<Said> said = read(decisions);
    Map<Name, Integer> handles = handles(said, origins);
    Set<Long> same = new HashSet<>();
    Set<Long> different = new HashSet<>();
    int impossible = 0;
    for (Said one : said) {
      int a = handle(one, one.a, handles);
      int b = handle(one, one.b, handles);
      if (a == b) {
        throw mistake(decisions, one.row, "names one record twice");
      }
      long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
      if ((one.same ? different : same).contains(pair)) {
        throw mistake(decisions, one.row, "contradicts an earlier row about the same two records");
      }
      if (!(one.same ? same : different).add(pair)) {
        continue;
      }
      if (one.same) {
        builder.alwaysSame(a, b);
        boolean together = origins.file(a) == origins.file(b);
        impossible += together && scope == Constraints.Scope.ONE_PER_SOURCE ? 1 : 0;
      } else {
        builder.neverSame(a, b);
      }
    }
    say.printf(
        Locale.ROOT, "%s: %,d same, %,d different.%n", decisions, same.size(), different.size());
    if (impossible > 0) {
      say.printf(
          Locale.ROOT,
          "%,d of them are left out: two records of one file cannot be the same here.%n",
          impossible);
    }
    return builder.build();
  }

  private static List<Said> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("there is no file " + file);
    }
    try (RowReader rows = TabularSource.of(file).open(TabularOptions.detect())) {
      List<Integer> places = new ArrayList<>();
      for (String column : COLUMNS) {
        int place = rows.columns().indexOf(column);
        if (place < 0) {
          throw new UserMistake(
              "%s has no column %s; it needs %s"
                  .formatted(file, column, String.join(", ", COLUMNS)));
        }
        places.add(place);
      }
      List<Said> said = new ArrayList<>();
      for (RowResult next = rows.next(); next != null; next = rows.next()) {
        switch (next) {
          case Row row -> said.add(said(file, said.size() + 1L, row, places));
          case BadRow bad ->
              throw new UserMistake("%s, line %d: %s".formatted(file, bad.line(), bad.reason()));
        }
      }
      return said;
    }
  }

  private static Said said(Path file, long number, Row row, List<Integer> places) {
    List<String> cells = new ArrayList<>();
    for (int place : places) {
      String value = row.value(place);
      cells.add(value == null ? "" : value.strip());
    }
    boolean same = cells.get(4).equals("same");
    if (!same && !cells.get(4).equals("different")) {
      throw mistake(file, number, "decision is neither same nor different");
    }
    return new Said(
        number, new Name(cells.get(0), cells.get(1)), new Name(cells.get(2), cells.get(3)), same);
  }

  private static Map<Name, Integer> handles(List<Said> said, Origins origins) {
    Set<Name> wanted = new HashSet<>();
    for (Said one : said) {
      wanted.add(one.a);
      wanted.add(one.b);
    }
    Map<Name, Integer> handles = new HashMap<>();
    for (int handle = 0; handle < origins.size(); handle++) {
      Name name = new Name(origins.source(handle), origins.id(handle));
      if (wanted.contains(name)) {
        handles.merge(name, handle, (_, _) -> AMBIGUOUS);
      }
    }
    return handles;
  }

  private int handle(Said said, Name name, Map<Name, Integer> handles) {
    Path file = Objects.requireNonNull(decisions);
    Integer handle = handles.get(name);
    if (handle == null) {
      throw mistake(
          file,
          said.row,
          "there is no record of this id in a file " + name.source + ". Maybe say --id COLUMN?");
    }
    if (handle == AMBIGUOUS) {
      throw mistake(file, said.row, "several records have this id in " + name.source);
    }
    return handle;
  }

  private static UserMistake mistake(Path file, long row, String what) {
    return new UserMistake("%s, row %d: %s".formatted(file, row, what));
  }
}
