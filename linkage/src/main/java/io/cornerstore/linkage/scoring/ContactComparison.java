package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.Hashing;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.text.EditDistance;
import io.cornerstore.linkage.text.JaroWinkler;
import java.util.Arrays;

/**
 * How well two e-mail addresses, phones, postal addresses or identifiers agree, by their numbers.
 *
 * <p>Not thread-safe: one instance a thread.
 */
final class ContactComparison {
  static final int EXACT = 1;
  static final int EMAIL_TYPO = 2;
  static final int EMAIL_LOCAL = 3;
  static final int EMAIL_SIMILAR = 4;
  static final int EMAIL_DIFFERENT = 5;
  static final int PHONE_END = 2;
  static final int PHONE_TYPO = 3;
  static final int PHONE_DIFFERENT = 4;
  static final int BUILDING = 2;
  static final int STREET = 3;
  static final int CODE = 4;
  static final int TOWN = 5;
  static final int ADDRESS_DIFFERENT = 6;

  private static final double ALIKE = 0.92;
  private static final int PHONE_DIGITS = 7;
  private static final int NAME_START = 5;
  private static final int SHORT_NAME = 3;
  private static final int TOWN_BITS = 12;
  private final Store store;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final EditDistance editDistance = new EditDistance();
  private final long[] towns = new long[1 << TOWN_BITS];
  private final boolean[] alike = new boolean[1 << TOWN_BITS];

  ContactComparison(Store store) {
    this.store = store;
  }

  int email(int a, int b) {
    if (a == b) {
      return EXACT;
    }
    ByteDictionary emails = store.emails();
    byte[] pool = emails.pool();
    int fromA = emails.start(a);
    int fromB = emails.start(b);
    int lengthA = emails.length(a);
    int lengthB = emails.length(b);
    if (pool[fromA] != pool[fromB] && pool[fromA + 1] != pool[fromB + 1]) {
      return EMAIL_DIFFERENT;
    }
    int localA = local(pool, fromA, lengthA);
    int localB = local(pool, fromB, lengthB);
    if (localA == localB
        && Arrays.equals(pool, fromA, fromA + localA, pool, fromB, fromB + localB)) {
      int edits =
          editDistance.distance(
              pool, fromA + localA, lengthA - localA, pool, fromB + localB, lengthB - localB);
      boolean digits = sameDigits(pool, fromA, fromA + lengthA, fromB, fromB + lengthB);
      return digits && edits <= 2 ? EMAIL_TYPO : localA >= 5 ? EMAIL_LOCAL : EMAIL_SIMILAR;
    }
    if (Math.abs(localA - localB) > 6
        || !jaroWinkler.isAtLeast(ALIKE, pool, fromA, localA, fromB, localB)) {
      return EMAIL_DIFFERENT;
    }
    boolean oneEdit =
        Math.min(localA, localB) >= 5
            && sameDigits(pool, fromA, fromA + lengthA, fromB, fromB + lengthB)
            && editDistance.distance(pool, fromA, lengthA, pool, fromB, lengthB) <= 1;
    return oneEdit ? EMAIL_TYPO : EMAIL_SIMILAR;
  }

  /** Whether e-mails are no more than alike, and made of the name of the record in this row. */
  boolean isFromName(int level, int[] row, int at) {
    if (level != EMAIL_LOCAL && level != EMAIL_SIMILAR) {
      return false;
    }
    ByteDictionary emails = store.emails();
    int email = row[at + Rows.EMAIL];
    byte[] pool = emails.pool();
    int from = emails.start(email);
    int end = from + local(pool, from, emails.length(email));
    for (int i = from; i < end && level == EMAIL_LOCAL; i++) {
      if (isDigit(pool[i])) {
        return false;
      }
    }
    return contains(pool, from, end, row[at + Rows.FAMILY])
        || contains(pool, from, end, row[at + Rows.GIVEN]);
  }

  private boolean contains(byte[] pool, int from, int end, int name) {
    if (name == 0) {
      return false;
    }
    ByteDictionary names = store.names().dictionary();
    int length = Math.min(names.length(name), NAME_START);
    int start = names.start(name);
    for (int i = from; i + length <= end && length >= SHORT_NAME; i++) {
      if (Arrays.equals(pool, i, i + length, names.pool(), start, start + length)) {
        return true;
      }
    }
    return false;
  }

  /* Other digits are no typing error: namesakes tell themselves apart by them. */
  private static boolean sameDigits(byte[] pool, int fromA, int endA, int fromB, int endB) {
    int j = fromB;
    for (int i = fromA; i < endA; i++) {
      if (isDigit(pool[i])) {
        while (j < endB && !isDigit(pool[j])) {
          j++;
        }
        if (j == endB || pool[j++] != pool[i]) {
          return false;
        }
      }
    }
    while (j < endB && !isDigit(pool[j])) {
      j++;
    }
    return j == endB;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  int phone(int a, int b) {
    if (a == b) {
      return EXACT;
    }
    long digitsA = store.phones().value(a);
    long digitsB = store.phones().value(b);
    if (Digits.sameEnd(digitsA, digitsB, PHONE_DIGITS)) {
      return PHONE_END;
    }
    return Digits.isTypo(digitsA, digitsB) ? PHONE_TYPO : PHONE_DIFFERENT;
  }

  int address(int a, int b) {
    if (a == b) {
      return store.addresses().column(a, AddressTable.STREET) != 0
          ? EXACT
          : store.addresses().column(a, AddressTable.CODE) != 0 ? CODE : TOWN;
    }
    AddressTable table = store.addresses();
    int place = place(table, a, b);
    int streetA = table.column(a, AddressTable.STREET);
    int streetB = table.column(b, AddressTable.STREET);
    if (place != ADDRESS_DIFFERENT
        && streetA != 0
        && streetB != 0
        && sameStreet(streetA, streetB)) {
      int houseA = table.column(a, AddressTable.HOUSE);
      int houseB = table.column(b, AddressTable.HOUSE);
      if (houseA != houseB || houseA == 0) {
        return STREET;
      }
      int unitA = table.column(a, AddressTable.UNIT);
      int unitB = table.column(b, AddressTable.UNIT);
      return unitA == unitB || unitA == 0 || unitB == 0 ? EXACT : BUILDING;
    }
    return place == 0 ? ADDRESS_DIFFERENT : place;
  }

  /* CODE or TOWN when that agrees, 0 when nothing is known, else ADDRESS_DIFFERENT. */
  private int place(AddressTable table, int a, int b) {
    int codeA = table.column(a, AddressTable.CODE);
    int codeB = table.column(b, AddressTable.CODE);
    if (codeA != 0 && codeA == codeB) {
      return CODE;
    }
    int townA = table.column(a, AddressTable.TOWN);
    int townB = table.column(b, AddressTable.TOWN);
    if (townA != 0
        && (townA == townB || (townB != 0 && isAlikeTown(table.places(), townA, townB)))) {
      return TOWN;
    }
    return (codeA == 0 || codeB == 0) && (townA == 0 || townB == 0) ? 0 : ADDRESS_DIFFERENT;
  }

  /* There are few towns, so that two of them meet again and again. */
  private boolean isAlikeTown(ByteDictionary places, int a, int b) {
    long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    int at = Hashing.of(key) >>> (32 - TOWN_BITS);
    if (towns[at] != key) {
      alike[at] = isAlike(places, a, b);
      towns[at] = key;
    }
    return alike[at];
  }

  /** Forgets what it remembers; to be called when numbers may have got another meaning. */
  void forget() {
    Arrays.fill(towns, 0);
  }

  private boolean sameStreet(int a, int b) {
    return a == b || isAlike(store.addresses().streets(), a, b);
  }

  private boolean isAlike(ByteDictionary texts, int a, int b) {
    return jaroWinkler.isAtLeast(
        ALIKE, texts.pool(), texts.start(a), texts.length(a), texts.start(b), texts.length(b));
  }

  /** 1 when equal, 2 when of the same kind and different, 0 when of different kinds. */
  int strongId(int a, int b) {
    if (a == b) {
      return EXACT;
    }
    ByteDictionary ids = store.strongIds();
    byte[] pool = ids.pool();
    int fromA = ids.start(a);
    int fromB = ids.start(b);
    for (int i = 0; i < ids.length(a) && i < ids.length(b); i++) {
      if (pool[fromA + i] != pool[fromB + i]) {
        return 0;
      }
      if (pool[fromA + i] == 0) {
        return 2;
      }
    }
    return 0;
  }

  /** Length of what stands before the at sign. */
  static int local(byte[] pool, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (pool[from + i] == '@') {
        return i;
      }
    }
    return length;
  }
}
