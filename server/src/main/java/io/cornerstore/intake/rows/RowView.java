package io.cornerstore.intake.rows;

import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.log.LogEntry.Asked;
import io.cornerstore.intake.screening.Finding;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.intake.screening.Screened;
import io.cornerstore.tabular.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row while it is read: its looked-up rows, what was found in it, what is wrong with it. */
final class RowView {

  private static final int UNRESOLVED = -2;

  private final Row row;
  private final int[] lookedUp;
  private final List<String> masked = new ArrayList<>(0);
  private final List<Asked> asked = new ArrayList<>(0);
  private @Nullable String problemColumn;
  private @Nullable String problem;

  RowView(Row row, int lookups) {
    this.row = row;
    this.lookedUp = new int[lookups];
    Arrays.fill(lookedUp, UNRESOLVED);
  }

  Row row() {
    return row;
  }

  /** The stripped value; null when there is none or nothing but white space. */
  @Nullable String value(BoundColumn column) {
    return switch (column) {
      case BoundColumn.OfFile(String name, int place) ->
          stripped(place >= 0 && place < row.size() ? row.value(place) : row.value(name));
      case BoundColumn.OfLookup(int number, LookupTable table, int place, BoundColumn by) -> {
        if (lookedUp[number] == UNRESOLVED) {
          String key = value(by);
          lookedUp[number] = key == null ? -1 : table.find(key);
        }
        yield lookedUp[number] < 0 ? null : table.value(lookedUp[number], place);
      }
    };
  }

  private static @Nullable String stripped(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** The text as it may be kept. */
  String screen(Screen screen, String field, String text) {
    Screened found = screen.screen(text);
    if (found == null) {
      return text;
    }
    for (Finding finding : found.findings()) {
      masked.add(finding.verdict() == Finding.Verdict.ASK ? "review" : finding.kind());
      if (finding.verdict() == Finding.Verdict.ASK) {
        masked.add(finding.kind());
        asked.add(new Asked(field, finding.kind()));
      }
    }
    return found.text();
  }

  /** Notes why the row cannot be read; the first reason stays. */
  void problem(@Nullable String column, RefusalReason reason, Object... values) {
    if (problem == null) {
      problemColumn = column;
      problem = reason.text(values);
    }
  }

  /** Notes the problem of a row within this one. */
  void takeProblem(RowView part) {
    if (problem == null) {
      problemColumn = part.problemColumn;
      problem = part.problem;
    }
  }

  @Nullable String problem() {
    return problem;
  }

  @Nullable String problemColumn() {
    return problemColumn;
  }

  List<String> masked() {
    return masked;
  }

  List<Asked> asked() {
    return asked;
  }
}
