package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the tests read with, and short forms to compare. */
@NullMarked
final class Reading {
  static final TabularOptions DETECT = TabularOptions.detect();

  private Reading() {}

  static RowReader open(String name, byte[] content, TabularOptions options) {
    return TabularSource.of(name, new ByteArrayInputStream(content)).open(options);
  }

  static List<RowResult> all(RowReader reader) {
    try (reader) {
      List<RowResult> results = new ArrayList<>();
      for (RowResult result = reader.next(); result != null; result = reader.next()) {
        results.add(result);
      }
      return results;
    }
  }

  static List<RowResult> csv(String text, TabularOptions options) {
    return all(open("input.csv", text.getBytes(UTF_8), options));
  }

  static List<RowResult> csv(String text) {
    return csv(text, DETECT);
  }

  static List<RowResult> json(String text) {
    return all(open("input.jsonl", text.getBytes(UTF_8), DETECT));
  }

  /** {@code 3: [a, b]} for a row, {@code 3/2: reason} for a malformed one. */
  static List<String> brief(List<RowResult> results) {
    return results.stream().map(Reading::brief).toList();
  }

  static String brief(RowResult result) {
    return switch (result) {
      case Row row -> row.line() + ": " + values(row);
      case BadRow bad -> bad.line() + "/" + bad.column() + ": " + bad.reason();
    };
  }

  static List<@Nullable String> values(Row row) {
    return new ArrayList<>(IntStream.range(0, row.size()).mapToObj(row::value).toList());
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
