package io.cornerstore.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.jspecify.annotations.Nullable;

/** The pages of one row group, read one after the other per column as they are asked for. */
final class ParquetPages implements PageReadStore {
  private static final int MAX_PAGE_BYTES = 256 << 20;
  private static final int RATIO_GRACE_BYTES = 4 << 20;
  private static final ParquetMetadataConverter CONVERTER = new ParquetMetadataConverter();

  private final ParquetFile file;
  private final BlockMetaData group;
  private final TabularLimits limits;
  private final Map<ColumnPath, ColumnChunkMetaData> chunks = new HashMap<>();

  ParquetPages(ParquetFile file, BlockMetaData group, TabularLimits limits) {
    this.file = file;
    this.group = group;
    this.limits = limits;
    group.getColumns().forEach(chunk -> chunks.put(chunk.getPath(), chunk));
  }

  @Override
  public long getRowCount() {
    return group.getRowCount();
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    ColumnChunkMetaData chunk = chunks.get(ColumnPath.get(column.getPath()));
    try {
      if (chunk == null) {
        throw new DamagedInput("has a row group without one of the columns");
      }
      return new ColumnPages(chunk, column);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class ColumnPages implements PageReader {
    private final ColumnChunkMetaData chunk;
    private final InputStream stream;
    private final Statistics<?> noStatistics;
    private @Nullable DictionaryPage dictionary;
    private @Nullable DataPage first;
    private long valuesLeft;

    ColumnPages(ColumnChunkMetaData chunk, ColumnDescriptor column) throws IOException {
      this.chunk = chunk;
      this.stream = file.stream(chunk.getStartingPos(), chunk.getTotalSize());
      this.noStatistics = Statistics.createStats(column.getPrimitiveType());
      this.valuesLeft = chunk.getValueCount();
      this.first = next();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
      return dictionary;
    }

    @Override
    public long getTotalValueCount() {
      return chunk.getValueCount();
    }

    @Override
    public @Nullable DataPage readPage() {
      try {
        DataPage page = first == null ? next() : first;
        first = null;
        return page;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private @Nullable DataPage next() throws IOException {
      while (valuesLeft > 0) {
        PageHeader header = Util.readPageHeader(stream);
        byte[] body = body(header);
        PageType type = header.getType();
        if (type == PageType.DATA_PAGE) {
          return counted(dataPage(header, body));
        }
        if (type == PageType.DATA_PAGE_V2) {
          return counted(dataPageV2(header, body));
        }
        if (type == PageType.DICTIONARY_PAGE && dictionary == null) {
          dictionary = dictionaryPage(header, body);
        }
      }
      return null;
    }

    private static <T> T present(@Nullable T header) throws DamagedInput {
      if (header == null) {
        throw new DamagedInput("has a page without a header of its kind");
      }
      return header;
    }

    private byte[] body(PageHeader header) throws IOException {
      int stored = header.getCompressed_page_size();
      int length = header.getUncompressed_page_size();
      if (stored < 0 || length < 0 || stored > MAX_PAGE_BYTES || length > MAX_PAGE_BYTES) {
        throw new DamagedInput("has a page of more than " + MAX_PAGE_BYTES + " bytes");
      }
      if (length > RATIO_GRACE_BYTES && length / limits.inflationRatio() > stored) {
        throw new DamagedInput(
            "has a page of more than " + limits.inflationRatio() + " times its compressed size");
      }
      byte[] body = stream.readNBytes(stored);
      if (body.length < stored) {
        throw new DamagedInput("ends in the middle of a page");
      }
      CRC32 checksum = new CRC32();
      checksum.update(body);
      if (header.isSetCrc() && header.getCrc() != (int) checksum.getValue()) {
        throw new DamagedInput("has a page that does not match its checksum");
      }
      return body;
    }

    private byte[] inflate(byte[] compressed, int length) throws IOException {
      byte[] page = ParquetCodec.decompress(chunk.getCodec(), compressed, length, limits);
      if (page.length != length) {
        throw new DamagedInput("has a page of another length than it says");
      }
      return page;
    }

    private DataPage counted(DataPage page) throws DamagedInput {
      valuesLeft -= page.getValueCount();
      if (page.getValueCount() <= 0 || valuesLeft < 0) {
        throw new DamagedInput("has a page with another number of values than it says");
      }
      return page;
    }

    private DictionaryPage dictionaryPage(PageHeader header, byte[] body) throws IOException {
      var about = present(header.getDictionary_page_header());
      byte[] page = inflate(body, header.getUncompressed_page_size());
      if (about.getNum_values() < 0 || about.getNum_values() > Math.max(1, 8L * page.length)) {
        throw new DamagedInput("has a dictionary with another number of values than it says");
      }
      return new DictionaryPage(
          BytesInput.from(page),
          page.length,
          about.getNum_values(),
          CONVERTER.getEncoding(about.getEncoding()));
    }

    private DataPage dataPage(PageHeader header, byte[] body) throws IOException {
      DataPageHeader about = present(header.getData_page_header());
      byte[] page = inflate(body, header.getUncompressed_page_size());
      return new DataPageV1(
          BytesInput.from(page),
          about.getNum_values(),
          page.length,
          noStatistics,
          CONVERTER.getEncoding(about.getRepetition_level_encoding()),
          CONVERTER.getEncoding(about.getDefinition_level_encoding()),
          CONVERTER.getEncoding(about.getEncoding()));
    }

    /** In pages of the second version the levels stand before the data, never compressed. */
    private DataPage dataPageV2(PageHeader header, byte[] body) throws IOException {
      DataPageHeaderV2 about = present(header.getData_page_header_v2());
      int repetition = about.getRepetition_levels_byte_length();
      int definition = about.getDefinition_levels_byte_length();
      int levels = repetition + definition;
      if (repetition < 0 || definition < 0 || levels < 0 || levels > body.length) {
        throw new DamagedInput("has a page whose levels are longer than itself");
      }
      byte[] stored = Arrays.copyOfRange(body, levels, body.length);
      int length = header.getUncompressed_page_size() - levels;
      boolean compressed = !about.isSetIs_compressed() || about.isIs_compressed();
      byte[] data = compressed && stored.length > 0 ? inflate(stored, length) : stored;
      Encoding encoding = CONVERTER.getEncoding(about.getEncoding());
      return DataPageV2.uncompressed(
          about.getNum_rows(),
          about.getNum_nulls(),
          about.getNum_values(),
          BytesInput.from(Arrays.copyOf(body, repetition)),
          BytesInput.from(Arrays.copyOfRange(body, repetition, levels)),
          encoding,
          BytesInput.from(data),
          noStatistics);
    }
  }
}
