package io.cornerstore.linkage.store;

import io.cornerstore.linkage.text.Nicknames;
import io.cornerstore.linkage.text.Phonetic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of persons, given and family alike, with what is derived from each distinct one.
 *
 * <p>Not thread-safe for writing.
 */
public final class NameTable {
  private static final int FIRST = 1 << 10;
  private final Nicknames nicknames;
  private final ByteDictionary names = new ByteDictionary(FIRST);
  private int[] sounds = new int[FIRST];
  private int[] firstWords = new int[FIRST];
  private long[] letters = new long[FIRST];
  private long[] groups = new long[FIRST];

  /** With a table of nicknames. */
  public NameTable(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /** The number of a folded name, which gets one holder more; 0 for an empty one. */
  public int hold(byte[] text, int from, int length) {
    int id = names.intern(text, from, length);
    if (id != 0) {
      if (names.holders(id) == 0) {
        derive(id);
      }
      names.holdAgain(id);
    }
    return id;
  }

  /** The dictionary beneath. */
  public ByteDictionary dictionary() {
    return names;
  }

  /** Code of how the name sounds. */
  public int sound(int id) {
    return sounds[id];
  }

  /** Hash of the first word. */
  public int firstWord(int id) {
    return firstWords[id];
  }

  /** Set of letters, with a second bit for letters that occur twice. */
  public long letters(int id) {
    return letters[id];
  }

  /** Groups of nicknames the first word belongs to. */
  public long groups(int id) {
    return groups[id];
  }

  /** A number that all forms of a given name share: its main group, else its first word. */
  public int canonical(int id) {
    int group = (int) (groups[id] & 0xffff);
    return group != 0 ? group : firstWords[id];
  }

  /** First letter. */
  public int initial(int id) {
    return names.pool()[names.start(id)];
  }

  private void derive(int id) {
    if (id >= sounds.length) {
      int size = id + (id >> 1) + 8;
      sounds = Arrays.copyOf(sounds, size);
      firstWords = Arrays.copyOf(firstWords, size);
      letters = Arrays.copyOf(letters, size);
      groups = Arrays.copyOf(groups, size);
    }
    byte[] pool = names.pool();
    int from = names.start(id);
    int length = names.length(id);
    int word = 0;
    while (word < length && pool[from + word] != ' ') {
      word++;
    }
    sounds[id] = Phonetic.code(pool, from, length);
    firstWords[id] = Hashing.of(pool, from, word);
    letters[id] = letterSet(pool, from, length);
    groups[id] = nicknames.groupsOf(new String(pool, from, word, StandardCharsets.UTF_8));
  }

  /** The set of letters of a text: a bit for a letter, another for a second one of it. */
  public static long letterSet(byte[] text, int from, int length) {
    long once = 0;
    long twice = 0;
    for (int i = from; i < from + length; i++) {
      if (text[i] != ' ') {
        long bit = 1L << (text[i] & 31);
        twice |= once & bit;
        once |= bit;
      }
    }
    return once | twice << 32;
  }
}
