package io.cornerstore.tabular;

/** Which characters may stand between the fields of a CSV. */
final class Delimiters {
  private Delimiters() {}

  /** Refuses what could not be told from a quote, a line end or a part of another character. */
  static void check(char delimiter) {
    if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' || delimiter > 127) {
      throw new IllegalArgumentException(
          "A delimiter is an ASCII character other than the quote and line ends, not U+%04X"
              .formatted((int) delimiter));
    }
  }
}
