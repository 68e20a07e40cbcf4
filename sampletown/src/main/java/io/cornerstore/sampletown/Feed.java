package io.cornerstore.sampletown;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * One file of a source. Rows come in any order and are written in the order of their keys.
 *
 * @param file name; one that ends in {@code .gz} is compressed
 */
record Feed(String file, Charset charset, String header, Shelf shelf, Count count) {

  /** How many rows a feed has, and how many of them are of some special kind. */
  static final class Count {
    private long rows;
    private final Tally malformed = new Tally();
    private long repeated;

    long rows() {
      return rows;
    }

    Tally malformed() {
      return malformed;
    }

    long repeated() {
      return repeated;
    }
  }

  /** Adds rows that stand together; each ends with a line end. */
  void add(int key, String text, int rows) {
    try {
      shelf.add(key, text.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count.rows += rows;
  }

  /** Adds one damaged row. */
  void addMalformed(int key, String text, String kind) {
    add(key, text, 1);
    count.malformed.add(kind, 1);
  }

  /** Adds a row that was there before. */
  void addRepeated(int key, String text) {
    add(key, text, 1);
    count.repeated++;
  }

  void writeTo(Path folder) throws IOException {
    try (OutputStream out = open(folder.resolve(file))) {
      out.write(header.getBytes(charset));
      shelf.writeTo(out);
    }
  }

  private static OutputStream open(Path path) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    return path.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }
}
