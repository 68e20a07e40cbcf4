package io.cornerstore.linkage.store;

import java.util.Arrays;
import java.util.Set;

/**
 * Names of organisations as sets of distinctive words: legal forms and fillers do not count.
 *
 * <p>Not thread-safe for writing.
 */
public final class OrganizationTable {
  /** At most so many words of a name count. */
  public static final int WORDS = 16;

  private static final Set<String> FILLERS =
      Set.of(
          "inc",
          "incorporated",
          "ltd",
          "limited",
          "llc",
          "llp",
          "lp",
          "plc",
          "corp",
          "corporation",
          "co",
          "company",
          "gmbh",
          "ag",
          "kg",
          "ohg",
          "mbh",
          "ev",
          "ug",
          "bv",
          "nv",
          "sa",
          "sas",
          "sarl",
          "srl",
          "spa",
          "ab",
          "as",
          "oy",
          "aps",
          "pt",
          "cv",
          "tbk",
          "ud",
          "persero",
          "pty",
          "pte",
          "sdn",
          "bhd",
          "the",
          "and",
          "und",
          "et",
          "of",
          "for",
          "de",
          "la",
          "le",
          "dan",
          "group",
          "holding",
          "holdings",
          "intl",
          "international");

  private final ByteDictionary organizations = new ByteDictionary(64);
  private final ByteDictionary words = new ByteDictionary(64);
  private int[][] wordsOf = new int[64][];

  /** The whole folded names. */
  public ByteDictionary dictionary() {
    return organizations;
  }

  /** The words. */
  public ByteDictionary words() {
    return words;
  }

  /** The number of a folded name, which gets one holder more; 0 for an empty one. */
  public int hold(byte[] text, int from, int length) {
    int id = organizations.intern(text, from, length);
    if (id != 0) {
      if (organizations.holders(id) == 0) {
        derive(id);
      }
      organizations.holdAgain(id);
    }
    return id;
  }

  /** One holder less. */
  public void release(int id) {
    int[] held = id == 0 ? new int[0] : wordsOf[id];
    if (organizations.release(id)) {
      for (int word : held) {
        words.release(word);
      }
    }
  }

  /** The distinctive words of a name, ascending; not to be changed. */
  public int[] wordsOf(int id) {
    return wordsOf[id];
  }

  private void derive(int id) {
    if (id >= wordsOf.length) {
      wordsOf = Arrays.copyOf(wordsOf, id + (id >> 1) + 8);
    }
    String[] all = organizations.text(id).split(" ");
    String[] kept =
        Arrays.stream(all)
            .filter(word -> !FILLERS.contains(word))
            .distinct()
            .toArray(String[]::new);
    String[] chosen =
        kept.length == 0 ? Arrays.stream(all).distinct().toArray(String[]::new) : kept;
    int[] ids = new int[Math.min(WORDS, chosen.length)];
    for (int i = 0; i < ids.length; i++) {
      byte[] bytes = chosen[i].getBytes(java.nio.charset.StandardCharsets.UTF_8);
      ids[i] = words.hold(bytes, 0, bytes.length);
    }
    Arrays.sort(ids);
    wordsOf[id] = ids;
  }
}
