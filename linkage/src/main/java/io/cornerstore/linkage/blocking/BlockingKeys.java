package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Hashing;
import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;

/**
 * The blocking keys of a record: hashes, a pure function of its values.
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class BlockingKeys {
  /** No record has more keys. */
  public static final int MOST = 64;

  private static final int VALUES = 6;
  private static final int LOCAL_PART = 6;
  private static final int PHONE_BITS = 36;
  private static final int PHONE_END_BITS = 28;
  private static final long ORGANIZATIONS = 100;
  private final Store store;
  private final Rows rows;
  private final NameTable names;
  private final int[] keys = new int[MOST];
  private int count;

  /** Over a store. */
  public BlockingKeys(Store store) {
    this.store = store;
    this.rows = store.rows();
    this.names = store.names();
  }

  /** Computes the keys of a record; returns how many there are. */
  public int of(int handle) {
    count = 0;
    contacts(handle);
    int flags = rows.get(handle, Rows.FLAGS);
    if ((flags & Flags.ORGANIZATION) != 0) {
      organization(handle);
    } else {
      person(handle);
    }
    return count;
  }

  /** Computes the keys without those that occur twice; returns how many there are, ascending. */
  public int distinctOf(int handle) {
    int all = of(handle);
    Arrays.sort(keys, 0, all);
    int kept = 0;
    for (int i = 0; i < all; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    count = kept;
    return kept;
  }

  /** One of the keys last computed. */
  public int key(int index) {
    return keys[index];
  }

  private void contacts(int handle) {
    boolean organization = (rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0;
    long kind = organization ? ORGANIZATIONS : 0;
    for (int i = Math.min(VALUES, rows.count(handle, Rows.EMAIL)) - 1; i >= 0; i--) {
      add(BlockingRule.EMAIL, kind, emailHash(rows.value(handle, Rows.EMAIL, i)));
    }
    for (int i = Math.min(VALUES, rows.count(handle, Rows.PHONE)) - 1; i >= 0; i--) {
      long digits = store.phones().value(rows.value(handle, Rows.PHONE, i));
      add(BlockingRule.PHONE, kind, phoneHash(digits));
      add(BlockingRule.PHONE_END, kind, digits & (1L << PHONE_END_BITS) - 1);
    }
    for (int i = Math.min(VALUES, rows.count(handle, Rows.STRONG)) - 1; i >= 0; i--) {
      add(BlockingRule.STRONG, kind, store.strongIds().hash(rows.value(handle, Rows.STRONG, i)));
    }
  }

  /** The key under which the holders of an e-mail are found, among others. */
  public int emailKey(int email, boolean organization) {
    return hash(BlockingRule.EMAIL, organization ? ORGANIZATIONS : 0, emailHash(email));
  }

  /** The key under which the holders of a phone are found, among others. */
  public int phoneKey(int phone, boolean organization) {
    long digits = store.phones().value(phone);
    return hash(BlockingRule.PHONE, organization ? ORGANIZATIONS : 0, phoneHash(digits));
  }

  private static long phoneHash(long digits) {
    return digits & (1L << PHONE_BITS) - 1;
  }

  private long emailHash(int email) {
    ByteDictionary emails = store.emails();
    int length = emails.length(email);
    int from = emails.start(email);
    int local = 0;
    while (local < length && emails.pool()[from + local] != '@') {
      local++;
    }
    return Hashing.of(emails.pool(), from, local < LOCAL_PART ? length : local);
  }

  private void person(int handle) {
    int given = rows.get(handle, Rows.GIVEN);
    int family = rows.get(handle, Rows.FAMILY);
    int birth = rows.get(handle, Rows.BIRTH);
    if (given == 0 && family == 0) {
      return;
    }
    long givenSound = given == 0 ? 0 : names.sound(given);
    long familySound = family == 0 ? 0 : names.sound(family);
    long canonical = given == 0 ? 0 : names.canonical(given);
    add(BlockingRule.NAMES, Math.min(givenSound, familySound), Math.max(givenSound, familySound));
    if (birth >>> 9 != 0) {
      add(BlockingRule.NAME_YEAR, Hashing.mix(familySound, canonical), birth >>> 9);
    }
    if ((birth & 31) != 0 && (birth >>> 5 & 15) != 0) {
      if (family != 0) {
        add(BlockingRule.BIRTH_FAMILY, birth, names.initial(family));
      }
      if (given != 0) {
        add(BlockingRule.BIRTH_GIVEN, birth, canonical);
      }
    }
    places(handle, given, familySound, canonical);
  }

  private void places(int handle, int given, long familySound, long canonical) {
    long initial = given == 0 ? 0 : names.initial(given);
    int birth = rows.get(handle, Rows.BIRTH);
    boolean born = (birth & 31) != 0 && (birth >>> 5 & 15) != 0 && birth >>> 9 != 0;
    AddressTable addresses = store.addresses();
    for (int i = Math.min(VALUES, rows.count(handle, Rows.ADDRESS)) - 1; i >= 0; i--) {
      int address = rows.value(handle, Rows.ADDRESS, i);
      long place = place(address);
      int house = addresses.column(address, AddressTable.HOUSE);
      int street = addresses.column(address, AddressTable.STREET);
      if (house != 0) {
        add(BlockingRule.HOME, Hashing.mix(place, initial), house);
      }
      if (house != 0 && street != 0) {
        add(BlockingRule.STREET, addresses.streets().hash(street), house);
      }
      if (born) {
        add(BlockingRule.BIRTH_PLACE, birth, place);
      }
      if (given != 0) {
        add(BlockingRule.GIVEN_PLACE, canonical, place);
      }
      add(BlockingRule.NAME_PLACE, Hashing.mix(place, initial), familySound);
    }
  }

  /* The postal code, else the town. */
  private long place(int address) {
    AddressTable addresses = store.addresses();
    int code = addresses.column(address, AddressTable.CODE);
    int place = code != 0 ? code : addresses.column(address, AddressTable.TOWN);
    return place == 0 ? 0 : addresses.places().hash(place);
  }

  private void organization(int handle) {
    int organization = rows.get(handle, Rows.ORGANIZATION);
    if (organization != 0) {
      for (int word : store.organizations().wordsOf(organization)) {
        add(BlockingRule.WORD, 0, store.organizations().words().hash(word));
      }
    }
    for (int i = Math.min(VALUES, rows.count(handle, Rows.ADDRESS)) - 1; i >= 0; i--) {
      int address = rows.value(handle, Rows.ADDRESS, i);
      int house = store.addresses().column(address, AddressTable.HOUSE);
      if (house != 0) {
        add(BlockingRule.PREMISES, place(address), house);
      }
    }
  }

  private void add(BlockingRule rule, long a, long b) {
    keys[count++] = hash(rule, a, b);
  }

  private static int hash(BlockingRule rule, long a, long b) {
    return BlockingRule.key(
        rule, Hashing.finish(Hashing.mix(a + 1, b + (rule.number() + 1L) * 0x51ED27)));
  }
}
