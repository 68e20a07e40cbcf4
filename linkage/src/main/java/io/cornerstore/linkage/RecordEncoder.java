package io.cornerstore.linkage;

import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.text.Folding;
import io.cornerstore.linkage.text.ModelNumbers;
import io.cornerstore.linkage.text.NameParts;
import io.cornerstore.linkage.text.StreetParts;
import java.util.List;

/**
 * Folds the values of a record and writes them as a row of a store.
 *
 * <p>Not thread-safe.
 */
final class RecordEncoder {
  /** At most so many values of a kind are kept. */
  private static final int VALUES = 12;

  private final Store store;
  private final byte[] text = new byte[4 * Folding.LIMIT + 64];
  private final NameParts name = new NameParts();
  private final StreetParts street = new StreetParts();
  private final int[] parts = new int[AddressTable.WIDTH];
  private final int[][] values = new int[4][VALUES];
  private final int[] counts = new int[4];

  RecordEncoder(Store store) {
    this.store = store;
  }

  /** Writes a record into a new row; returns its handle. */
  int encode(LinkageRecord source) {
    int handle = store.rows().take();
    int[] row = store.rows().row(handle);
    int at = store.rows().at(handle);
    name.read(source.givenName(), source.familyName(), source.nameSuffix());
    row[at + Rows.GIVEN] = store.names().hold(name.bytes(), name.givenFrom(), name.givenLength());
    row[at + Rows.FAMILY] =
        store.names().hold(name.bytes(), name.familyFrom(), name.familyLength());
    row[at + Rows.ADDITIONAL] =
        store.names().hold(text, 0, Folding.fold(source.additionalName(), text, 0));
    row[at + Rows.ORGANIZATION] =
        store
            .organizations()
            .hold(text, 0, Folding.fold(ModelNumbers.joined(source.organization()), text, 0));
    row[at + Rows.BIRTH] = birth(source.birthDate());
    row[at + Rows.FLAGS] =
        Flags.of(
            source.kind() == Kind.ORGANIZATION, sex(source.sex()), name.suffix(), source.source());
    row[at + Rows.OTHERS] = others(source.others());
    collect(source);
    writeValues(row, at);
    return handle;
  }

  private int others(List<String> values) {
    int length = 0;
    boolean known = false;
    for (String value : values) {
      int folded = Folding.fold(value, text, length);
      known |= folded > 0;
      length += folded;
      text[length++] = 0;
    }
    return known ? store.others().hold(text, 0, length) : 0;
  }

  private void collect(LinkageRecord source) {
    java.util.Arrays.fill(counts, 0);
    for (String email : limited(source.emails())) {
      int length = foldEmail(email);
      if (length >= 3) {
        keep(0, store.emails().intern(text, 0, length));
      }
    }
    for (String phone : limited(source.phones())) {
      keepPhone(Digits.pack(phone));
    }
    for (PostalAddress address : limited(source.addresses())) {
      keepAddress(address);
    }
    for (StrongId id : limited(source.strongIds())) {
      int length = foldStrongId(id);
      if (length > 0) {
        keep(3, store.strongIds().intern(text, 0, length));
      }
    }
    for (int i = 0; i < counts[0]; i++) {
      store.emails().holdAgain(values[0][i]);
    }
    for (int i = 0; i < counts[3]; i++) {
      store.strongIds().holdAgain(values[3][i]);
    }
  }

  private static <T> List<T> limited(List<T> values) {
    return values.size() <= VALUES ? values : values.subList(0, VALUES);
  }

  private void keep(int kind, int value) {
    if (!isKept(kind, value)) {
      values[kind][counts[kind]++] = value;
    }
  }

  private boolean isKept(int kind, int value) {
    for (int i = 0; i < counts[kind]; i++) {
      if (values[kind][i] == value) {
        return true;
      }
    }
    return false;
  }

  private void keepPhone(long digits) {
    int id = store.phones().hold(digits);
    if (id != 0) {
      if (isKept(1, id)) {
        store.phones().release(id);
      } else {
        values[1][counts[1]++] = id;
      }
    }
  }

  private void keepAddress(PostalAddress address) {
    street.read(address.street(), address.unit());
    parts[AddressTable.STREET] =
        store.addresses().streets().intern(street.bytes(), 0, street.length());
    parts[AddressTable.HOUSE] = street.house();
    parts[AddressTable.UNIT] = street.unit();
    parts[AddressTable.TOWN] = place(address.locality());
    parts[AddressTable.CODE] = code(address.postalCode());
    parts[AddressTable.COUNTRY] =
        address.country().length() == 2
            ? address.country().charAt(0) << 16 | address.country().charAt(1)
            : 0;
    int id = store.addresses().hold(parts);
    if (id != 0) {
      if (isKept(2, id)) {
        store.addresses().release(id);
      } else {
        values[2][counts[2]++] = id;
      }
    }
  }

  private int place(String value) {
    return store.addresses().places().intern(text, 0, Folding.fold(value, text, 0));
  }

  /* A postal code without its gaps; the four further digits of an American one do not count. */
  private int code(String value) {
    int length = Folding.fold(value, text, 0);
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (text[i] == ' ' && i == 5 && length == 10) {
        break;
      }
      if (text[i] != ' ') {
        text[kept++] = text[i];
      }
    }
    return store.addresses().places().intern(text, 0, kept);
  }

  private void writeValues(int[] row, int at) {
    int further = 0;
    for (int kind = 0; kind < 4; kind++) {
      int column = Rows.EMAIL + 2 * kind;
      row[at + column] = counts[kind] > 0 ? values[kind][0] : 0;
      row[at + column + 1] = counts[kind] > 1 ? values[kind][1] : 0;
      further += Math.max(0, counts[kind] - 2);
    }
    if (further > 0) {
      int[] more = new int[4 + further];
      int end = 4;
      for (int kind = 0; kind < 4; kind++) {
        more[kind] = Math.max(0, counts[kind] - 2);
        System.arraycopy(values[kind], 2, more, end, more[kind]);
        end += more[kind];
      }
      row[at + Rows.MORE] = store.rows().keepMore(more);
    }
  }

  /* Lower case; without a +tag; dots in the local part of one large provider mean nothing. */
  private int foldEmail(String email) {
    int length = Math.min(email.length(), Folding.LIMIT);
    int sign = email.lastIndexOf('@');
    boolean dotless = email.endsWith("@gmail.com") || email.endsWith("@googlemail.com");
    boolean tag = false;
    int end = 0;
    for (int i = 0; i < length; i++) {
      char c = email.charAt(i);
      if (i == sign) {
        tag = false;
      } else if (i < sign && c == '+' && i > 0) {
        tag = true;
      }
      if (c > ' ' && !tag && !(dotless && c == '.' && i < sign)) {
        text[end++] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c < 128 ? c : c | 0x80);
      }
    }
    return end;
  }

  private int foldStrongId(StrongId id) {
    int kind = Folding.fold(id.kind(), text, 0);
    text[kind] = 0;
    int end = kind + 1;
    int length = Math.min(id.value().length(), Folding.LIMIT);
    for (int i = 0; i < length; i++) {
      char c = id.value().charAt(i);
      if (Character.isLetterOrDigit(c)) {
        text[end++] = (byte) Character.toLowerCase(c);
      }
    }
    return end == kind + 1 ? 0 : end;
  }

  private static int birth(@org.jspecify.annotations.Nullable PartialDate date) {
    return date == null ? 0 : date.year() << 9 | date.month() << 5 | date.day();
  }

  private static int sex(String sex) {
    if (sex.isEmpty()) {
      return 0;
    }
    return switch (sex.charAt(0)) {
      case 'F', 'f' -> 1;
      case 'M', 'm' -> 2;
      default -> 0;
    };
  }
}
