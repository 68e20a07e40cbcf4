package io.cornerstore.tabular;

/**
 * Bounds that keep a hostile or damaged file from exhausting memory or time.
 *
 * @param fieldBytes longest field, in bytes of the decompressed file; longer ones make a {@link
 *     BadRow}
 * @param rowBytes longest row, in bytes of the decompressed file; longer ones make a {@link BadRow}
 * @param columns most columns of a row or a file
 * @param quotedLines most line ends inside one quoted CSV field; beyond it the quote counts as
 *     stray
 * @param inflatedBytes most bytes a compressed source may expand to
 * @param inflationRatio most bytes out per compressed byte in, looked at once 64 MiB have come out
 */
public record TabularLimits(
    int fieldBytes,
    int rowBytes,
    int columns,
    int quotedLines,
    long inflatedBytes,
    int inflationRatio) {

  /**
   * 1 MiB a field, 8 MiB a row, 4,096 columns, 1,000 lines in a quoted field, 64 GiB inflated, 250
   * times the compressed size.
   */
  public static final TabularLimits DEFAULT =
      new TabularLimits(1 << 20, 8 << 20, 4096, 1000, 64L << 30, 250);

  public TabularLimits {
    positive("fieldBytes", fieldBytes);
    positive("rowBytes", rowBytes);
    positive("columns", columns);
    positive("quotedLines", quotedLines);
    positive("inflatedBytes", inflatedBytes);
    positive("inflationRatio", inflationRatio);
    if (rowBytes > 256 << 20) {
      throw new IllegalArgumentException("rowBytes is " + rowBytes + ", more than 256 MiB");
    }
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " is " + value + ", not positive");
    }
  }
}
