package io.cornerstore.cli.link;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to judge and show what a linking came to. */
final class AssessOptions {
  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = {
        "What is known to be true: a file with an id and a cluster, or with two ids a line.",
        "Precision, recall and F1 of both answers are printed, and stand in the report."
      })
  private @Nullable Path truth;

  @Option(
      names = "--truth-column",
      paramLabel = "COLUMN",
      description = "The column of the true cluster, in the inputs or in FILE. Never evidence.")
  private String truthColumn = "";

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "ID",
      description =
          "Shows two records and why they are held to be the same or not; an id, or"
              + " FILE:ID with the file's name without ending.")
  private List<String> explain = List.of();

  @Option(
      names = "--no-examples",
      description = "Leaves values and identifiers of records out of the report.")
  private boolean noExamples;

  @Option(names = "--no-report", description = "Writes no report.html.")
  private boolean noReport;

  /** The file with the truth, or null. */
  @Nullable Path truth() {
    return truth;
  }

  /** The column with the truth, or empty. */
  String truthColumn() {
    return truthColumn;
  }

  /** Identifiers of pairs to explain, two and two. */
  List<String> explain() {
    return explain;
  }

  /** Whether the report may show values of records. */
  boolean showsExamples() {
    return !noExamples;
  }

  /** Whether there is to be a report. */
  boolean reports() {
    return !noReport;
  }
}
