package io.cornerstore.tabular;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Decompresses the pages of Parquet files. */
final class ParquetCodec {
  private ParquetCodec() {}

  /** The page of that exact length; the limits have been checked against it before. */
  static byte[] decompress(
      CompressionCodecName codec, byte[] compressed, int length, TabularLimits limits)
      throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> compressed;
      case GZIP -> new GzipInput(new ByteArrayInputStream(compressed), limits).readNBytes(length);
      case SNAPPY -> decompress(new SnappyDecompressor(), compressed, length);
      case ZSTD -> decompress(new ZstdDecompressor(), compressed, length);
      case LZ4_RAW -> decompress(new Lz4Decompressor(), compressed, length);
      case BROTLI, LZ4, LZO ->
          throw new DamagedInput(
              "is compressed by " + codec + "; maybe write it with ZSTD, SNAPPY, GZIP or LZ4_RAW");
    };
  }

  private static byte[] decompress(Decompressor codec, byte[] compressed, int length) {
    byte[] page = new byte[length];
    int count = codec.decompress(compressed, 0, compressed.length, page, 0, length);
    // what is shorter than promised is found by the caller
    return count == length ? page : new byte[0];
  }
}
