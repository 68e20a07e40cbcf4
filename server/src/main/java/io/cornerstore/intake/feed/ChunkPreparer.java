package io.cornerstore.intake.feed;

import io.cornerstore.intake.log.BadRowEntry;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.LogAppender;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.rows.ColumnScreens;
import io.cornerstore.intake.rows.RowIdentity;
import io.cornerstore.intake.rows.RowInterpreter;
import io.cornerstore.intake.rows.RowOutcome;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The middle of the pipeline: rows to sealed entries. Safe for several threads. */
final class ChunkPreparer {

  private static final int ELSEWHERE_CHECKS = 5;
  private final RowInterpreter interpreter;
  private final ColumnScreens screens;
  private final Feeds feeds;
  private final LogAppender appender;
  private final Place place;
  private final AtomicInteger elsewhereChecks = new AtomicInteger(ELSEWHERE_CHECKS);

  /** Where the rows come from. */
  record Place(
      int feed,
      SubjectId quarantine,
      String file,
      boolean lastRowCounts,
      boolean dryRun,
      Instant now) {}

  ChunkPreparer(
      RowInterpreter interpreter,
      ColumnScreens screens,
      Feeds feeds,
      LogAppender appender,
      Place place) {
    this.interpreter = interpreter;
    this.screens = screens;
    this.feeds = feeds;
    this.appender = appender;
    this.place = place;
  }

  Prepared prepare(Chunk chunk) {
    boolean look = (chunk.lookFirst || place.dryRun()) && !place.lastRowCounts();
    Set<UUID> known =
        look && !chunk.identities.isEmpty()
            ? feeds.known(chunk.identities.stream().map(RowIdentity::message).toList())
            : Set.of();
    List<LogEntry> entries = new ArrayList<>(chunk.rows.size());
    List<List<String>> masked = new ArrayList<>(chunk.rows.size());
    List<BadRowEntry> bad = new ArrayList<>(chunk.bad);
    int skipped = 0;
    for (int i = 0; i < chunk.rows.size(); i++) {
      RowIdentity identity = chunk.identities.get(i);
      if (known.contains(identity.message())) {
        skipped++;
        continue;
      }
      Row row = chunk.rows.get(i);
      switch (interpreter.read(row, identity, place.now())) {
        case RowOutcome.Taken(LogEntry entry, List<String> found) -> {
          entries.add(entry);
          masked.add(found);
        }
        case RowOutcome.Refused(@Nullable String column, String reason) ->
            bad.add(bad(identity.message(), row, column, reason));
      }
    }
    return new Prepared(
        place.dryRun() || (entries.isEmpty() && bad.isEmpty()) ? null : appender.seal(entries, bad),
        entries,
        masked,
        bad.stream().map(BadRowEntry::reason).toList(),
        skipped,
        elsewhere(known));
  }

  /** A row for quarantine that could be taken apart. */
  BadRowEntry bad(UUID message, Row row, @Nullable String column, String reason) {
    return bad(message, row.line(), column, reason, screens.all(row));
  }

  /** A row for quarantine. */
  BadRowEntry bad(
      UUID message, long line, @Nullable String column, String reason, RowContent content) {
    return new BadRowEntry(
        message,
        place.quarantine(),
        place.feed(),
        place.file(),
        line,
        column,
        reason,
        content,
        place.now());
  }

  private long elsewhere(Set<UUID> known) {
    return known.isEmpty() || elsewhereChecks.getAndDecrement() <= 0
        ? 0
        : feeds.knownElsewhere(place.feed(), known);
  }
}
