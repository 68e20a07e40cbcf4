package io.cornerstore.intake.replay;

import io.cornerstore.intake.QuarantineDesk.Correction;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.FeedMappings.Feed;
import io.cornerstore.intake.log.FeedMappings.Layout;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.PostgresQuarantine.Opened;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.rows.BoundFeed;
import io.cornerstore.intake.rows.Lookups;
import io.cornerstore.intake.rows.RowIdentities;
import io.cornerstore.intake.rows.RowIdentity;
import io.cornerstore.intake.rows.RowInterpreter;
import io.cornerstore.intake.rows.RowOutcome;
import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularFormat;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one feed again, by one mapping. A row keeps the receipt it would have had when it
 * came, unless the source gives ids of its own: so two equal rows stay two, and the file it came
 * from, imported again, finds it known. Not thread-safe.
 */
final class RowReplay {

  private final FeedMapping mapping;
  private final Lookups lookups;
  private final LogEntry.Origin origin;
  private final Workshop workshop;
  private final Map<List<String>, Bound> bound = new HashMap<>();

  private record Bound(BoundFeed feed, RowInterpreter interpreter) {}

  RowReplay(FeedMapping mapping, Feed feed, Workshop workshop) {
    this.mapping = mapping;
    this.lookups = Lookups.load(mapping);
    this.workshop = workshop;
    this.origin = LogEntry.Origin.of(feed.sourceNumber(), feed.number(), mapping);
  }

  RowOutcome read(Opened waiting, Correction correction, Layout layout) {
    RowResult parsed = parse(waiting, correction, layout);
    return switch (parsed) {
      case BadRow bad ->
          new RowOutcome.Refused(
              bad.column() > 0 ? String.valueOf(bad.column()) : null, bad.reason());
      case Row row -> read(corrected(row, correction.values()), waiting);
    };
  }

  private RowOutcome read(Row row, Opened waiting) {
    Bound by = bound.computeIfAbsent(List.copyOf(row.columns()), this::bind);
    RowIdentities identities = by.feed.identities(workshop.tokens());
    if (identities.leavesOut(row)) {
      return new RowOutcome.Refused(null, RefusalReason.LEFT_OUT.text());
    }
    RowIdentity identity = identities.next(row);
    if (identity == null) {
      return new RowOutcome.Refused(null, RefusalReason.ID_EMPTY.text());
    }
    boolean given = !mapping.messageId().isEmpty() && identity.item() == null;
    UUID message = given ? identity.message() : waiting.message();
    return by.interpreter.read(
        row,
        new RowIdentity(message, identity.item(), identity.content()),
        waiting.receivedAt().toInstant());
  }

  private Bound bind(List<String> columns) {
    BoundFeed feed = BoundFeed.of(mapping, lookups, columns);
    return new Bound(feed, feed.interpreter(origin, workshop.tokens(), workshop.normalizer()));
  }

  /** Values of a row with some put in the place of others. */
  private static Row corrected(Row row, Map<String, String> values) {
    if (values.isEmpty()) {
      return row;
    }
    List<String> columns = new ArrayList<>(row.columns());
    values.keySet().stream().filter(name -> !columns.contains(name)).sorted().forEach(columns::add);
    List<@Nullable String> next = new ArrayList<>(columns.size());
    for (String column : columns) {
      next.add(values.containsKey(column) ? values.get(column) : row.value(column));
    }
    return Row.of(row.line(), columns, next);
  }

  private RowResult parse(Opened waiting, Correction correction, Layout layout) {
    String text = correction.text();
    if (text == null && waiting.content() instanceof RowContent.Fields fields) {
      return fields.row(waiting.line());
    }
    if (text == null && !correction.values().isEmpty() && !layout.columns().isEmpty()) {
      return Row.of(waiting.line(), List.of(), List.of());
    }
    return parse(text == null ? waiting.content().asText() : text, waiting.line(), layout);
  }

  /** One row of text, read as its file was. */
  private RowResult parse(String text, long line, Layout layout) {
    boolean json = layout.columns().isEmpty() || text.stripLeading().startsWith("{");
    TabularOptions options =
        json
            ? TabularOptions.detect().withFormat(TabularFormat.JSON_LINES)
            : TabularOptions.detect()
                .withFormat(TabularFormat.CSV)
                .withDelimiter(layout.delimiter());
    String whole = json ? text : header(layout) + "\n" + text + "\n";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    try (RowReader reader =
        TabularSource.of("row", new ByteArrayInputStream(bytes))
            .open(options.withCharset(StandardCharsets.UTF_8))) {
      RowResult read = reader.next();
      if (read == null) {
        return new BadRow(line, 0, RefusalReason.ROW_EMPTY.text(), "");
      }
      return reader.next() == null || read instanceof BadRow
          ? read
          : new BadRow(line, 0, RefusalReason.SEVERAL_ROWS.text(), "");
    }
  }

  private static String header(Layout layout) {
    Character delimiter = layout.delimiter();
    return layout.columns().stream()
        .map(column -> '"' + column.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(String.valueOf(delimiter == null ? ',' : delimiter)));
  }
}
