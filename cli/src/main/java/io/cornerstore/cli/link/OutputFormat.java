package io.cornerstore.cli.link;

import io.cornerstore.tabular.CsvRowWriter;
import io.cornerstore.tabular.ParquetRowWriter;
import io.cornerstore.tabular.ParquetRowWriter.Column;
import io.cornerstore.tabular.RowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How tables are written. */
enum OutputFormat {
  /** UTF-8, comma, header. */
  CSV,
  /** Apache Parquet, with types. */
  PARQUET;

  private static final int BUFFER = 1 << 16;

  /** A table of this name, with the ending of the format. */
  RowWriter open(Path folder, String name, List<Column> columns) throws IOException {
    OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + "." + this)), BUFFER);
    return switch (this) {
      case CSV ->
          new CsvRowWriter(
              file, columns.stream().map(Column::name).toList(), CsvRowWriter.Options.DEFAULT);
      case PARQUET -> new ParquetRowWriter(file, columns);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
