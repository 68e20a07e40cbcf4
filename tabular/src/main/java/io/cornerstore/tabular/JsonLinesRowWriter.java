package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Lines: one object of text values a line (RFC 8259), null ones left out. Not safe for
 * use by several threads.
 */
public final class JsonLinesRowWriter implements RowWriter {

  private final Writer out;
  private final List<String> columns;

  /** Writes to a stream, which is closed with the writer. */
  public JsonLinesRowWriter(OutputStream out, List<String> columns) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    this.columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("There are no columns");
    }
  }

  @Override
  public void write(List<? extends @Nullable String> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + columns.size() + " columns");
    }
    try {
      out.write(JsonText.object(columns, values.toArray(String[]::new)));
      out.write('\n');
    } catch (IOException e) {
      throw new TabularException("output", 0, "cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new TabularException("output", 0, "cannot be written", e);
    }
  }
}
