package io.cornerstore.intake.feed;

import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.log.Appended;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.Feeds.Earlier;
import io.cornerstore.intake.log.Feeds.FeedNumber;
import io.cornerstore.intake.log.ImportRun;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.SealedBatch;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.intake.rows.BoundFeed;
import io.cornerstore.intake.rows.Lookups;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.tabular.TabularFormat;
import io.cornerstore.tabular.TabularSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports the files of one feed. */
final class FeedRun {

  private static final int WORTH_ANALYZING = 10_000;

  private final FeedPlan plan;
  private final FeedMapping mapping;
  private final Workshop workshop;
  private final Watch watch;
  private final boolean dryRun;
  private final FeedNumber number;
  private final LogEntry.Origin origin;
  private final SubjectId quarantine;
  private final Tally tally = new Tally();
  private final List<String> files = new ArrayList<>();
  private final @Nullable SeenItems seen;
  private final SeenItems inThisRun = new SeenItems();
  private @Nullable ImportRun lastRun;

  FeedRun(FeedPlan plan, Workshop workshop, Watch watch, boolean dryRun) {
    this.plan = plan;
    this.mapping = plan.mapping();
    this.workshop = workshop;
    this.watch = watch;
    this.dryRun = dryRun;
    this.number =
        dryRun
            ? workshop.feeds().known(mapping.source(), mapping.scope()).orElse(new FeedNumber(0, 0))
            : workshop.feeds().feed(mapping.source(), mapping.scope(), mapping.country());
    this.origin = LogEntry.Origin.of(number.source(), number.feed(), mapping);
    this.quarantine =
        workshop.tokens().subject(mapping.source().code(), "quarantine", mapping.scope());
    this.seen = mapping.rows() == RowKind.SNAPSHOT ? new SeenItems() : null;
  }

  FeedReport run() {
    if (seen != null && !dryRun) {
      workshop.items().alone(number.feed(), this::importAll);
    } else {
      importAll();
    }
    if (!dryRun && tally.accepted >= WORTH_ANALYZING) {
      workshop.feeds().analyze();
    }
    return tally.report(plan, files);
  }

  private void importAll() {
    Map<TabularSource, UUID> fingerprints = new HashMap<>();
    Map<TabularSource, Earlier> earlier = new HashMap<>();
    for (TabularSource source : dryRun ? List.<TabularSource>of() : plan.sources()) {
      UUID fingerprint = Fingerprint.of(source);
      if (fingerprint != null) {
        fingerprints.put(source, fingerprint);
        earlier(fingerprint).ifPresent(found -> earlier.put(source, found));
      }
    }
    boolean all = earlier.size() == plan.sources().size();
    Lookups lookups = all ? null : Lookups.load(mapping);
    if (lookups != null) {
      lookups.notes().forEach(tally::note);
    }
    for (TabularSource source : plan.sources()) {
      files.add(source.name());
      watch.file(mapping.name(), source);
      Earlier done = earlier.get(source);
      if (done != null) {
        skip(source, done);
      } else if (lookups != null) {
        importFile(source, lookups, fingerprints.get(source));
      }
    }
    if (seen != null && lookups != null) {
      markMissing();
    }
  }

  /** A snapshot is always read: another one may have come since. */
  private Optional<Earlier> earlier(UUID fingerprint) {
    return seen != null
        ? Optional.empty()
        : workshop.feeds().imported(number.feed(), fingerprint, mapping.hash());
  }

  /** The same bytes under the same mapping cannot bring anything new. */
  private void skip(TabularSource source, Earlier earlier) {
    tally.rows += earlier.rows();
    tally.duplicates += earlier.rows() - earlier.quarantined();
    for (long n = 0; n < earlier.quarantined(); n++) {
      tally.quarantined("as at the import before");
    }
    tally.note(source.name() + " was imported to its end before: nothing to do");
    watch.skipped(source, earlier.rows());
  }

  private void importFile(TabularSource source, Lookups lookups, @Nullable UUID fingerprint) {
    long rowsBefore = tally.rows;
    long knownBefore = tally.duplicates;
    try (RowReader reader = source.open(mapping.format())) {
      checkStream(source, reader);
      ImportRun run = dryRun ? null : begin(source, fingerprint, reader);
      lastRun = run;
      BoundFeed bound = BoundFeed.of(mapping, lookups, reader.columns());
      ChunkPreparer preparer =
          new ChunkPreparer(
              bound.interpreter(origin, workshop.tokens(), workshop.normalizer()),
              bound.screens(),
              workshop.feeds(),
              workshop.appender(),
              new ChunkPreparer.Place(
                  number.feed(),
                  quarantine,
                  source.name(),
                  mapping.lastRowCounts(),
                  dryRun,
                  workshop.clock().instant()));
      FilePipeline pipeline =
          new FilePipeline(
              bound.identities(workshop.tokens()),
              preparer,
              seen,
              mapping.rows(),
              prepared -> take(prepared, run));
      runNoted(run, () -> pipeline.run(reader, rows -> watch.read(rows, reader.bytesRead())));
      if (pipeline.leftOut() > 0) {
        tally.note(
            "%,d rows of %s are not of this feed ('only')"
                .formatted(pipeline.leftOut(), source.name()));
      }
      watch.finished(source, reader.bytesRead());
      if (run != null) {
        workshop.feeds().complete(run, tally.rows - rowsBefore, tally.duplicates - knownBefore);
      }
    } catch (TabularException e) {
      throw new IntakeException(
          e.getMessage() + ". What stood before it was imported; mend the file and run it again.",
          e);
    }
  }

  private ImportRun begin(TabularSource source, @Nullable UUID fingerprint, RowReader reader) {
    return workshop
        .feeds()
        .begin(number.feed(), Feeds.Input.file(source.name(), fingerprint, reader), mapping);
  }

  /** What stops a run is written down with it: whoever looks at the feeds should see it. */
  private void runNoted(@Nullable ImportRun run, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      if (run != null) {
        boolean told = e instanceof IntakeException || e instanceof TabularException;
        workshop
            .feeds()
            .failed(run, told ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName());
      }
      throw e;
    }
  }

  private void checkStream(TabularSource source, RowReader reader) {
    if (source.name().equals("standard input")
        && reader.options().format() != TabularFormat.JSON_LINES) {
      ColumnCheck check = new ColumnCheck(mapping);
      check.compare(source.name(), reader.columns(), false);
      if (!check.mistakes().isEmpty()) {
        throw new MappingRefused(check.mistakes());
      }
    }
  }

  private void take(Prepared prepared, @Nullable ImportRun run) {
    SealedBatch batch = prepared.batch();
    tally.rows += prepared.entries().size() + prepared.reasons().size() + prepared.known();
    tally.duplicates += prepared.known();
    tally.elsewhere += prepared.elsewhere();
    prepared.reasons().forEach(tally::quarantined);
    if (batch != null) {
      Appended appended = workshop.appender().append(batch, run);
      tally.accepted += appended.accepted();
      tally.replaced += appended.replaced();
      tally.duplicates += appended.duplicates();
      for (int i = 0; i < appended.size(); i++) {
        if (appended.id(i) > 0) {
          prepared.masked().get(i).forEach(tally::screened);
        }
      }
    } else {
      takeDry(prepared);
    }
    watch.durable(tally.rows);
  }

  private void takeDry(Prepared prepared) {
    List<LogEntry> entries = prepared.entries();
    Map<UUID, UUID> standing = Map.of();
    if (mapping.rows() != RowKind.EVENTS) {
      List<UUID> items = new ArrayList<>();
      entries.forEach(entry -> {
        if (entry.item() != null) {
          items.add(entry.item().id());
        }
      });
      standing = items.isEmpty() ? Map.of() : workshop.items().contents(items);
    }
    for (int i = 0; i < entries.size(); i++) {
      LogEntry.Item item = entries.get(i).item();
      UUID content = item == null ? null : standing.get(item.id());
      UUID message = entries.get(i).message();
      UUID row = message == null && item != null ? item.content() : message;
      boolean stands = message == null && item != null && item.content().equals(content);
      if (stands || (row != null && !inThisRun.add(row))) {
        tally.duplicates++;
        continue;
      }
      tally.accepted++;
      tally.replaced += content == null ? 0 : 1;
      prepared.masked().get(i).forEach(tally::screened);
    }
  }

  private void markMissing() {
    SeenItems items = seen;
    if (items == null || number.feed() == 0) {
      return;
    }
    if (tally.quarantinedRows() > 0) {
      tally.note(
          "some rows could not be read, so nothing was marked as gone: they may be the missing"
              + " ones");
      return;
    }
    Instant now = workshop.clock().instant();
    workshop
        .items()
        .missing(
            origin,
            items::contains,
            now,
            gone -> {
              tally.gone +=
                  dryRun
                      ? gone.size()
                      : workshop
                          .appender()
                          .append(workshop.appender().seal(gone, List.of()), lastRun)
                          .accepted();
            });
  }
}
