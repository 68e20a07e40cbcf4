package io.cornerstore.linkage.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.Store;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactComparisonTest {
  private final Store store = new Store();
  private final ContactComparison contacts = new ContactComparison(store);

  @ParameterizedTest
  @CsvSource({
    "mary@example.org,mary@example.org,exact",
    "mary.stone@example.org,mary.stone@exmaple.org,typing-error",
    "mary.stone@example.org,mary.stnoe@example.org,typing-error",
    "mary.stone@example.org,mary.stone@mail.example.com,same-local-part",
    "mary.stone71@example.org,mary.stone17@example.org,similar",
    "mary.stone@mail1.example.org,mary.stone@mail2.example.org,same-local-part",
    "mary.stone@example.org,robert@example.org,different",
    "ann@example.org,ann@elsewhere.example,similar"
  })
  void emailLevel_examples_areAsExpected(String a, String b, String level) {
    int x = email(a);
    int y = email(b);
    assertThat(Attribute.EMAIL.levels().get(contacts.email(x, y))).isEqualTo(level);
    assertThat(contacts.email(y, x)).isEqualTo(contacts.email(x, y));
  }

  @ParameterizedTest
  @CsvSource({
    "+12025550123,+12025550123,exact",
    "+12025550123,2025550123,same-end",
    "+12025550123,5550123,same-end",
    "+12025550123,+12025550173,typing-error",
    "+12025550123,+12025550132,typing-error",
    "+12025550123,+12025559999,different"
  })
  void phoneLevel_examples_areAsExpected(String a, String b, String level) {
    int x = store.phones().hold(Digits.pack(a));
    int y = store.phones().hold(Digits.pack(b));
    assertThat(Attribute.PHONE.levels().get(contacts.phone(x, y))).isEqualTo(level);
    assertThat(contacts.phone(y, x)).isEqualTo(contacts.phone(x, y));
  }

  @Test
  void addressLevel_examples_areAsExpected() {
    int home = address("oak street", 12, 0, "tidewell", "17001");
    assertThat(contacts.address(home, home)).isEqualTo(ContactComparison.EXACT);
    assertThat(level(home, "oak street", 12, 3, "tidewell", "17001"))
        .isEqualTo(ContactComparison.EXACT);
    assertThat(level(home, "oak street", 12, 0, "", "17001")).isEqualTo(ContactComparison.EXACT);
    assertThat(level(home, "oak stret", 12, 0, "tidewel", "")).isEqualTo(ContactComparison.EXACT);
    assertThat(level(home, "oak street", 14, 0, "tidewell", "17001"))
        .isEqualTo(ContactComparison.STREET);
    assertThat(level(home, "mill lane", 12, 0, "tidewell", "17001"))
        .isEqualTo(ContactComparison.CODE);
    assertThat(level(home, "mill lane", 12, 0, "tidewell", "17999"))
        .isEqualTo(ContactComparison.TOWN);
    assertThat(level(home, "oak street", 12, 0, "marrowby", "11111"))
        .isEqualTo(ContactComparison.ADDRESS_DIFFERENT);
  }

  @Test
  void addressLevel_otherUnit_isTheBuilding() {
    int flat = address("oak street", 12, 1, "tidewell", "17001");
    assertThat(level(flat, "oak street", 12, 2, "tidewell", "17001"))
        .isEqualTo(ContactComparison.BUILDING);
  }

  @Test
  void addressLevel_placeOnly_isNoHome() {
    int town = address("", 0, 0, "tidewell", "");
    int code = address("", 0, 0, "tidewell", "17001");
    assertThat(contacts.address(town, town)).isEqualTo(ContactComparison.TOWN);
    assertThat(contacts.address(code, code)).isEqualTo(ContactComparison.CODE);
    assertThat(contacts.address(town, code)).isEqualTo(ContactComparison.TOWN);
  }

  @Test
  void strongIdLevel_otherKinds_haveNothingToCompare() {
    assertThat(contacts.strongId(id("card\0a1"), id("card\0a1"))).isEqualTo(1);
    assertThat(contacts.strongId(id("card\0a1"), id("card\0b2"))).isEqualTo(2);
    assertThat(contacts.strongId(id("card\0a1"), id("tax\0a1"))).isZero();
    assertThat(contacts.strongId(id("card\0a1"), id("cards\0a1"))).isZero();
  }

  private int level(int other, String street, int house, int unit, String town, String code) {
    int address = address(street, house, unit, town, code);
    int level = contacts.address(address, other);
    assertThat(contacts.address(other, address)).isEqualTo(level);
    return level;
  }

  private int address(String street, int house, int unit, String town, String code) {
    int[] parts = new int[AddressTable.WIDTH];
    parts[AddressTable.STREET] =
        store.addresses().streets().intern(bytes(street), 0, street.length());
    parts[AddressTable.HOUSE] = house * 32;
    parts[AddressTable.UNIT] = unit;
    parts[AddressTable.TOWN] = store.addresses().places().intern(bytes(town), 0, town.length());
    parts[AddressTable.CODE] = store.addresses().places().intern(bytes(code), 0, code.length());
    return store.addresses().hold(parts);
  }

  private int email(String text) {
    return store.emails().hold(bytes(text), 0, text.length());
  }

  private int id(String text) {
    return store.strongIds().hold(bytes(text), 0, text.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
