package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.snappy.SnappyCompressor;
import io.cornerstore.tabular.ParquetRowWriter.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The values of one column in the row group under way, in pages compressed by Snappy. */
final class ParquetChunk {
  private static final int PAGE_BYTES = 1 << 20;
  private static final byte[] NOTHING = {};
  private final Column column;
  private final SnappyCompressor compressor = new SnappyCompressor();
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private long rows;
  private int pageRows;
  private int run;
  private boolean present;
  private long plainBytes;

  ParquetChunk(Column column) {
    this.column = column;
  }

  void add(@Nullable String value) {
    byte[] plain = value == null ? NOTHING : plain(value);
    if (run > 0 && present != (value != null)) {
      endRun();
    }
    present = value != null;
    run++;
    pageRows++;
    values.writeBytes(plain);
    if (values.size() >= PAGE_BYTES) {
      endPage();
    }
  }

  private byte[] plain(String value) {
    return switch (column.type()) {
      case TEXT -> {
        byte[] text = value.getBytes(UTF_8);
        yield buffer(4 + text.length).putInt(text.length).put(text).array();
      }
      case WHOLE -> buffer(8).putLong(Long.parseLong(value)).array();
      case NUMBER -> buffer(8).putDouble(Double.parseDouble(value)).array();
    };
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /* One run of the hybrid encoding of Parquet: its length twice, then the level. */
  private void endRun() {
    int header = run << 1;
    while (header >>> 7 != 0) {
      levels.write((header & 0x7f) | 0x80);
      header >>>= 7;
    }
    levels.write(header);
    levels.write(present ? 1 : 0);
    run = 0;
  }

  private void endPage() {
    if (pageRows == 0) {
      return;
    }
    endRun();
    byte[] plain =
        buffer(4 + levels.size() + values.size())
            .putInt(levels.size())
            .put(levels.toByteArray())
            .put(values.toByteArray())
            .array();
    byte[] target = new byte[compressor.maxCompressedLength(plain.length)];
    int length = compressor.compress(plain, 0, plain.length, target, 0, target.length);
    PageHeader header = new PageHeader(PageType.DATA_PAGE, plain.length, length);
    header.setData_page_header(
        new DataPageHeader(pageRows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    int before = pages.size();
    try {
      Util.writePageHeader(header, pages);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    plainBytes += pages.size() - before + plain.length;
    pages.write(target, 0, length);
    rows += pageRows;
    pageRows = 0;
    levels.reset();
    values.reset();
  }

  /** About how much memory is held. */
  int bytes() {
    return pages.size() + values.size() + levels.size();
  }

  /** Ends the chunk and says where it stands in the file; the next one begins empty. */
  ColumnMetaData end(CountingOutput out) throws IOException {
    endPage();
    long offset = out.written();
    pages.writeTo(out);
    ColumnMetaData about =
        new ColumnMetaData(
            type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.SNAPPY,
            rows,
            plainBytes,
            pages.size(),
            offset);
    pages.reset();
    rows = 0;
    plainBytes = 0;
    return about;
  }

  Type type() {
    return switch (column.type()) {
      case TEXT -> Type.BYTE_ARRAY;
      case WHOLE -> Type.INT64;
      case NUMBER -> Type.DOUBLE;
    };
  }
}
