package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;

/**
 * What the rarity of the agreed values adds to a weight, or their frequency takes away.
 *
 * <p>Not thread-safe.
 */
final class Rarity {
  /*
   * Names: the model's frequencies, against the average agreement (W. E. Winkler, Frequency-based
   * matching, 1989); half of it when the names agree but for a typing error. E-mails and phones: the number of records that hold the value now, in steps of a factor of two, so that
   * a number shared by an office counts for little.
   */
  private static final double MOST = 6;
  private static final double LEAST = -6;

  /** No pair gains more. */
  static final double MOST_MATCH_BITS = 2 * MOST;

  private static final double FUZZY = 0.5;
  private final Store store;
  private final Rows rows;
  private final NameRarities names;
  private double given;
  private double shared;
  private boolean named;

  Rarity(Store store, NameRarities names) {
    this.store = store;
    this.rows = store.rows();
    this.names = names;
  }

  /** Forgets names met lately. */
  void forget() {
    names.forget();
  }

  /** Computes the sums for one pair. */
  void weigh(int a, int b, long pattern) {
    given = of(a, b, pattern, Attribute.GIVEN);
    shared =
        of(a, b, pattern, Attribute.FAMILY)
            + of(a, b, pattern, Attribute.EMAIL)
            + of(a, b, pattern, Attribute.PHONE);
    named = Attribute.GIVEN.in(pattern) == NameLevels.EXACT;
  }

  /** What it adds for names. */
  double ofNames(int a, int b, long pattern) {
    return of(a, b, pattern, Attribute.GIVEN) + of(a, b, pattern, Attribute.FAMILY);
  }

  double matchBits() {
    return given + shared;
  }

  /** What the given name adds. */
  double givenBits() {
    return given;
  }

  /** What the rest adds, which the members of a home have in common. */
  double sharedBits() {
    return shared;
  }

  /** Two of one home bear one name because it is handed down, be it rare or not. */
  double homeBits() {
    return named ? given + shared : shared;
  }

  /** The share of one attribute. */
  double of(int a, int b, long pattern, Attribute attribute) {
    int level = attribute.in(pattern);
    if (level == 0) {
      return 0;
    }
    return switch (attribute) {
      case GIVEN -> name(a, b, pattern, level, true);
      case FAMILY -> name(a, b, pattern, level, false);
      case EMAIL -> level == 1 ? contact(a, b, Rows.EMAIL) : 0;
      case PHONE -> level == 1 ? contact(a, b, Rows.PHONE) : 0;
      default -> 0;
    };
  }

  private double name(int a, int b, long pattern, int level, boolean given) {
    if (level > NameLevels.CLOSE) {
      return 0;
    }
    int column = given ? Rows.GIVEN : Rows.FAMILY;
    double bits;
    if (Attribute.ORDER.in(pattern) == 2) {
      bits = Math.min(crossed(a, column), crossed(b, column));
    } else {
      Frequencies.Role role = given ? Frequencies.Role.GIVEN : Frequencies.Role.FAMILY;
      bits = names.of(role, rows.get(a, column));
      if (level != NameLevels.EXACT) {
        bits = Math.min(bits, names.of(role, rows.get(b, column))) * FUZZY;
      }
    }
    return Math.clamp(bits, LEAST, MOST);
  }

  /* A name that is a given name in one record and a family name in the other. */
  private double crossed(int record, int column) {
    int name = rows.get(record, column);
    if (name == 0) {
      return 0;
    }
    return Math.min(
        names.of(Frequencies.Role.GIVEN, name), names.of(Frequencies.Role.FAMILY, name));
  }

  private double contact(int a, int b, int column) {
    int fewest = Integer.MAX_VALUE;
    for (int i = rows.count(a, column) - 1; i >= 0; i--) {
      int value = rows.value(a, column, i);
      for (int j = rows.count(b, column) - 1; j >= 0; j--) {
        if (value == rows.value(b, column, j)) {
          fewest = Math.min(fewest, holders(column, value));
        }
      }
    }
    return fewest == Integer.MAX_VALUE ? 0 : Demotion.bits(fewest);
  }

  private int holders(int column, int value) {
    return column == Rows.EMAIL ? store.emails().holders(value) : store.phones().holders(value);
  }
}
