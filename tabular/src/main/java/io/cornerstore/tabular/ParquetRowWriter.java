package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Writes Apache Parquet: flat columns that may be null, plain encoding, Snappy. Memory holds one
 * row group of some 16 MB. Not safe for use by several threads.
 */
public final class ParquetRowWriter implements RowWriter {
  /*
   * Only the structures of the format come from parquet-java: its own writer cannot be loaded
   * without Hadoop. https://parquet.apache.org/docs/file-format/
   */
  private static final int GROUP_BYTES = 16 << 20;
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

  /** What the values of a column are. */
  public enum Type {
    /** Text in UTF-8. */
    TEXT,
    /** Whole numbers of 64 bits. */
    WHOLE,
    /** Floating point numbers of 64 bits. */
    NUMBER
  }

  /**
   * A column.
   *
   * @param name unique in the file
   * @param type of its values
   */
  public record Column(String name, Type type) {
    /** Of texts. */
    public static Column text(String name) {
      return new Column(name, Type.TEXT);
    }

    /** Of whole numbers. */
    public static Column whole(String name) {
      return new Column(name, Type.WHOLE);
    }

    /** Of floating point numbers. */
    public static Column number(String name) {
      return new Column(name, Type.NUMBER);
    }
  }

  private final CountingOutput out;
  private final List<Column> columns;
  private final List<ParquetChunk> chunks = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private long rows;
  private long groupRows;

  /** Writes to a stream, which is closed with the writer. */
  public ParquetRowWriter(OutputStream out, List<Column> columns) {
    this.out = new CountingOutput(out);
    this.columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("There are no columns");
    }
    columns.forEach(column -> chunks.add(new ParquetChunk(column)));
    try {
      this.out.write(MAGIC);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Writes one row.
   *
   * @throws IllegalArgumentException if it has not as many values as there are columns, or one is
   *     not of its column's type
   */
  @Override
  public void write(List<? extends @Nullable String> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + columns.size() + " columns");
    }
    int bytes = 0;
    for (int i = 0; i < chunks.size(); i++) {
      chunks.get(i).add(values.get(i));
      bytes += chunks.get(i).bytes();
    }
    groupRows++;
    if (bytes >= GROUP_BYTES) {
      endGroup();
    }
  }

  private void endGroup() {
    if (groupRows == 0) {
      return;
    }
    try {
      List<ColumnChunk> ended = new ArrayList<>();
      long plainBytes = 0;
      for (ParquetChunk chunk : chunks) {
        ColumnMetaData about = chunk.end(out);
        plainBytes += about.getTotal_uncompressed_size();
        ended.add(new ColumnChunk(about.getData_page_offset()).setMeta_data(about));
      }
      groups.add(new RowGroup(ended, plainBytes, groupRows));
    } catch (IOException e) {
      throw failure(e);
    }
    rows += groupRows;
    groupRows = 0;
  }

  @Override
  public void close() {
    try (out) {
      endGroup();
      FileMetaData about = new FileMetaData(1, schema(), rows, groups);
      about.setCreated_by("cornerstore");
      long start = out.written();
      Util.writeFileMetaData(about, out);
      int length = (int) (out.written() - start);
      out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
      out.write(MAGIC);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private List<SchemaElement> schema() {
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("schema");
    root.setNum_children(columns.size());
    schema.add(root);
    for (int i = 0; i < columns.size(); i++) {
      SchemaElement element = new SchemaElement(columns.get(i).name());
      element.setRepetition_type(FieldRepetitionType.OPTIONAL);
      element.setType(chunks.get(i).type());
      if (columns.get(i).type() == Type.TEXT) {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      schema.add(element);
    }
    return schema;
  }

  private static TabularException failure(IOException cause) {
    return new TabularException("output", 0, "cannot be written", cause);
  }
}
