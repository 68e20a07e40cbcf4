package io.cornerstore.intake.replay;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.QuarantineDesk;
import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.Appended;
import io.cornerstore.intake.log.FeedMappings;
import io.cornerstore.intake.log.FeedMappings.Feed;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.ImportRun;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.PostgresQuarantine;
import io.cornerstore.intake.log.PostgresQuarantine.Opened;
import io.cornerstore.intake.log.Settlement;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.MappingReader;
import io.cornerstore.intake.rows.RowOutcome;
import io.cornerstore.intake.segment.EventReplay;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows, tries again, takes and discards what waits in quarantine. Thread-safe. */
public final class QuarantineReplay implements QuarantineDesk {

  private static final int BATCH = 500;

  /** What the desk works with. */
  public record Parts(
      PostgresQuarantine quarantine,
      FeedMappings mappings,
      Workshop workshop,
      EventReplay events) {}

  /** What watches over it. */
  public record Guards(
      AccessPolicy policy,
      UnsealPermits permits,
      AuditTrail audit,
      TransactionTemplate transaction) {}

  private final Parts parts;
  private final Guards guards;
  private final Clock clock;

  /** With what it works with, and what watches over it. */
  public QuarantineReplay(Parts parts, Guards guards, Clock clock) {
    this.parts = parts;
    this.guards = guards;
    this.clock = clock;
  }

  @Override
  public Optional<QuarantinedContent> show(Actor actor, long id) {
    guards.policy().require(actor, AccessPurpose.OPERATION);
    List<Opened> rows = opened(actor, "quarantine.show", List.of(id), List.of("quarantine:" + id));
    return rows.stream().findFirst().map(row -> shown(actor, row));
  }

  private QuarantinedContent shown(Actor actor, Opened row) {
    FeedMapping mapping =
        parts.mappings().latest(row.feed()).map(QuarantineReplay::lenient).orElse(null);
    FieldSet opens = guards.policy().opens(actor, AccessPurpose.OPERATION);
    boolean open = opens.has(PersonalField.NAME) && opens.has(PersonalField.FAMILY_NAME);
    QuarantinedRow listed =
        new QuarantinedRow(
            row.id(),
            parts
                .mappings()
                .feed(row.feed())
                .map(feed -> feed.source() + " " + feed.name())
                .orElse(""),
            row.file(),
            row.line(),
            row.column(),
            row.reason(),
            row.receivedAt().toInstant(),
            null);
    return ShownContent.of(listed, row.content(), mapping, open);
  }

  private static @Nullable FeedMapping lenient(FeedMappings.Kept kept) {
    return MappingReader.read(Path.of(kept.file()), kept.body()).mapping();
  }

  @Override
  public ReplayReport preview(Actor actor, Selection selection, Correction correction) {
    return run(actor, selection, correction, true);
  }

  @Override
  public ReplayReport replay(Actor actor, Selection selection, Correction correction) {
    return run(actor, selection, correction, false);
  }

  private ReplayReport run(
      Actor actor, Selection selection, Correction correction, boolean dryRun) {
    guards.policy().require(actor, AccessPurpose.OPERATION);
    boolean single = selection instanceof Selection.Rows(List<Long> ids) && ids.size() == 1;
    if (!single && (correction.text() != null || !correction.values().isEmpty())) {
      throw new IntakeException("values are corrected row by row. Maybe name one row?");
    }
    Replay replay = new Replay(actor, correction, dryRun);
    try {
      long after = 0;
      for (List<Long> ids = page(selection, after); !ids.isEmpty(); ids = page(selection, after)) {
        after = ids.getLast();
        replay.batch(
            opened(
                actor,
                dryRun ? "quarantine.preview" : "quarantine.replay",
                ids,
                List.of("quarantine:" + ids.getFirst() + "-" + ids.getLast())));
      }
    } finally {
      replay.close();
    }
    return replay.report();
  }

  @Override
  public long discard(Actor actor, Selection selection, String reason) {
    guards.policy().require(actor, AccessPurpose.OPERATION);
    long discarded = 0;
    long after = 0;
    for (List<Long> ids = page(selection, after); !ids.isEmpty(); ids = page(selection, after)) {
      after = ids.getLast();
      List<Long> rows = ids;
      Integer some =
          guards
              .transaction()
              .execute(_ -> {
                note(actor, "quarantine.discard", rows, reason);
                return parts
                    .quarantine()
                    .discard(rows, actor.auditName(), clock.instant().atOffset(ZoneOffset.UTC));
              });
      discarded += some == null ? 0 : some;
    }
    return discarded;
  }

  private List<Long> page(Selection selection, long after) {
    return switch (selection) {
      case Selection.Rows(List<Long> ids) ->
          ids.stream().filter(id -> id > after).distinct().sorted().limit(BATCH).toList();
      case Selection.Group(int feed, @Nullable String reason) ->
          parts.quarantine().ids(feed, reason, after, BATCH);
    };
  }

  private List<Opened> opened(Actor actor, String action, List<Long> ids, List<String> concerns) {
    List<Opened> rows =
        guards
            .transaction()
            .execute(_ -> {
              UnsealPermit permit =
                  guards.permits().grant(actor, AccessPurpose.OPERATION, action, concerns);
              return parts.quarantine().waiting(ids, permit);
            });
    return rows == null ? List.of() : rows;
  }

  private void note(Actor actor, String action, List<Long> rows, String words) {
    String shortened = words.length() > 400 ? words.substring(0, 400) : words;
    guards
        .audit()
        .append(
            new AuditEntry(
                actor.auditName(),
                AccessPurpose.OPERATION.code(),
                action,
                List.of("quarantine:" + rows.getFirst() + "-" + rows.getLast()),
                List.of(),
                rows.size() + " rows. " + shortened));
  }

  /** One replay over all of its batches. */
  private final class Replay {
    private final Actor actor;
    private final Correction correction;
    private final boolean dryRun;
    private final Map<Integer, @Nullable RowReplay> readers = new HashMap<>();
    private final Map<Integer, ImportRun> runs = new LinkedHashMap<>();
    private final Map<Integer, FeedMapping> used = new HashMap<>();
    private final Map<Integer, long[]> counts = new HashMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private long rows;
    private long taken;
    private long known;

    Replay(Actor actor, Correction correction, boolean dryRun) {
      this.actor = actor;
      this.correction = correction;
      this.dryRun = dryRun;
    }

    void batch(List<Opened> opened) {
      Map<Integer, List<Opened>> byFeed = new LinkedHashMap<>();
      opened.stream()
          .filter(row -> !row.settled())
          .forEach(row -> byFeed.computeIfAbsent(row.feed(), _ -> new ArrayList<>()).add(row));
      byFeed.forEach(this::feed);
    }

    private void feed(int number, List<Opened> waiting) {
      Feed feed =
          parts
              .mappings()
              .feed(number)
              .orElseThrow(() -> new IntakeException("there is no feed " + number));
      List<LogEntry> entries = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      rows += waiting.size();
      for (Opened row : waiting) {
        switch (read(feed, row)) {
          case RowOutcome.Taken(LogEntry entry, var _) -> {
            entries.add(entry);
            ids.add(row.id());
          }
          case RowOutcome.Refused(@Nullable String column, String reason) ->
              refuse(row, column, reason);
        }
      }
      if (!entries.isEmpty()) {
        take(feed, entries, ids);
      }
    }

    private RowOutcome read(Feed feed, Opened row) {
      RowReplay reader = reader(feed);
      if (reader != null) {
        return reader.read(row, correction, parts.mappings().layout(row.run()));
      }
      String text = correction.text() == null ? row.content().asText() : correction.text();
      return parts.events().read(text, feed.source(), row.receivedAt().toInstant());
    }

    private @Nullable RowReplay reader(Feed feed) {
      if (!readers.containsKey(feed.number())) {
        FeedMapping mapping = mapping(feed);
        if (mapping != null) {
          used.put(feed.number(), mapping);
        }
        readers.put(
            feed.number(), mapping == null ? null : new RowReplay(mapping, feed, parts.workshop()));
      }
      return readers.get(feed.number());
    }

    /** Null for events of the API, which no mapping tells how to read. */
    private @Nullable FeedMapping mapping(Feed feed) {
      String text = correction.mapping();
      Optional<FeedMappings.Kept> kept = parts.mappings().latest(feed.number());
      if (text == null && kept.isEmpty()) {
        if (feed.name().equals("events")) {
          return null;
        }
        throw new IntakeException(
            "the mapping of feed %d was not kept: its rows came before that. Maybe give one?"
                .formatted(feed.number()));
      }
      Path file =
          correction.mappingFile() == null
              ? Path.of(kept.map(FeedMappings.Kept::file).orElse("given.mapping.yaml"))
              : correction.mappingFile();
      FeedMapping mapping =
          MappingReader.read(file, text == null ? kept.orElseThrow().body() : text).require();
      if (mapping.reference() != null) {
        throw new IntakeException(
            "products and stores are not replayed: mend the file and import it again, then discard"
                + " these rows");
      }
      if (!mapping.source().equals(feed.source()) || !mapping.scope().equals(feed.name())) {
        throw new IntakeException(
            "the mapping is of feed '%s %s', the rows are of '%s %s'"
                .formatted(mapping.source(), mapping.scope(), feed.source(), feed.name()));
      }
      return mapping;
    }

    private void refuse(Opened row, @Nullable String column, String reason) {
      refused.merge(reason, 1L, Long::sum);
      if (!dryRun) {
        guards
            .transaction()
            .executeWithoutResult(_ -> parts.quarantine().refusedAgain(row.id(), column, reason));
      }
    }

    private void take(Feed feed, List<LogEntry> entries, List<Long> ids) {
      if (dryRun) {
        Set<UUID> there =
            parts
                .workshop()
                .feeds()
                .known(
                    entries.stream().flatMap(entry -> Stream.ofNullable(entry.message())).toList());
        long already = entries.stream().filter(entry -> there.contains(entry.message())).count();
        known += already;
        taken += entries.size() - already;
        return;
      }
      Instant now = clock.instant();
      var appender = parts.workshop().appender();
      Appended appended =
          appender.append(
              appender.seal(entries, List.of()),
              run(feed),
              new Settlement(
                  ids,
                  actor.auditName(),
                  now,
                  settled -> note(actor, "quarantine.settle", ids, settled + " settled.")));
      taken += appended.accepted();
      known += appended.duplicates();
      long[] count = counts.computeIfAbsent(feed.number(), _ -> new long[2]);
      count[0] += entries.size();
      count[1] += appended.duplicates();
    }

    private @Nullable ImportRun run(Feed feed) {
      FeedMapping mapping = used.get(feed.number());
      return mapping == null
          ? null
          : runs.computeIfAbsent(
              feed.number(),
              number ->
                  parts
                      .workshop()
                      .feeds()
                      .begin(
                          number,
                          Feeds.Input.kept("replay", "quarantine", actor.auditName()),
                          mapping));
    }

    void close() {
      runs.forEach((feed, run) -> {
        long[] count = counts.getOrDefault(feed, new long[2]);
        parts.workshop().feeds().complete(run, count[0], count[1]);
      });
    }

    ReplayReport report() {
      return new ReplayReport(rows, taken, known, refused, dryRun);
    }
  }
}
