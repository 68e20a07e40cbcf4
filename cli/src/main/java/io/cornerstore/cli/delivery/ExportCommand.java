package io.cornerstore.cli.delivery;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.delivery.Exports;
import io.cornerstore.delivery.Exports.Asked;
import io.cornerstore.delivery.Exports.ChangedCustomer;
import io.cornerstore.delivery.Exports.Chunk;
import io.cornerstore.delivery.Exports.GoldenRow;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.tabular.CsvRowWriter;
import io.cornerstore.tabular.JsonLinesRowWriter;
import io.cornerstore.tabular.ParquetRowWriter;
import io.cornerstore.tabular.RowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Customers, written to a file. */
@Command(
    name = "export",
    description = {
      "Writes customers to a file: CSV, JSON Lines (.jsonl) or Parquet, as its name ends.",
      "Each page is recorded with the purpose, and with the customers it holds."
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand {

  private static final int PAGE = 500;

  @Spec private CommandSpec spec;

  /** What all exports are told. */
  static final class Target {

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to.")
    private Path out = Path.of("");

    @Option(
        names = "--purpose",
        paramLabel = "PURPOSE",
        required = true,
        description = "Why: service, analysis, privacy … It decides which fields are open.")
    private String purpose = "";

    @Option(
        names = "--spreadsheet",
        description = "In CSV, put an apostrophe before what a spreadsheet takes for a formula.")
    private boolean spreadsheet;

    @Mixin private DataOptions data = new DataOptions();
  }

  @Command(
      name = "golden",
      description = "The golden record of each customer.",
      mixinStandardHelpOptions = true)
  int golden(@Mixin Target target) throws IOException {
    List<String> columns =
        Stream.concat(
                Stream.of("customer", "kind", "version", "since"),
                Arrays.stream(PersonalField.values()).map(PersonalField::token))
            .toList();
    return write(target, columns, null, exports -> exports::golden, ExportCommand::golden);
  }

  private static List<@Nullable String> golden(GoldenRow row) {
    List<@Nullable String> values = new ArrayList<>();
    values.add(row.customer().toString());
    values.add(row.kind());
    values.add(String.valueOf(row.version()));
    values.add(row.since().toString());
    for (PersonalField field : PersonalField.values()) {
      values.add(row.fields().get(field));
    }
    return values;
  }

  @Command(
      name = "xref",
      description = "Which id of which source is which customer.",
      mixinStandardHelpOptions = true)
  int crossReference(@Mixin Target target) throws IOException {
    return write(
        target,
        List.of("source", "key", "subject", "customer"),
        null,
        exports -> exports::crossReference,
        row ->
            Arrays.asList(
                row.source(), row.key(), row.subject().toString(), row.customer().toString()));
  }

  @Command(
      name = "changes",
      description = "Customers formed, changed, merged or ended since a point; ids only.",
      mixinStandardHelpOptions = true)
  int changes(
      @Mixin Target target,
      @Option(
              names = "--since",
              paramLabel = "CURSOR",
              description = "The cursor that the last export ended with (default: the beginning).")
          @Nullable String since)
      throws IOException {
    return write(
        target,
        List.of("customer", "version", "status", "merged_into"),
        since,
        exports -> exports::changes,
        ExportCommand::change);
  }

  private static List<@Nullable String> change(ChangedCustomer row) {
    CustomerId into = row.mergedInto();
    return Arrays.asList(
        row.customer().toString(),
        String.valueOf(row.version()),
        row.status(),
        into == null ? null : into.toString());
  }

  private <T> int write(
      Target target,
      List<String> columns,
      @Nullable String since,
      Function<Exports, Function<Asked, Chunk<T>>> export,
      Function<T, List<@Nullable String>> row)
      throws IOException {
    AccessPurpose purpose = purpose(target.purpose);
    Actor actor = new Actor.Machine("command-line", Set.of(purpose));
    try (Installation installation = target.data.open()) {
      Exports exports = installation.command().getBean(Exports.class);
      Path part = target.out.resolveSibling(target.out.getFileName() + ".part");
      long rows = 0;
      String cursor = since;
      try (RowWriter out = open(target, part, columns)) {
        boolean more = true;
        while (more) {
          Chunk<T> chunk = export.apply(exports).apply(new Asked(actor, purpose, cursor, PAGE));
          chunk.rows().forEach(one -> out.write(row.apply(one)));
          rows += chunk.rows().size();
          cursor = chunk.cursor();
          more = chunk.more();
        }
      }
      Files.move(part, target.out, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine().getOut().println("%,d rows, cursor %s".formatted(rows, cursor));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private static AccessPurpose purpose(String code) {
    try {
      return new AccessPurpose(code);
    } catch (IllegalArgumentException e) {
      throw UserMistake.of(e);
    }
  }

  /** Readable for nobody else where the system knows such a thing. */
  private static RowWriter open(Target target, Path part, List<String> columns) throws IOException {
    String name = String.valueOf(target.out.getFileName()).toLowerCase(Locale.ROOT);
    Files.deleteIfExists(part);
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
    if (name.endsWith(".parquet")) {
      return new ParquetRowWriter(
          file, columns.stream().map(ParquetRowWriter.Column::text).toList());
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return new JsonLinesRowWriter(file, columns);
    }
    if (name.endsWith(".csv")) {
      return new CsvRowWriter(
          file, columns, new CsvRowWriter.Options(',', true, target.spreadsheet));
    }
    file.close();
    throw new UserMistake("--out ends with .csv, .jsonl or .parquet: that is its format");
  }
}
