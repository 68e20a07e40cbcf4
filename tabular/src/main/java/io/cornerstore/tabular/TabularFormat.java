package io.cornerstore.tabular;

/** How the rows of a source are written down. */
public enum TabularFormat {
  /** Fields separated by one character, quoted by {@code "} where needed (RFC 4180). */
  CSV("CSV"),
  /** One JSON object (RFC 8259) a line. */
  JSON_LINES("JSON Lines"),
  /** Apache Parquet; needs a file, since its index stands at the end. */
  PARQUET("Parquet");

  private final String title;

  TabularFormat(String title) {
    this.title = title;
  }

  /** The name people use for it. */
  public String title() {
    return title;
  }
}
