package io.cornerstore.intake.feed;

import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.Product;
import io.cornerstore.intake.Store;
import io.cornerstore.intake.log.BadRowEntry;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.Feeds.FeedNumber;
import io.cornerstore.intake.log.ImportRun;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.ReferenceKind;
import io.cornerstore.intake.mapping.FeedMapping.ReferenceMapping;
import io.cornerstore.intake.rows.BoundFeed;
import io.cornerstore.intake.rows.Lookups;
import io.cornerstore.intake.rows.ReferenceRows;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.tabular.TabularSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports products or stores: what is new or changed is written, nothing is ever removed. */
final class ReferenceRun {

  private static final int BATCH = 1000;

  private final FeedPlan plan;
  private final FeedMapping mapping;
  private final ReferenceKind kind;
  private final Workshop workshop;
  private final Watch watch;
  private final boolean dryRun;
  private final FeedNumber number;
  private final SubjectId quarantine;
  private final Tally tally = new Tally();
  private final List<String> files = new ArrayList<>();
  private List<Product> products = new ArrayList<>();
  private List<Store> stores = new ArrayList<>();
  private List<BadRowEntry> bad = new ArrayList<>();
  private @Nullable ImportRun run;
  private final Map<String, Product> plannedProducts = new HashMap<>();
  private final Map<String, Store> plannedStores = new HashMap<>();

  ReferenceRun(
      FeedPlan plan, ReferenceMapping reference, Workshop workshop, Watch watch, boolean dryRun) {
    this.plan = plan;
    this.mapping = plan.mapping();
    this.kind = reference.kind();
    this.workshop = workshop;
    this.watch = watch;
    this.dryRun = dryRun;
    this.number =
        dryRun
            ? new FeedNumber(0, 0)
            : workshop.feeds().feed(mapping.source(), mapping.scope(), mapping.country());
    this.quarantine =
        workshop.tokens().subject(mapping.source().code(), "quarantine", mapping.scope());
  }

  FeedReport run() {
    Lookups lookups = Lookups.load(mapping);
    lookups.notes().forEach(tally::note);
    for (TabularSource source : plan.sources()) {
      files.add(source.name());
      watch.file(mapping.name(), source);
      long rowsBefore = tally.rows;
      long acceptedBefore = tally.accepted;
      try (RowReader reader = source.open(mapping.format())) {
        run =
            dryRun
                ? null
                : workshop
                    .feeds()
                    .begin(number.feed(), Feeds.Input.file(source.name(), null, reader), mapping);
        ReferenceRows rows = BoundFeed.of(mapping, lookups, reader.columns()).referenceRows();
        for (RowResult next = reader.next(); next != null; next = reader.next()) {
          take(source, rows, next);
        }
        write();
        watch.finished(source, reader.bytesRead());
        if (run != null) {
          workshop
              .feeds()
              .completeReference(run, tally.rows - rowsBefore, tally.accepted - acceptedBefore);
          workshop.catalogue().forgetOld(number.feed());
        }
      } catch (TabularException e) {
        throw new IntakeException(String.valueOf(e.getMessage()), e);
      }
    }
    return tally.report(plan, files);
  }

  private void take(TabularSource source, ReferenceRows rows, RowResult next) {
    tally.rows++;
    switch (next) {
      case BadRow row ->
          refuse(source, row.line(), null, row.reason(), row.raw(), RowContent.of(row.raw()));
      case Row row -> {
        ReferenceRows.Outcome outcome =
            kind == ReferenceKind.PRODUCTS ? rows.product(row) : rows.store(row);
        if (outcome.product() != null) {
          products.add(outcome.product());
        } else if (outcome.store() != null) {
          stores.add(outcome.store());
        } else {
          String reason = String.valueOf(outcome.problem());
          refuse(
              source, row.line(), outcome.column(), reason, row.asReceived(), RowContent.of(row));
        }
      }
    }
    if (products.size() + stores.size() + bad.size() >= BATCH) {
      write();
    }
  }

  private void refuse(
      TabularSource source,
      long line,
      @Nullable String column,
      String reason,
      String text,
      RowContent content) {
    tally.quarantined(reason);
    bad.add(
        new BadRowEntry(
            workshop.tokens().message(mapping.source().code(), "bad", mapping.scope() + text),
            quarantine,
            number.feed(),
            source.name(),
            line,
            column,
            reason,
            content,
            workshop.clock().instant()));
  }

  /** What writing would change; a row counts against the one before it, as in writing. */
  private int wouldChange() {
    int changed = 0;
    Map<String, Product> knownProducts =
        workshop.catalogue().products(products.stream().map(Product::sku).toList());
    for (Product product : products) {
      plannedProducts.computeIfAbsent(product.sku(), knownProducts::get);
      changed += product.equals(plannedProducts.put(product.sku(), product)) ? 0 : 1;
    }
    Map<String, Store> knownStores =
        workshop.catalogue().stores(stores.stream().map(Store::id).toList());
    for (Store store : stores) {
      plannedStores.computeIfAbsent(store.id(), knownStores::get);
      changed += store.equals(plannedStores.put(store.id(), store)) ? 0 : 1;
    }
    return changed;
  }

  private void write() {
    int rows = products.size() + stores.size();
    int changed;
    ImportRun current = run;
    if (current == null) {
      changed = wouldChange();
    } else {
      changed =
          (products.isEmpty() ? 0 : workshop.catalogue().writeProducts(products, current))
              + (stores.isEmpty() ? 0 : workshop.catalogue().writeStores(stores, current));
      if (!bad.isEmpty()) {
        workshop.appender().append(workshop.appender().seal(List.of(), bad), current);
      }
    }
    tally.accepted += changed;
    tally.duplicates += rows - changed;
    watch.read(rows + bad.size(), 0);
    watch.durable(tally.rows);
    products = new ArrayList<>();
    stores = new ArrayList<>();
    bad = new ArrayList<>();
  }
}
