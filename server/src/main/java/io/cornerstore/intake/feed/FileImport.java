package io.cornerstore.intake.feed;

import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportProgress;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.mapping.FeedMapping.ReferenceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The import of files: plan everything, refuse mistakes, then feed after feed. */
public final class FileImport implements FeedImport {

  private final Workshop workshop;
  private final SourceRecords records;

  /** With what it works with. */
  public FileImport(Workshop workshop, SourceRecords records) {
    this.workshop = workshop;
    this.records = records;
  }

  @Override
  public ImportReport run(ImportRequest request, Consumer<ImportProgress> progress) {
    Instant start = workshop.clock().instant();
    List<FeedPlan> plans = ImportPlanner.plan(request).feeds();
    Watch watch = new Watch(plans, progress);
    List<FeedReport> reports = new ArrayList<>();
    for (FeedPlan plan : plans) {
      ReferenceMapping reference = plan.mapping().reference();
      reports.add(
          reference == null
              ? new FeedRun(plan, workshop, watch, request.dryRun()).run()
              : new ReferenceRun(plan, reference, workshop, watch, request.dryRun()).run());
      watch.feedDone();
    }
    return new ImportReport(
        reports,
        request.dryRun(),
        Duration.between(start, workshop.clock().instant()),
        records.head());
  }
}
