package io.cornerstore.linkage.store;

import io.cornerstore.linkage.text.Nicknames;

/**
 * The records and the dictionaries of their values.
 *
 * <p>Not thread-safe for writing.
 */
public final class Store {
  private final NameTable names = new NameTable(Nicknames.standard());
  private final OrganizationTable organizations = new OrganizationTable();
  private final ByteDictionary emails = new ByteDictionary(1 << 10);
  private final LongDictionary phones = new LongDictionary(1 << 10);
  private final AddressTable addresses = new AddressTable();
  private final ByteDictionary strongIds = new ByteDictionary(1 << 6);
  private final ByteDictionary others = new ByteDictionary(1 << 6);
  private final Rows rows = new Rows();

  /** Names of persons. */
  public NameTable names() {
    return names;
  }

  /** Names of organisations. */
  public OrganizationTable organizations() {
    return organizations;
  }

  /** E-mail addresses. */
  public ByteDictionary emails() {
    return emails;
  }

  /** Phones, as {@link Digits} packs them. */
  public LongDictionary phones() {
    return phones;
  }

  /** Postal addresses. */
  public AddressTable addresses() {
    return addresses;
  }

  /** Identifiers: kind, a zero byte, value. */
  public ByteDictionary strongIds() {
    return strongIds;
  }

  /** Values of further columns of a record, a zero byte after each. */
  public ByteDictionary others() {
    return others;
  }

  /** The records. */
  public Rows rows() {
    return rows;
  }

  /** Lets go of all values of a record and of the record. */
  public void drop(int handle) {
    names.dictionary().release(rows.get(handle, Rows.GIVEN));
    names.dictionary().release(rows.get(handle, Rows.FAMILY));
    names.dictionary().release(rows.get(handle, Rows.ADDITIONAL));
    organizations.release(rows.get(handle, Rows.ORGANIZATION));
    for (int i = rows.count(handle, Rows.EMAIL) - 1; i >= 0; i--) {
      emails.release(rows.value(handle, Rows.EMAIL, i));
    }
    for (int i = rows.count(handle, Rows.PHONE) - 1; i >= 0; i--) {
      phones.release(rows.value(handle, Rows.PHONE, i));
    }
    for (int i = rows.count(handle, Rows.ADDRESS) - 1; i >= 0; i--) {
      addresses.release(rows.value(handle, Rows.ADDRESS, i));
    }
    for (int i = rows.count(handle, Rows.STRONG) - 1; i >= 0; i--) {
      strongIds.release(rows.value(handle, Rows.STRONG, i));
    }
    others.release(rows.get(handle, Rows.OTHERS));
    rows.free(handle);
  }
}
