package io.cornerstore.intake.replay;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.Remapping;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.DocumentCodec;
import io.cornerstore.intake.log.FeedMappings;
import io.cornerstore.intake.log.FeedMappings.Feed;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.ImportRun;
import io.cornerstore.intake.log.Interpretations;
import io.cornerstore.intake.log.Interpretations.Anew;
import io.cornerstore.intake.log.Interpretations.Standing;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.SubjectMapping;
import io.cornerstore.intake.mapping.MappingReader;
import io.cornerstore.intake.mapping.ValueSpec;
import io.cornerstore.intake.rows.BoundFeed;
import io.cornerstore.intake.rows.Lookups;
import io.cornerstore.intake.rows.RowIdentity;
import io.cornerstore.intake.rows.RowInterpreter;
import io.cornerstore.intake.rows.RowOutcome;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.Row;
import io.cornerstore.vault.UnsealPermit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was received again, by another mapping. Thread-safe. */
public final class FeedRemapping implements Remapping {

  private static final int BATCH = 1_000;
  private static final int MAPPINGS = 20;

  private final Interpretations entries;
  private final FeedMappings mappings;
  private final Workshop workshop;
  private final QuarantineReplay.Guards guards;
  private final Clock clock;

  /** With what it works with, and what watches over it. */
  public FeedRemapping(
      Interpretations entries,
      FeedMappings mappings,
      Workshop workshop,
      QuarantineReplay.Guards guards,
      Clock clock) {
    this.entries = entries;
    this.mappings = mappings;
    this.workshop = workshop;
    this.guards = guards;
    this.clock = clock;
  }

  @Override
  public RemapReport preview(Actor actor, int feed, NewMapping mapping) {
    return run(actor, feed, mapping, true);
  }

  @Override
  public RemapReport apply(Actor actor, int feed, NewMapping mapping) {
    return run(actor, feed, mapping, false);
  }

  @Override
  public List<UsedMapping> mappings(Actor actor, int feed) {
    guards.policy().require(actor, AccessPurpose.OPERATION);
    return mappings.used(feed, MAPPINGS);
  }

  @Override
  public Map<Long, Integer> readings(List<Long> records) {
    return entries.readings(records);
  }

  private RemapReport run(Actor actor, int number, NewMapping given, boolean dryRun) {
    guards.policy().require(actor, AccessPurpose.OPERATION);
    Feed feed =
        mappings.feed(number).orElseThrow(() -> new IntakeException("there is no feed " + number));
    FeedMappings.Kept kept =
        mappings
            .latest(number)
            .orElseThrow(() ->
                new IntakeException(
                    "feed %d is not read by a mapping: there is nothing to read again"
                        .formatted(number)));
    FeedMapping before = MappingReader.read(Path.of(kept.file()), kept.body()).require();
    Path file = given.file() == null ? Path.of(kept.file()) : given.file();
    FeedMapping mapping = MappingReader.read(file, given.text()).require();
    requireSameFeed(before, mapping, feed);
    Pass pass = new Pass(actor, feed, before, mapping, dryRun);
    return pass.run();
  }

  /** What rows are counted by has to stay: else the next import would bring them a second time. */
  private static void requireSameFeed(FeedMapping before, FeedMapping mapping, Feed feed) {
    if (mapping.reference() != null) {
      throw new IntakeException("products and stores are taken whole: import their file again");
    }
    if (!mapping.source().equals(feed.source()) || !mapping.scope().equals(feed.name())) {
      throw new IntakeException(
          "the mapping is of feed '%s %s', not of '%s %s'. Maybe undo the imports and import again?"
              .formatted(mapping.source(), mapping.scope(), feed.source(), feed.name()));
    }
    if (!columns(before.messageId()).equals(columns(mapping.messageId()))) {
      throw new IntakeException(
          "the mapping counts rows by another message id: undo the imports and import the files"
              + " again");
    }
  }

  private static List<String> columns(List<ValueSpec> values) {
    return values.stream().flatMap(ValueSpec::columns).map(ColumnRef::name).toList();
  }

  /** One pass over the entries of a feed. */
  private final class Pass {
    private final Actor actor;
    private final Feed feed;
    private final FeedMapping mapping;
    private final boolean dryRun;
    private final boolean sameKeys;
    private final Lookups lookups;
    private final LogEntry.Origin origin;
    private final Map<List<String>, RowInterpreter> bound = new HashMap<>();
    private final Set<String> named = new TreeSet<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private long same;
    private long changed;
    private long moved;
    private long unkept;

    Pass(Actor actor, Feed feed, FeedMapping before, FeedMapping mapping, boolean dryRun) {
      this.actor = actor;
      this.feed = feed;
      this.mapping = mapping;
      this.dryRun = dryRun;
      this.sameKeys = keys(before).equals(keys(mapping));
      this.lookups = Lookups.load(mapping);
      this.origin = LogEntry.Origin.of(feed.sourceNumber(), feed.number(), mapping);
      mapping.columns().stream()
          .map(ColumnRef::name)
          .filter(name -> mapping.lookupOf(name) == null)
          .forEach(named::add);
    }

    /** What says whom a row is about. */
    private static List<String> keys(FeedMapping mapping) {
      SubjectMapping subject = mapping.subject();
      List<String> keys = new ArrayList<>();
      if (subject != null) {
        keys.addAll(columns(subject.key()));
        keys.add("/");
        keys.addAll(columns(subject.group()));
        keys.add(String.valueOf(subject.of()));
      }
      return keys;
    }

    RemapReport run() {
      ImportRun run =
          dryRun
              ? null
              : workshop
                  .feeds()
                  .begin(
                      feed.number(),
                      Feeds.Input.kept("remap", "what was received", actor.auditName()),
                      mapping);
      long number = run == null ? 0 : run.id();
      long after = 0;
      for (Long last = batch(after, number); last != null; last = batch(after, number)) {
        after = last;
      }
      if (run != null) {
        workshop.feeds().complete(run, same + changed + unkept + refusedRows(), same);
      }
      named.removeAll(met);
      return new RemapReport(
          same + changed + unkept + refusedRows(),
          same,
          changed,
          moved,
          refused,
          unkept,
          met.isEmpty() ? Set.of() : named,
          number);
    }

    private long refusedRows() {
      return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The last entry looked at; null at the end. */
    private @Nullable Long batch(long after, long run) {
      return guards
          .transaction()
          .execute(_ -> {
            if (!dryRun) {
              entries.lock();
            }
            UnsealPermit permit =
                guards
                    .permits()
                    .grant(
                        actor,
                        AccessPurpose.OPERATION,
                        dryRun ? "feed.remap-preview" : "feed.remap",
                        List.of("feed:" + feed.number()));
            List<Standing> standing = entries.after(feed.number(), after, BATCH, permit);
            List<Anew> anew = new ArrayList<>();
            standing.forEach(entry -> read(entry, anew));
            if (!dryRun && !anew.isEmpty()) {
              entries.write(anew, run, permit, clock.instant());
              note(anew.size(), run);
            }
            return standing.isEmpty() ? null : (Long) standing.getLast().id();
          });
    }

    private void note(int count, long run) {
      guards
          .audit()
          .append(
              new AuditEntry(
                  actor.auditName(),
                  AccessPurpose.OPERATION.code(),
                  "feed.remapped",
                  List.of("feed:" + feed.number(), "import:" + run),
                  List.of(),
                  count + " entries read anew"));
    }

    private void read(Standing entry, List<Anew> anew) {
      RowContent.Fields received = entry.received();
      if (received == null) {
        unkept++;
        return;
      }
      met.addAll(received.columns());
      Row row = received.row(1);
      UUID identity = entry.content() == null ? new UUID(0, entry.id()) : entry.content();
      RowOutcome outcome =
          bound
              .computeIfAbsent(
                  received.columns(),
                  columns ->
                      BoundFeed.of(mapping, lookups, columns)
                          .interpreter(origin, workshop.tokens(), workshop.normalizer()))
              .read(row, new RowIdentity(identity, entry.item(), identity), entry.receivedAt());
      switch (outcome) {
        case RowOutcome.Refused(var _, String reason) -> refused.merge(reason, 1L, Long::sum);
        case RowOutcome.Taken(LogEntry read, var _) -> compare(entry, read, anew);
      }
    }

    private void compare(Standing entry, LogEntry read, List<Anew> anew) {
      SubjectId subject = sameKeys ? entry.subject() : read.subject();
      byte[] document =
          read.document() == null ? new byte[0] : DocumentCodec.encode(read.document());
      if (entry.says(subject, read, document)) {
        same++;
        return;
      }
      changed++;
      moved += subject.equals(entry.subject()) ? 0 : 1;
      anew.add(new Anew(entry, read, subject, document));
    }
  }
}
