package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file on disk: its footer, and its bytes by position. Takes the place of parquet-java's
 * own file access, which cannot be loaded without Hadoop.
 */
final class ParquetFile implements Closeable {
  private static final int TAIL_BYTES = 8;
  private static final int MAX_FOOTER_BYTES = 64 << 20;
  private static final int MAX_DEPTH = 64;

  private final FileChannel channel;
  private final ParquetMetadata metadata;
  private long bytesRead;

  ParquetFile(Path file) throws IOException {
    channel = FileChannel.open(file);
    boolean opened = false;
    try {
      metadata = readFooter();
      opened = true;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private ParquetMetadata readFooter() throws IOException {
    long size = channel.size();
    if (size < 2 * TAIL_BYTES) {
      throw new DamagedInput("is too short for a Parquet file");
    }
    ByteBuffer tail = ByteBuffer.wrap(read(size - TAIL_BYTES, TAIL_BYTES));
    int length = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
    String magic = new String(tail.array(), 4, 4, US_ASCII);
    if (magic.equals("PARE")) {
      throw new DamagedInput("is encrypted Parquet, which is not read");
    }
    if (!magic.equals("PAR1") || length <= 0 || length > size - TAIL_BYTES) {
      throw new DamagedInput("has no Parquet footer; maybe it was cut off");
    }
    if (length > MAX_FOOTER_BYTES) {
      throw new DamagedInput("has a Parquet footer of more than " + MAX_FOOTER_BYTES + " bytes");
    }
    byte[] footer = read(size - TAIL_BYTES - length, length);
    try {
      var raw = Util.readFileMetaData(new ByteArrayInputStream(footer));
      checkDepth(Objects.requireNonNull(raw.getSchema()));
      return new ParquetMetadataConverter().fromParquetMetadata(raw);
    } catch (RuntimeException e) {
      // the converter throws whatever its decoding runs into
      throw damaged("has a damaged Parquet footer", e);
    }
  }

  /** The schema is a tree written in order of depth; reading it recurses. */
  private static void checkDepth(List<SchemaElement> schema) throws DamagedInput {
    Deque<Integer> open = new ArrayDeque<>();
    for (SchemaElement element : schema) {
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      open.push(element.isSetNum_children() ? element.getNum_children() : 0);
      if (open.size() > MAX_DEPTH) {
        throw new DamagedInput("has columns nested more than " + MAX_DEPTH + " levels");
      }
    }
  }

  static DamagedInput damaged(String reason, Throwable cause) {
    DamagedInput damaged = new DamagedInput(reason);
    damaged.initCause(cause);
    return damaged;
  }

  MessageType schema() {
    return metadata.getFileMetaData().getSchema();
  }

  String createdBy() {
    return String.valueOf(metadata.getFileMetaData().getCreatedBy());
  }

  List<BlockMetaData> rowGroups() {
    return metadata.getBlocks();
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Bytes read so far, the footer included. */
  long bytesRead() {
    return bytesRead;
  }

  private byte[] read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      if (count < 0) {
        throw new EOFException();
      }
      bytesRead += count;
    }
    return buffer.array();
  }

  /** A part of the file as a stream of its own. */
  InputStream stream(long position, long length) throws IOException {
    if (position < 0 || length < 0 || position + length > channel.size()) {
      throw new DamagedInput("has a column outside the file");
    }
    return new Part(position, position + length);
  }

  private final class Part extends InputStream {
    private static final int CHUNK_BYTES = 1 << 16;

    private long position;
    private final long end;
    private byte[] chunk = {};
    private int at;

    Part(long position, long end) {
      this.position = position;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, target, offset, count);
      at += count;
      return count;
    }

    private boolean fill() throws IOException {
      if (at == chunk.length) {
        chunk = ParquetFile.this.read(position, (int) Math.min(CHUNK_BYTES, end - position));
        position += chunk.length;
        at = 0;
      }
      return chunk.length > 0;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
