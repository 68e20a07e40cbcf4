package io.cornerstore.tabular;

import java.io.IOException;
import java.io.InputStream;

/** Chooses the reader for a source of text. */
final class Opening {
  private Opening() {}

  /** A reader over text; closes the stream if there is none. */
  static RowReader text(String name, InputStream source, TabularOptions options) {
    boolean opened = false;
    try {
      TextInput input = TextInput.of(name, source, options);
      RowReader reader =
          switch (input.format(options.format())) {
            case CSV -> new CsvRowReader(input, options);
            case JSON_LINES -> new JsonLinesRowReader(input, options);
            case PARQUET -> throw new DamagedInput("is not a Parquet file");
          };
      opened = true;
      return reader;
    } catch (IOException e) {
      throw Failures.reading(name, 0, e);
    } finally {
      if (!opened) {
        Failures.close(name, source);
      }
    }
  }
}
