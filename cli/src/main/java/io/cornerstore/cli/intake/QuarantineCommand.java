package io.cornerstore.cli.intake;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantineDesk;
import io.cornerstore.intake.QuarantineDesk.Correction;
import io.cornerstore.intake.QuarantineDesk.ReplayReport;
import io.cornerstore.intake.QuarantineDesk.Selection;
import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rows that could not be read. */
@Command(
    name = "quarantine",
    description = "Rows that could not be read: look at them, correct them, take or discard them.",
    mixinStandardHelpOptions = true)
public final class QuarantineCommand {

  @Spec private CommandSpec spec;

  /** Which rows a command is about. */
  static final class Wanted {

    @Parameters(paramLabel = "ROW", arity = "0..*", description = "Numbers of rows.")
    private List<Long> rows = List.of();

    @Option(
        names = "--feed",
        paramLabel = "NUMBER",
        description = "All rows of this feed instead ('quarantine list' shows its number).")
    private @Nullable Integer feed;

    @Option(
        names = "--reason",
        paramLabel = "WORDS",
        description = "Of the feed, those with exactly this reason.")
    private @Nullable String reason;

    Selection selection() {
      if (feed != null && rows.isEmpty()) {
        return new Selection.Group(feed, reason);
      }
      if (rows.isEmpty() || feed != null || reason != null) {
        throw new UserMistake("name rows by their numbers, or a feed with --feed and --reason");
      }
      return new Selection.Rows(rows);
    }
  }

  @Command(
      name = "list",
      description = "Lists the groups that wait by feed and reason, then the newest rows.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--feed", paramLabel = "NUMBER", description = "Of this feed only.")
          @Nullable Integer feed,
      @Option(names = "--reason", paramLabel = "WORDS", description = "With this reason only.")
          @Nullable String reason,
      @Option(names = "--settled", description = "Those that are settled, with who and when.")
          boolean settled,
      @Option(names = "--limit", paramLabel = "ROWS", defaultValue = "50") int limit,
      @Mixin DataOptions data) {
    return data.with(
        Quarantine.class,
        spec,
        (quarantine, out) -> {
          if (!settled) {
            quarantine
                .groups()
                .forEach(group ->
                    out.println(
                        "%,8d  feed %d %s: %s"
                            .formatted(group.rows(), group.feed(), group.name(), group.reason())));
            out.printf("%n");
          }
          var page = quarantine.rows(new Quarantine.Filter(feed, reason, settled), null, limit);
          page.items().forEach(row -> out.println(line(row)));
        });
  }

  private static String line(QuarantinedRow row) {
    String place =
        "%8d  %s:%d%s: %s"
            .formatted(
                row.id(),
                row.file(),
                row.line(),
                row.column() == null ? "" : " (" + row.column() + ")",
                row.reason());
    QuarantinedRow.Settled settled = row.settled();
    return settled == null
        ? place
        : "%s; %s by %s at %s%s"
            .formatted(
                place,
                settled.outcome(),
                settled.by(),
                settled.at(),
                settled.record() > 0 ? " as entry " + settled.record() : "");
  }

  @Command(
      name = "show",
      description = "Shows what a row says. The reading is recorded.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ROW", description = "Number of the row.") long row,
      @Mixin DataOptions data) {
    return data.with(
        QuarantineDesk.class,
        spec,
        (desk, out) -> {
          QuarantinedContent content =
              desk.show(OPERATOR, row)
                  .orElseThrow(() ->
                      new UserMistake(
                          "no content is kept of row " + row + ". Maybe it is settled?"));
          out.println(line(content.row()));
          String text = content.text();
          if (text != null) {
            out.println(text);
          }
          content
              .fields()
              .forEach(field ->
                  out.println(
                      (field.blamed() ? "! " : "  ") + field.column() + ": " + field.value()));
        });
  }

  @Command(
      name = "replay",
      description = {
        "Reads rows again and takes those that can be read now.",
        "A single row may be corrected with --set COLUMN=VALUE or --text; many by a mended mapping."
      },
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin Wanted wanted,
      @Option(
              names = "--mapping",
              paramLabel = "FILE",
              description = "The mended mapping (default: the one last used).")
          @Nullable Path mapping,
      @Option(
              names = "--set",
              paramLabel = "COLUMN=VALUE",
              description = "The right value of a column.")
          @Nullable Map<String, String> values,
      @Option(names = "--text", paramLabel = "ROW", description = "The whole row anew.")
          @Nullable String text,
      @Option(names = "--dry-run", description = "Only say how many would be taken.")
          boolean dryRun,
      @Mixin DataOptions data)
      throws IOException {
    String body = mapping == null ? null : Files.readString(mapping);
    Correction correction =
        new Correction(body, mapping, Objects.requireNonNullElse(values, Map.of()), text);
    return data.with(
        spec,
        (application, out) -> {
          QuarantineDesk desk = application.getBean(QuarantineDesk.class);
          ReplayReport report =
              dryRun
                  ? desk.preview(OPERATOR, wanted.selection(), correction)
                  : desk.replay(OPERATOR, wanted.selection(), correction);
          print(report, out);
          if (report.taken() > 0 && !dryRun) {
            new Work(application).resolve();
          }
        });
  }

  private static void print(ReplayReport report, PrintWriter out) {
    if (report.dryRun()) {
      out.println("Dry run: nothing was changed.");
    }
    out.println("%,10d rows looked at".formatted(report.rows()));
    out.println("%,10d taken".formatted(report.taken()));
    out.println("%,10d known already, settled".formatted(report.known()));
    new TreeMap<>(report.refused())
        .forEach((reason, count) -> out.println("%,10d stay: %s".formatted(count, reason)));
  }

  @Command(
      name = "discard",
      description = "Settles rows without taking them. Their content is removed for good.",
      mixinStandardHelpOptions = true)
  int discard(
      @Mixin Wanted wanted,
      @Option(names = "--because", paramLabel = "WORDS", required = true, description = "Why.")
          String because,
      @Mixin DataOptions data) {
    return data.with(
        QuarantineDesk.class,
        spec,
        (desk, out) ->
            out.println(
                "%,d rows discarded"
                    .formatted(desk.discard(OPERATOR, wanted.selection(), because))));
  }
}
