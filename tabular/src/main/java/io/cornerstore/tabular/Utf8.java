package io.cornerstore.tabular;

/**
 * Well-formedness of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
 */
final class Utf8 {
  private Utf8() {}

  static boolean isWellFormed(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = sequence(bytes, i, to);
      if (length <= 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** Length of the well-formed sequence at a place; 0 if there is none, -1 if it is cut off. */
  static int sequence(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first >= 0x80 && (first < 0xc2 || first > 0xf4)) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if (at + i == to) {
        return -1;
      }
      int next = bytes[at + i] & 0xff;
      int lowest = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
      int highest = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
      if (next < lowest || next > highest) {
        return 0;
      }
    }
    return length;
  }
}
