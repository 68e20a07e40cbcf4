package io.cornerstore.tabular;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.NullMarked;

/** Writes Parquet by parquet-java's example writer, without Hadoop on the class path. */
@NullMarked
record ParquetWriting(
    MessageType schema, CompressionCodecName codec, WriterVersion version, long groupBytes) {

  static ParquetWriting plain(MessageType schema) {
    return new ParquetWriting(
        schema, CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, 1 << 20);
  }

  void write(Path file, List<Group> rows) throws IOException {
    try (ParquetWriter<Group> writer =
        builder(file)
            .withType(schema)
            .withCodecFactory(new Codecs())
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .withRowGroupSize(groupBytes)
            .withPageSize(1 << 14)
            .withMinRowCountForPageSizeCheck(10)
            .build()) {
      for (Group row : rows) {
        writer.write(row);
      }
    }
  }

  /** The methods have siblings with Hadoop types, which the compiler would want to look at. */
  private static ExampleParquetWriter.Builder builder(Path file) {
    var lookup = MethodHandles.publicLookup();
    try {
      var open =
          lookup.findStatic(
              ExampleParquetWriter.class,
              "builder",
              MethodType.methodType(ExampleParquetWriter.Builder.class, OutputFile.class));
      var configure =
          lookup.findVirtual(
              ExampleParquetWriter.Builder.class,
              "withConf",
              MethodType.methodType(ParquetWriter.Builder.class, ParquetConfiguration.class));
      Object builder = open.invoke(new LocalOutputFile(file));
      return (ExampleParquetWriter.Builder)
          configure.invoke(builder, new PlainParquetConfiguration());
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static final class Codecs implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
          byte[] plain = bytes.toInputStream().readAllBytes();
          return BytesInput.from(
              switch (name) {
                case UNCOMPRESSED -> plain;
                case GZIP -> Reading.gzip(plain);
                case SNAPPY -> compress(new SnappyCompressor(), plain);
                case ZSTD -> compress(new ZstdCompressor(), plain);
                case LZ4_RAW, LZ4, LZO, BROTLI -> compress(new Lz4Compressor(), plain);
              });
        }

        private byte[] compress(Compressor compressor, byte[] plain) {
          byte[] target = new byte[compressor.maxCompressedLength(plain.length)];
          int length = compressor.compress(plain, 0, plain.length, target, 0, target.length);
          return Arrays.copyOf(target, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
          return name;
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
      throw new UnsupportedOperationException("written only");
    }

    @Override
    public void release() {}
  }
}
