package io.cornerstore.linkage.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A street address in parts: words of the street with abbreviations written out, house number, and
 * unit.
 *
 * <p>Not thread-safe; an instance is read into again and again.
 */
public final class StreetParts {
  private static final Map<String, String> LONG = new HashMap<>();
  private static final String UNITS =
      " apt apartment unit flat suite ste floor fl room rm app whg wohnung lantai lt kamar ";
  private static final String FILLERS = " no nr number nomor num the ";

  static {
    String[] pairs =
        ("st street str street strasse street rd road ave avenue av avenue blvd boulevard ln lane"
                + " dr drive ct court crt court pl place sq square hwy highway pkwy parkway ter terrace"
                + " tce terrace cir circle cl close cres crescent cct circuit gr grove pde parade"
                + " jl jalan jln jalan gg gang kec kecamatan kel kelurahan n north s south e east w west"
                + " ne northeast nw northwest se southeast sw southwest mt mount ft fort")
            .split(" ");
    for (int i = 0; i < pairs.length; i += 2) {
      LONG.put(pairs[i], pairs[i + 1]);
    }
  }

  private final byte[] folded = new byte[2 * Folding.LIMIT];
  private final byte[] bytes = new byte[6 * Folding.LIMIT];
  private int length;
  private int house;
  private int unit;

  /** Reads a street with its house number, and a unit that may be empty. */
  public void read(String street, String unitText) {
    length = 0;
    house = 0;
    unit = unitText.isEmpty() ? 0 : unitHash(unitText);
    int end = Folding.fold(street, folded, 0);
    boolean unitFollows = false;
    for (int from = 0; from < end; ) {
      int to = from;
      while (to < end && folded[to] != ' ') {
        to++;
      }
      if (unitFollows) {
        unit = unit == 0 ? hash(folded, from, to) : unit;
        unitFollows = false;
      } else {
        unitFollows = word(from, to);
      }
      from = to + 1;
    }
  }

  /** The words of the street, one space between. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length of the words. */
  public int length() {
    return length;
  }

  /** House number times 32, plus the place of its letter in the alphabet; 0 when unknown. */
  public int house() {
    return house;
  }

  /** A hash of the unit, 0 when unknown. */
  public int unit() {
    return unit;
  }

  /* Takes in one word; returns whether the next one is a unit. */
  private boolean word(int from, int to) {
    if (folded[from] >= '0' && folded[from] <= '9') {
      number(from, to);
      return false;
    }
    if (to - from > 10) {
      append(folded, from, to);
      return false;
    }
    String word = new String(folded, from, to - from, StandardCharsets.UTF_8);
    if (UNITS.contains(" " + word + " ")) {
      return true;
    }
    if (!FILLERS.contains(" " + word + " ")) {
      byte[] full = expanded(word).getBytes(StandardCharsets.UTF_8);
      append(full, 0, full.length);
    }
    return false;
  }

  private String expanded(String word) {
    if (length == 0 && word.equals("st")) {
      return "saint";
    }
    String full = LONG.get(word);
    if (full != null) {
      return full;
    }
    return word.endsWith("str") && word.length() > 5 ? word + "asse" : word;
  }

  private void number(int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && folded[at] >= '0' && folded[at] <= '9' && value < 1_000_000) {
      value = value * 10 + folded[at++] - '0';
    }
    boolean ordinal = to - at == 2 && folded[at] >= 'a';
    if (house != 0 || ordinal || at < to - 1) {
      append(folded, from, to);
      return;
    }
    int letter = at < to && folded[at] >= 'a' && folded[at] <= 'z' ? folded[at] - 'a' + 1 : 0;
    house = value * 32 + letter;
  }

  private void append(byte[] word, int from, int to) {
    if (length + to - from + 1 > bytes.length) {
      return;
    }
    if (length > 0) {
      bytes[length++] = ' ';
    }
    System.arraycopy(word, from, bytes, length, to - from);
    length += to - from;
  }

  private int unitHash(String text) {
    int end = Folding.LIMIT + Folding.fold(text, folded, Folding.LIMIT);
    int from = Folding.LIMIT;
    for (int i = from; i < end; i++) {
      if (folded[i] == ' ') {
        from = i + 1;
      }
    }
    return hash(folded, from, end);
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 17;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    return from == to ? 0 : hash == 0 ? 1 : hash;
  }
}
