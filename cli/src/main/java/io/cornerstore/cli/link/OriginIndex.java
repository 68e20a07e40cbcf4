package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import java.util.Arrays;

/** From files and identifiers to handles; one int for each of two places a record. */
final class OriginIndex {
  /** No record has the identifier. */
  static final int NONE = -1;

  /** Several records have it. */
  static final int SEVERAL = -2;

  /** Any file. */
  static final int ANY = -1;

  private final Origins origins;
  private final int[] slots;

  OriginIndex(Origins origins) {
    this.origins = origins;
    this.slots = new int[Math.max(16, Math.multiplyExact(origins.size(), 2))];
    Arrays.fill(slots, NONE);
    for (int handle = 0; handle < origins.size(); handle++) {
      int at = place(origins.id(handle));
      while (slots[at] != NONE) {
        at = next(at);
      }
      slots[at] = handle;
    }
  }

  private int place(String id) {
    int mixed = id.hashCode() * 0x9E3779B9;
    return (int) (((mixed & 0xffffffffL) * slots.length) >>> 32);
  }

  private int next(int at) {
    return at + 1 == slots.length ? 0 : at + 1;
  }

  /** The handle of a record, {@link #NONE} or {@link #SEVERAL}. */
  int find(int file, String id) {
    int found = NONE;
    for (int at = place(id); slots[at] != NONE; at = next(at)) {
      int handle = slots[at];
      if ((file == ANY || origins.file(handle) == file) && origins.id(handle).equals(id)) {
        if (found != NONE) {
          return SEVERAL;
        }
        found = handle;
      }
    }
    return found;
  }

  /**
   * The handle of a record named by its identifier, or by its file, a colon and its identifier.
   *
   * @throws UserMistake when it names none or several
   */
  int named(String name) {
    int handle = find(ANY, name);
    int colon = name.indexOf(':');
    if (handle < 0 && colon > 0) {
      int file = origins.fileNamed(name.substring(0, colon));
      int named = file == ANY ? NONE : find(file, name.substring(colon + 1));
      handle = named == NONE ? handle : named;
    }
    if (handle == SEVERAL) {
      throw new UserMistake(
          "several records have the id %s. Maybe say the file, as in %s:%s?"
              .formatted(name, origins.source(0), name));
    }
    if (handle == NONE) {
      throw new UserMistake(
          "no record has the id %s. Maybe name its column with --id?".formatted(name));
    }
    return handle;
  }
}
