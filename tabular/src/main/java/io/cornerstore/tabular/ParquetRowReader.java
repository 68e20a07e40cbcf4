package io.cornerstore.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads Parquet, page by page: memory holds one page and one dictionary a column. */
final class ParquetRowReader implements RowReader {
  /** Below that many rows a file may be as small as it likes. */
  private static final long ROWS_GRACE = 64L << 20;

  private final String name;
  private final TabularOptions options;
  private final ParquetFile file;
  private final ParquetAssembly assembly;
  private final MessageColumnIO columnIo;
  private @Nullable RecordReader<RowResult> group;
  private long leftInGroup;
  private int groups;

  ParquetRowReader(Path path, TabularOptions options) throws IOException {
    this.name = path.toString();
    this.options = options.withFormat(TabularFormat.PARQUET);
    this.file = new ParquetFile(path);
    boolean opened = false;
    try {
      int columns = file.schema().getColumns().size();
      if (columns == 0 || columns > options.limits().columns()) {
        throw new DamagedInput(
            "has " + columns + " columns, not 1 to " + options.limits().columns());
      }
      long rows = file.rowGroups().stream().mapToLong(BlockMetaData::getRowCount).sum();
      if (rows > ROWS_GRACE && rows / options.limits().inflationRatio() > file.size()) {
        throw new DamagedInput("claims " + rows + " rows, too many for its size");
      }
      this.assembly = new ParquetAssembly(file.schema(), options.limits());
      this.columnIo = new ColumnIOFactory(file.createdBy()).getColumnIO(file.schema());
      opened = true;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  @Override
  public List<String> columns() {
    return assembly.columns().names();
  }

  @Override
  public TabularOptions options() {
    return options;
  }

  @Override
  public @Nullable RowResult next() {
    try {
      while (leftInGroup == 0) {
        if (groups == file.rowGroups().size()) {
          return null;
        }
        openGroup(file.rowGroups().get(groups++));
      }
      leftInGroup--;
      return group == null ? null : group.read();
    } catch (UncheckedIOException e) {
      throw Failures.reading(name, assembly.rows() + 1, Objects.requireNonNull(e.getCause()));
    } catch (RuntimeException e) {
      // decoders of damaged pages throw whatever they run into
      DamagedInput damaged = cause(e);
      throw Failures.reading(name, assembly.rows() + 1, damaged);
    }
  }

  private static DamagedInput cause(RuntimeException thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof DamagedInput damaged) {
        return damaged;
      }
    }
    return ParquetFile.damaged("the Parquet data are damaged", thrown);
  }

  private void openGroup(BlockMetaData next) {
    leftInGroup = next.getRowCount();
    if (leftInGroup > 0) {
      group = columnIo.getRecordReader(new ParquetPages(file, next, options.limits()), assembly);
    }
  }

  @Override
  public long bytesRead() {
    return file.bytesRead();
  }

  @Override
  public void close() {
    Failures.close(name, file);
  }
}
