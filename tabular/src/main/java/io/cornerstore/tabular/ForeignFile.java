package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Kinds of file that are met where a text is expected, known by their first bytes. */
enum ForeignFile {
  ZIP("a ZIP archive or a spreadsheet; unpack it or save it as CSV", "PK\u0003\u0004"),
  OLD_EXCEL("an old Excel workbook; save it as CSV", "\u00d0\u00cf\u0011\u00e0"),
  PDF("a PDF document", "%PDF-"),
  ZSTD("compressed by zstd; of compressed text only gzip is read", "(\u00b5/\u00fd"),
  BZIP2("compressed by bzip2; of compressed text only gzip is read", "BZh91AY&SY"),
  XZ("compressed by xz; of compressed text only gzip is read", "\u00fd7zXZ"),
  PARQUET("Parquet where it cannot be read; give the plain file", "PAR1"),
  GZIP("compressed twice", "\u001f\u008b\b");

  private final String title;
  private final String magic;

  ForeignFile(String title, String magic) {
    this.title = title;
    this.magic = magic;
  }

  /** Refuses a source by its first bytes. */
  static void reject(byte[] head) throws DamagedInput {
    String start = new String(head, 0, Math.min(head.length, 16), ISO_8859_1);
    for (ForeignFile foreign : values()) {
      if (start.startsWith(foreign.magic)) {
        throw new DamagedInput("is " + foreign.title);
      }
    }
    int zeros = 0;
    for (byte b : head) {
      zeros += b == 0 ? 1 : 0;
    }
    boolean marked = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    if (!marked && zeros > head.length / 20) {
      throw new DamagedInput(
          "is not text, or UTF-16 without a byte order mark; maybe name its charset");
    }
  }
}
