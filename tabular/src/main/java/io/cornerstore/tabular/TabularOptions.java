package io.cornerstore.tabular;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How to read a source; what is null is found out from its content.
 *
 * @param format null: Parquet by its magic bytes, JSON Lines or CSV as the name ends, otherwise
 *     JSON Lines when the text begins with a brace, else CSV
 * @param delimiter of CSV, an ASCII character; null: the one of {@code , ; tab |} that splits the
 *     first lines most evenly
 * @param charset of CSV and JSON Lines; null: UTF-8 or UTF-16 by byte order mark, else UTF-8 where
 *     the bytes are UTF-8, else windows-1252 (a superset of the printable part of ISO-8859-1)
 * @param header whether the first row of a CSV names the columns; if not they are called {@code
 *     column1}, {@code column2}, …
 * @param limits bounds on what is read
 */
public record TabularOptions(
    @Nullable TabularFormat format,
    @Nullable Character delimiter,
    @Nullable Charset charset,
    boolean header,
    TabularLimits limits) {

  private static final TabularOptions DETECT =
      new TabularOptions(null, null, null, true, TabularLimits.DEFAULT);

  public TabularOptions {
    if (delimiter != null) {
      Delimiters.check(delimiter);
    }
  }

  /** Everything found out from the content, with a header, within the default limits. */
  public static TabularOptions detect() {
    return DETECT;
  }

  /** These options with the given format, or null to detect it. */
  public TabularOptions withFormat(@Nullable TabularFormat format) {
    return new TabularOptions(format, delimiter, charset, header, limits);
  }

  /** These options with the given CSV delimiter, or null to detect it. */
  public TabularOptions withDelimiter(@Nullable Character delimiter) {
    return new TabularOptions(format, delimiter, charset, header, limits);
  }

  /** These options with the given charset, or null to detect it. */
  public TabularOptions withCharset(@Nullable Charset charset) {
    return new TabularOptions(format, delimiter, charset, header, limits);
  }

  /** These options with or without a header row in CSV. */
  public TabularOptions withHeader(boolean header) {
    return new TabularOptions(format, delimiter, charset, header, limits);
  }

  /** These options within the given limits. */
  public TabularOptions withLimits(TabularLimits limits) {
    return new TabularOptions(format, delimiter, charset, header, limits);
  }
}
