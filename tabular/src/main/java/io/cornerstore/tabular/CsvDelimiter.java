package io.cornerstore.tabular;

import java.io.IOException;

/**
 * Finds the delimiter of a CSV by its first lines: of those that split the first record, the one
 * that splits most records into as many fields without leaving quotes inside unquoted ones, and of
 * equals the one that makes most fields.
 */
final class CsvDelimiter {
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int RECORDS = 50;

  private CsvDelimiter() {}

  static char find(TextInput input, TabularLimits limits) throws IOException {
    char best = ',';
    double bestShare = -1;
    int bestFields = 1;
    for (char candidate : CANDIDATES) {
      CsvScanner scanner = new CsvScanner(new ByteWindow(input.head()), candidate, limits);
      int fields = scanner.next() && scanner.problem() == null ? scanner.count() : 1;
      double share = fields > 1 ? evenness(scanner, fields, input.headIsAll()) : -1;
      if (share > bestShare || (share == bestShare && fields > bestFields)) {
        best = candidate;
        bestShare = share;
        bestFields = fields;
      }
    }
    return best;
  }

  /** Share of the first records that have so many clean fields; one cut off does not count. */
  private static double evenness(CsvScanner scanner, int fields, boolean complete)
      throws IOException {
    boolean fits = fits(scanner, fields);
    int even = fits ? 1 : 0;
    int all = 1;
    while (all < RECORDS && scanner.next()) {
      fits = fits(scanner, fields);
      even += fits ? 1 : 0;
      all++;
    }
    boolean cutOff = !complete && !fits && all > 1 && all < RECORDS;
    return (double) even / (cutOff ? all - 1 : all);
  }

  private static boolean fits(CsvScanner scanner, int fields) {
    if (scanner.problem() != null || scanner.count() != fields) {
      return false;
    }
    byte[] raw = scanner.raw();
    int[] spans = scanner.spans();
    for (int i = 0; i < fields; i++) {
      int from = spans[2 * i];
      boolean plain = from == 0 || (from > 0 && raw[from - 1] != '"');
      for (int p = from; plain && p < spans[2 * i + 1]; p++) {
        if (raw[p] == '"') {
          return false;
        }
      }
    }
    return true;
  }
}
